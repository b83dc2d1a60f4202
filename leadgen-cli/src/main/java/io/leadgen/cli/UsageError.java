package io.leadgen.cli;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.command.CommandSet;
import io.leadgen.cli.command.TableResolution;
import io.leadgen.error.LeadgenException;
import io.leadgen.spelling.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Errors of a command line, with a suggestion. */
final class UsageError {
    private UsageError() {}

    /** @param all the commands among which one was looked for */
    static LeadgenException of(ParameterException error, CommandSet all) {
        if (error.getCause() instanceof LeadgenException cause) {
            return cause;
        }
        CommandSpec command = error.getCommandLine().getCommandSpec();
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), command, all);
        }
        return LeadgenException.invalid(
                String.valueOf(error.getMessage())
                        .replaceFirst("' is not an? (int|long)$", "' is not a whole number, or too large"),
                tableOfAudience(error, command)
                        .map(table -> "the audience belongs to " + table + ": name that table")
                        .orElse(help(command, all)));
    }

    /** An audience does not replace the table of a command. */
    private static Optional<TableName> tableOfAudience(ParameterException error, CommandSpec command) {
        return error instanceof MissingParameterException ? TableResolution.ofAudiences(command) : Optional.empty();
    }

    private static LeadgenException unmatched(String word, CommandSpec command, CommandSet all) {
        boolean option = word.startsWith("-") && word.length() > 1;
        boolean root = command.parent() == null;
        String what = option ? "option" : root ? "command" : "argument";
        List<String> known = option
                ? command.options().stream()
                        .map(OptionSpec::names)
                        .flatMap(Stream::of)
                        .filter(name -> name.startsWith("--"))
                        .toList()
                : List.copyOf(command.subcommands().keySet());
        // After -- a command name is an argument, and repeating it does not help.
        Optional<String> near =
                DidYouMean.nearest(option ? word.split("=", 2)[0] : word, known).filter(name -> !name.equals(word));
        return LeadgenException.invalid(
                (what.equals("argument") ? "Unexpected " : "Unknown ") + what + " '" + word + "'",
                near.map(name -> "did you mean " + name + "?").orElse(help(command, all)));
    }

    private static String help(CommandSpec command, CommandSet all) {
        return command.parent() == null ? all.overview() : "see " + command.qualifiedName() + " --help";
    }

    /** The requested format, even if the command line as a whole is invalid. */
    static OutputFormat format(String... args) {
        for (int i = 0; i < args.length; i++) {
            String word = args[i];
            boolean next = word.equals("-o") || word.equals("--output");
            String value = next ? (i + 1 < args.length ? args[i + 1] : "") : word.replaceFirst("^(--output=|-o=?)", "");
            Optional<OutputFormat> format = OutputFormat.parse(value);
            if (format.isPresent() && (next || !value.equals(word))) {
                return format.get();
            }
        }
        return OutputFormat.TABLE;
    }
}
