package io.leadgen.cli.command;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.command.option.NamedPredicate;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.command.option.SavedAudienceArgument;
import io.leadgen.cli.source.ServiceSource.AskedFile;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.local.LocalFile;
import io.leadgen.runtime.local.RememberedUnits;
import io.leadgen.runtime.local.TableOrFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The tables of a command line: the one that it names, as a table or a file, and those of the audiences that it reads.
 */
public final class TableResolution {
    /** The option for the column that identifies a person in a file. */
    public static final String UNIT = "--unit";
    /** The option for how a CSV file is written. */
    public static final String CSV = "--csv";

    private record Audience(TableName table, @Nullable String origin) {}

    private final List<TableName> named = new ArrayList<>();
    private final List<Audience> audiences = new ArrayList<>();
    private @Nullable AskedFile file;
    private @Nullable ArgSpec word;

    private TableResolution() {}

    /**
     * The tables of a parsed command line.
     *
     * @param workingDirectory the folder where relative paths start
     * @throws LeadgenException INVALID_ARGUMENT if there is a unit without a file
     */
    public static TableResolution of(
            CommandSpec command, ServiceCommand question, Map<String, String> environment, Path workingDirectory) {
        TableResolution tables = new TableResolution();
        tables.add(question.table());
        command.args().stream().map(ArgSpec::getValue).forEach(tables::add);
        OptionSpec option = command.findOption(UNIT);
        String unit = option == null || !(option.getValue() instanceof String text) ? null : text;
        OptionSpec csvOption = command.findOption(CSV);
        List<String> csv =
                csvOption == null || !(csvOption.getValue() instanceof String[] words) ? List.of() : List.of(words);
        for (ArgSpec argument : command.args()) {
            if (argument.getValue() instanceof TableName
                    && !argument.originalStringValues().isEmpty()) {
                String typed = argument.originalStringValues().get(0);
                if (TableOrFile.of(typed) == TableOrFile.FILE) {
                    tables.file = new AskedFile(LocalFile.of(typed, workingDirectory), unit, csv);
                    tables.word = argument;
                }
            }
        }
        if (tables.file == null) {
            // A table name that an answer showed or an audience was saved with can be of a file.
            tables.any()
                    .flatMap(new RememberedUnits(LeadgenHome.of(environment))::named)
                    .ifPresent(known -> tables.file = new AskedFile(known, unit, csv));
        }
        if (tables.file == null && !csv.isEmpty()) {
            throw LeadgenException.invalid(
                    CSV + " applies only to files, and this is a table",
                    "for a table, set warehouse.embedded.csv in the configuration");
        }
        if (tables.file == null && unit != null) {
            throw LeadgenException.invalid(
                    UNIT + " applies only to files, and this is a table",
                    "for a table, set privacy.tables.<table>.unit in the configuration");
        }
        return tables;
    }

    private void add(@Nullable Object value) {
        if (value instanceof TableName table) {
            named.add(table);
        } else if (value instanceof PredicateArgument predicate && predicate.table() != null) {
            audiences.add(new Audience(predicate.table(), predicate.origin()));
        } else if (value instanceof NamedPredicate audience) {
            add(audience.predicate());
        } else if (value instanceof SavedAudienceArgument saved) {
            add(saved.predicate());
        } else if (value instanceof Collection<?> several) {
            several.forEach(this::add);
        } else if (value instanceof Map<?, ?> several) {
            several.values().forEach(this::add);
        }
    }

    private Optional<TableName> any() {
        return named.isEmpty() ? audiences.stream().map(Audience::table).findFirst() : Optional.of(named.get(0));
    }

    /** The file of the command line, or null for a table. */
    @Nullable
    public AskedFile file() {
        return file;
    }

    /** The table of the audiences that a command line reads, which may have no table of its own. */
    public static Optional<TableName> ofAudiences(CommandSpec command) {
        TableResolution tables = new TableResolution();
        command.args().stream().map(ArgSpec::getValue).forEach(tables::add);
        return tables.audiences.stream().map(Audience::table).findFirst();
    }

    /** The predicate that an error's positions are in: the command's own, or the only one of {@code --where}; null without one. */
    public static @Nullable String predicate(CommandSpec spec, ServiceCommand command) {
        OptionSpec where = spec.findOption("--where");
        Object value = where == null ? null : where.getValue();
        if (value instanceof List<?> several && several.size() == 1) {
            value = several.get(0);
        }
        return value instanceof PredicateArgument predicate ? predicate.text() : command.predicate();
    }

    /** Replaces the file in the command by the name of the table that serves it. */
    public void serve(TableName table) {
        if (word != null) {
            named.clear();
            named.add(table);
            word.setValue(table);
        }
    }

    /** Refuses an audience of another table, where its condition may have another meaning: INVALID_ARGUMENT. */
    public void checkSame() {
        TableName asked = any().orElse(null);
        for (Audience audience : audiences) {
            if (!audience.table().equals(asked)) {
                throw LeadgenException.invalid(
                        audience.origin() + " an audience of " + audience.table()
                                + ", and this command is about another table",
                        "use that table, or put only the condition into a text file");
            }
        }
    }
}
