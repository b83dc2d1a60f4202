package io.leadgen.cli.command.option;

import io.leadgen.privacy.policy.Precision;
import picocli.CommandLine.Option;

/** The precision of an answer, which sets its price. */
public final class PrecisionOption {
    public static final String DESCRIPTION = "Half-width of the interval, 0.1%% to 20%%, or max. Coarser is cheaper";

    @Option(names = "--precision", paramLabel = "P", description = DESCRIPTION + " (default: ${DEFAULT-VALUE}).")
    Precision value = Precision.DEFAULT;

    public Precision value() {
        return value;
    }
}
