package io.leadgen.cli.command.option;

import io.leadgen.question.Segments;
import picocli.CommandLine.Option;

/** The limit on how often one person counts in an answer of several parts. */
public final class PerPersonOption {
    @Option(
            names = "--per-person",
            paramLabel = "K",
            description = "Count a person with many rows in at most K parts, 1 to 100 (default: ${DEFAULT-VALUE})."
                    + " Each part adds to the price.")
    int most = Segments.DEFAULT_PER_UNIT;

    public int most() {
        return most;
    }
}
