package io.leadgen.cli.command.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The predicate of commands that can also be about everyone. */
public final class WhereOption {
    public static final String DESCRIPTION = "The condition, @FILE with it, or @NAME of a saved audience";

    @Option(
            names = {"-w", "--where"},
            paramLabel = "PREDICATE",
            description = DESCRIPTION + " (default: everyone).")
    @Nullable
    PredicateArgument argument;

    public @Nullable String text() {
        return argument == null ? null : argument.text();
    }
}
