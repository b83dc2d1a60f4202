package io.leadgen.cli;

import io.leadgen.cli.process.Interruption;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.source.ConfiguredSource;
import io.leadgen.cli.source.ServiceSource;

/** The entry point of the process. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        ProcessContext surroundings = ProcessContext.ofProcess();
        Interruption interruption = new Interruption();
        interruption.install();
        ServiceSource source = new ConfiguredSource(surroundings.environment(), surroundings.workingDirectory());
        int code = new Cli(surroundings, source, interruption.cancellation()).run(args);
        interruption.finished();
        System.exit(code);
    }
}
