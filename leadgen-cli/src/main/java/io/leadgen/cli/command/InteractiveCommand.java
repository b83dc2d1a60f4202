package io.leadgen.cli.command;

import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** A command that uses the streams of the process itself, and can run further commands. */
public interface InteractiveCommand {

    /**
     * What the command runs with.
     *
     * @param root the options of all commands
     * @param parsed the whole command line
     * @param commands all commands of the program
     * @param runner runs further command lines
     */
    record Start(
            ProcessContext context,
            ServiceSource source,
            Cancellation cancellation,
            LeadgenCommand root,
            ParseResult parsed,
            CommandSet commands,
            Runner runner) {}

    /** Runs one command line, as a process of its own would. */
    @FunctionalInterface
    public interface Runner {
        int run(
                ProcessContext context,
                ServiceSource source,
                Cancellation cancellation,
                CommandSet commands,
                UserPrompt prompt,
                List<String> words);
    }

    /** Runs, and returns the exit code; throws a {@link LeadgenException} if it cannot start. */
    int run(Start start);
}
