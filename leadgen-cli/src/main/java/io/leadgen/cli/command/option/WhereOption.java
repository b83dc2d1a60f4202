package io.leadgen.cli.command.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that ask about everyone, or about those who match a condition. */
public final class WhereOption {
    @Option(
            names = {"-w", "--where"},
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description = "The condition, @FILE with it, or @NAME of a saved audience (default: everyone).")
    @Nullable
    public PredicateArgument argument;

    /** The condition, or null for everyone. */
    @Nullable
    public String text() {
        return argument == null ? null : argument.text();
    }
}
