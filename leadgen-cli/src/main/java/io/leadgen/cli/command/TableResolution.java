package io.leadgen.cli.command;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.command.option.SavedAudienceArgument;
import io.leadgen.cli.source.ServiceSource.AskedFile;
import io.leadgen.error.ErrorCode;
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
 * Which tables a command line is about: the one that it names, as a table or as a file, and those of the audiences that it reads.
 */
public final class TableResolution {
    /** Says what a person is in a file. */
    public static final String UNIT = "--unit";

    /** An audience that was read. */
    private record Audience(TableName table, @Nullable String origin) {}

    private final List<TableName> named = new ArrayList<>();
    private final List<Audience> audiences = new ArrayList<>();
    private @Nullable AskedFile file;
    private @Nullable ArgSpec word;

    private TableResolution() {}

    /**
     * Those of a command line that was parsed, whatever the command.
     *
     * @param workingDirectory where relative paths start
     * @throws LeadgenException INVALID_ARGUMENT if a unit is given for what is no file
     */
    public static TableResolution of(
            CommandSpec command, ServiceCommand question, Map<String, String> environment, Path workingDirectory) {
        TableResolution tables = new TableResolution();
        tables.add(question.table());
        command.args().stream().map(ArgSpec::getValue).forEach(tables::add);
        OptionSpec option = command.findOption(UNIT);
        String unit = option == null || !(option.getValue() instanceof String text) ? null : text;
        for (ArgSpec argument : command.args()) {
            if (argument.getValue() instanceof TableName
                    && !argument.originalStringValues().isEmpty()) {
                String typed = argument.originalStringValues().get(0);
                if (TableOrFile.of(typed) == TableOrFile.FILE) {
                    tables.file = new AskedFile(LocalFile.of(typed, workingDirectory), unit);
                    tables.word = argument;
                }
            }
        }
        if (tables.file == null) {
            tables.remembered(new RememberedUnits(LeadgenHome.of(environment)))
                    .ifPresent(known -> tables.file = new AskedFile(known, unit));
        }
        if (tables.file == null && unit != null) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    UNIT + " is for files, and this is about a table",
                    "what a person is in a table, the configuration says: privacy.tables.<table>.unit");
        }
        return tables;
    }

    private void add(@Nullable Object value) {
        if (value instanceof TableName table) {
            named.add(table);
        } else if (value instanceof PredicateArgument predicate && predicate.table() != null) {
            audiences.add(new Audience(predicate.table(), predicate.origin()));
        } else if (value instanceof Arguments.Named audience) {
            add(audience.predicate());
        } else if (value instanceof SavedAudienceArgument saved) {
            add(saved.predicate());
        } else if (value instanceof Collection<?> several) {
            several.forEach(this::add);
        } else if (value instanceof Map<?, ?> several) {
            several.values().forEach(this::add);
        }
    }

    /** The file behind a name that an answer has shown, or that an audience was saved with. */
    private Optional<LocalFile> remembered(RememberedUnits units) {
        return any().flatMap(units::named);
    }

    private Optional<TableName> any() {
        return named.isEmpty() ? audiences.stream().map(Audience::table).findFirst() : Optional.of(named.get(0));
    }

    /** The file that is asked about, or null if it is a table. */
    @Nullable
    public AskedFile file() {
        return file;
    }

    /** The table of the audiences that a command line reads, if there are any; it may not name a table itself. */
    public static Optional<TableName> ofAudiences(CommandSpec command) {
        TableResolution tables = new TableResolution();
        command.args().stream().map(ArgSpec::getValue).forEach(tables::add);
        return tables.audiences.stream().map(Audience::table).findFirst();
    }

    /** From now on the file goes by this name: what the command was given is replaced by it. */
    public void serve(TableName table) {
        if (word != null) {
            named.clear();
            named.add(table);
            word.setValue(table);
        }
    }

    /**
     * Refuses an audience of another table: a condition may mean something else there.
     *
     * @throws LeadgenException INVALID_ARGUMENT
     */
    public void checkSame() {
        TableName asked = any().orElse(null);
        for (Audience audience : audiences) {
            if (!audience.table().equals(asked)) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        audience.origin() + " an audience of " + audience.table()
                                + ", and the question is about another table",
                        "ask about that table, or put the condition alone into a text file");
            }
        }
    }
}
