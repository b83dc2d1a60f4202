package io.leadgen.cli;

/** The entry point of the process. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Surroundings surroundings = Surroundings.ofProcess();
        Interruption interruption = new Interruption();
        interruption.install();
        AudienceSource source = new LeadgenSource(surroundings.environment(), surroundings.workingDirectory());
        int code = new Cli(surroundings, source, interruption.cancellation()).run(args);
        interruption.finished();
        System.exit(code);
    }
}
