package io.leadgen.cli;

import io.leadgen.error.LeadgenException;
import io.leadgen.warehouse.Cancellation;
import picocli.CommandLine.ParseResult;

/** A command that is more than one question, and has its own way with what the process was started in. */
interface Standalone {

    /**
     * What a command line is run with.
     *
     * @param root what is common to all commands
     * @param parsed the whole command line
     */
    record Start(
            Surroundings surroundings,
            AudienceSource source,
            Cancellation cancellation,
            LeadgenCommand root,
            ParseResult parsed) {}

    /**
     * Runs, and tells the exit code.
     *
     * @throws LeadgenException if it cannot begin
     */
    int run(Start start);
}
