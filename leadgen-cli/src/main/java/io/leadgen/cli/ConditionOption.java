package io.leadgen.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that ask about everyone, or about those who match a condition. */
final class ConditionOption {
    @Option(
            names = {"-w", "--where"},
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description = "The condition, @FILE with it, or @NAME of a saved audience (default: everyone).")
    @Nullable
    PredicateArgument argument;

    /** The condition, or null for everyone. */
    @Nullable
    String text() {
        return argument == null ? null : argument.text();
    }
}
