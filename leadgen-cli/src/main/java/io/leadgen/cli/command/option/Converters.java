package io.leadgen.cli.command.option;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.process.TimeLimit;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.GroupMetric;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.export.ExportFormat;
import io.leadgen.runtime.local.LocalFile;
import io.leadgen.runtime.local.TableOrFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine;

/** How words of a command line become values, by the type of the option or argument. */
public final class Converters {
    private Converters() {}

    public static void register(CommandLine parser, Workspace workspace) {
        parser.registerConverter(TableName.class, value -> table(value, workspace));
        parser.registerConverter(PredicateArgument.class, value -> PredicateArgument.parse(value, workspace));
        parser.registerConverter(PredicateArgument.Lines.class, PredicateArgument.Lines::read);
        parser.registerConverter(NamedPredicate.class, value -> NamedPredicate.parse(value, workspace));
        parser.registerConverter(
                SavedAudienceArgument.class,
                value -> new SavedAudienceArgument(
                        workspace.savedAudiences().get(SavedAudienceArgument.reference(value))));
        parser.registerConverter(AudienceReference.class, SavedAudienceArgument::reference);
        parser.registerConverter(SchemaName.class, SchemaName::parse);
        parser.registerConverter(GroupingList.class, GroupingList::parse);
        parser.registerConverter(GroupMetric.class, GroupMetric::parse);
        parser.registerConverter(Precision.class, Precision::parse);
        parser.registerConverter(ExportFormat.class, ExportFormat::parse);
        parser.registerConverter(TimeLimit.class, TimeLimit::parse);
        parser.registerConverter(OutputFormat.class, Converters::format);
        parser.registerConverter(Principal.class, Converters::principal);
        parser.registerConverter(LocalDate.class, Converters::day);
    }

    private static TableName table(String value, Workspace workspace) {
        TableOrFile kind = TableOrFile.of(value);
        if (kind == TableOrFile.FILE) {
            return LocalFile.of(value, workspace.folder()).name();
        }
        if (kind == TableOrFile.EITHER && Files.exists(workspace.folder().resolve(value))) {
            throw LeadgenException.invalid(
                    value + " is a file in this folder, and could also be a table",
                    "write ./" + value + " for the file, or `" + value.replaceFirst("\\.", "`.") + " for the table");
        }
        try {
            return TableName.parse(value);
        } catch (LeadgenException e) {
            throw fileWithoutSlash(value, workspace).orElse(e);
        }
    }

    /** The error for a word that names no table, but something on this machine. */
    private static Optional<LeadgenException> fileWithoutSlash(String value, Workspace workspace) {
        if (value.equals("-")) {
            return Optional.of(LeadgenException.invalid(
                    "The standard input cannot be queried, because a file is read more than once",
                    "save it to a file, for example with cat > people.csv"));
        }
        try {
            Path path = workspace.folder().resolve(value);
            if (value.isBlank() || Files.notExists(path)) {
                return Optional.empty();
            }
            LocalFile.of(value, workspace.folder());
            return Optional.of(
                    LeadgenException.invalid(value + " is a folder, and no name of a table", "write ./" + value));
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (LeadgenException e) {
            return Optional.of(e);
        }
    }

    private static Principal principal(String value) {
        try {
            return Principal.of(value);
        } catch (IllegalArgumentException e) {
            throw LeadgenException.invalid("The name of a principal has 1 to 255 printable characters", null);
        }
    }

    private static OutputFormat format(String value) {
        return OutputFormat.parse(value)
                .orElseThrow(() -> LeadgenException.invalid(
                        "Unknown output format '" + value + "'", "use table, json, ndjson, csv or markdown"));
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw LeadgenException.invalid("A day is written YYYY-MM-DD", "for example 2026-10-31");
        }
    }
}
