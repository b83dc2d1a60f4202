package io.leadgen.runtime.local;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.files.WholeFile;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.json.JsonTree;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a person is in each file that was asked about, so that whoever asks again need not say it again, and notices when
 * something else is said. One small file for each in {@code $LEADGEN_HOME/files}; what is not readable there is not remembered.
 */
public final class FileUnits {
    private static final String VERSION = "leadgen_file";
    private static final String PATH = "path";
    private static final String UNIT = "unit";
    private static final int DIGITS = 16;

    private final Path folder;

    public FileUnits(LeadgenHome home) {
        this.folder = home.files();
    }

    /** What a person was taken for in a file. */
    public Optional<PrivacyUnit> of(LocalFile file) {
        Map<String, @Nullable Object> note = note(file.name()).orElse(null);
        if (note == null || !note.containsKey(UNIT)) {
            return Optional.empty();
        }
        Object unit = note.get(UNIT);
        if (unit == null) {
            return Optional.of(new PrivacyUnit.Row(null));
        }
        return unit instanceof String column && !column.isEmpty()
                ? Optional.of(new PrivacyUnit.Key(new ColumnName(column)))
                : Optional.empty();
    }

    /**
     * The file that was asked about under a name.
     *
     * @throws LeadgenException INVALID_ARGUMENT if it is not there any more, or cannot be read
     */
    public Optional<LocalFile> named(TableName name) {
        return note(name)
                .map(note -> note.get(PATH))
                .filter(String.class::isInstance)
                .map(path -> LocalFile.of((String) path, folder))
                .filter(file -> file.name().equals(name));
    }

    /**
     * Remembers.
     *
     * @throws LeadgenException CONFIG_INVALID if it cannot be written
     */
    public void remember(LocalFile file, PrivacyUnit unit) {
        Map<String, @Nullable Object> note = new LinkedHashMap<>();
        note.put(VERSION, 1);
        note.put(PATH, file.path().toString());
        note.put(UNIT, unit instanceof PrivacyUnit.Key key ? key.column().value() : null);
        try {
            WholeFile.writePrivate(place(file.name()), JsonText.pretty(note) + "\n");
        } catch (IOException e) {
            throw LeadgenException.causedBy(
                    ErrorCode.CONFIG_INVALID,
                    "The folder " + folder + " cannot be written",
                    "set LEADGEN_HOME to a folder of your own",
                    e);
        }
    }

    private Optional<Map<String, @Nullable Object>> note(TableName name) {
        if (!name.catalog().equals(LocalFile.CATALOG) || !name.schema().matches("[0-9a-f]{" + DIGITS + "}")) {
            return Optional.empty();
        }
        Path place = place(name);
        if (Files.notExists(place)) {
            return Optional.empty();
        }
        try {
            return JsonTree.find(Files.readString(place))
                    .filter(note ->
                            note.get(VERSION) instanceof BigDecimal version && version.compareTo(BigDecimal.ONE) == 0);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path place(TableName name) {
        return folder.resolve(name.schema() + ".json");
    }
}
