package io.leadgen.runtime.local;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.files.AtomicFile;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.json.JsonTree;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The privacy unit of each file that was queried, so that it need not be given again and a different one is noticed. Stored as one
 * small file each in {@code $LEADGEN_HOME/files}; unreadable files are ignored.
 */
public final class RememberedUnits {
    private static final String VERSION = "leadgen_file";
    private static final String PATH = "path";
    private static final String UNIT = "unit";
    private static final String CSV = "csv";
    private static final int DIGITS = 16;

    private final Path folder;

    public RememberedUnits(LeadgenHome home) {
        this.folder = home.files();
    }

    public Optional<PrivacyUnit> of(LocalFile file) {
        Map<String, @Nullable Object> entry = entry(file.name()).orElse(null);
        if (entry == null || !entry.containsKey(UNIT)) {
            return Optional.empty();
        }
        Object unit = entry.get(UNIT);
        if (unit == null) {
            return Optional.of(new PrivacyUnit.Row(null));
        }
        return unit instanceof String column && !column.isEmpty()
                ? Optional.of(new PrivacyUnit.Key(new ColumnName(column)))
                : Optional.empty();
    }

    /**
     * The file that was queried under a table name.
     *
     * @throws LeadgenException INVALID_ARGUMENT if it does not exist any more or cannot be read
     */
    public Optional<LocalFile> named(TableName name) {
        return entry(name)
                .map(entry -> entry.get(PATH))
                .filter(String.class::isInstance)
                .map(path -> LocalFile.of((String) path, folder))
                .filter(file -> file.name().equals(name));
    }

    /** The words about a CSV file that were used with it last. */
    public List<String> csv(LocalFile file) {
        return entry(file.name()).map(entry -> entry.get(CSV)).filter(List.class::isInstance).stream()
                .flatMap(words -> ((List<?>) words).stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Stores the unit of a file that is no CSV file, or about which nothing is declared. */
    public void remember(LocalFile file, PrivacyUnit unit) {
        remember(file, unit, List.of());
    }

    /**
     * Stores the unit of a file and the words about it.
     *
     * @throws LeadgenException CONFIG_INVALID if the folder is not writable
     */
    public void remember(LocalFile file, PrivacyUnit unit, List<String> csv) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(VERSION, 1);
        entry.put(PATH, file.path().toString());
        entry.put(UNIT, unit instanceof PrivacyUnit.Key key ? key.column().value() : null);
        if (!csv.isEmpty()) {
            entry.put(CSV, csv);
        }
        try {
            AtomicFile.writePrivate(path(file.name()), JsonText.pretty(entry) + "\n");
        } catch (IOException e) {
            throw LeadgenException.causedBy(
                    ErrorCode.CONFIG_INVALID,
                    "The folder " + folder + " is not writable",
                    "set LEADGEN_HOME to your own folder",
                    e);
        }
    }

    private Optional<Map<String, @Nullable Object>> entry(TableName name) {
        if (!name.catalog().equals(LocalFile.CATALOG) || !name.schema().matches("[0-9a-f]{" + DIGITS + "}")) {
            return Optional.empty();
        }
        Path path = path(name);
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            return JsonTree.find(Files.readString(path))
                    .filter(entry ->
                            entry.get(VERSION) instanceof BigDecimal version && version.compareTo(BigDecimal.ONE) == 0);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path path(TableName name) {
        return folder.resolve(name.schema() + ".json");
    }
}
