package io.leadgen.cli;

import io.leadgen.privacy.Precision;
import picocli.CommandLine.Option;

/** The option of commands whose answers are paid for by how precise they are. */
final class PrecisionOption {
    @Option(
            names = "--precision",
            paramLabel = "P",
            converter = Arguments.PrecisionName.class,
            description = "Half-width of the interval, 0.1%% to 20%%, or max (default: 1%%). Coarser is cheaper.")
    Precision value = Precision.DEFAULT;
}
