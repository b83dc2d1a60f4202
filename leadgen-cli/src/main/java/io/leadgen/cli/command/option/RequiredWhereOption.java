package io.leadgen.cli.command.option;

import picocli.CommandLine.Option;

/** The predicate of commands that need one. */
public final class RequiredWhereOption {
    @Option(
            names = {"-w", "--where"},
            required = true,
            paramLabel = "PREDICATE",
            description = WhereOption.DESCRIPTION + "; TRUE for everyone.")
    PredicateArgument argument;

    public String text() {
        return argument.text();
    }
}
