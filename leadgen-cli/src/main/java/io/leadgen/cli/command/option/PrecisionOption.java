package io.leadgen.cli.command.option;

import io.leadgen.privacy.Precision;
import picocli.CommandLine.Option;

/** The option of commands whose answers are paid for by how precise they are. */
public final class PrecisionOption {
    @Option(
            names = "--precision",
            paramLabel = "P",
            converter = Arguments.PrecisionName.class,
            description = "Half-width of the interval, 0.1%% to 20%%, or max (default: 1%%). Coarser is cheaper.")
    public Precision value = Precision.DEFAULT;
}
