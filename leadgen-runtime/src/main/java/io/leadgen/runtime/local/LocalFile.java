package io.leadgen.runtime.local;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.WarehouseConfig;
import io.leadgen.runtime.csv.CsvOptions;
import io.leadgen.runtime.files.FileFault;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.runtime.warehouse.duckdb.FileFormat;
import io.leadgen.spelling.DidYouMean;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet or CSV file, or a folder of either, that is queried as a table.
 *
 * <p>Its table name depends on its real path, with links resolved: {@code file.<16 digits>.<its name>}. So a file has one ledger
 * and one cache however it is named, and two files never share them. The content does not matter: a file that is replaced by a
 * newer one of the same name is the same table, as in a warehouse.
 *
 * @param path the real path
 * @param name its name as a table
 */
public record LocalFile(Path path, TableName name) {
    static final String CATALOG = "file";
    private static final int DIGITS = 16;
    private static final int MAX_STEM = 64;

    /**
     * The file at a path.
     *
     * @param folder where relative paths start
     * @throws LeadgenException INVALID_ARGUMENT if there is no readable Parquet or CSV file
     */
    public static LocalFile of(String word, Path folder) {
        if (word.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            throw refused("Cannot open " + word + ": only local files are supported", "copy it to this machine");
        }
        Path path = path(word, folder);
        if (Files.notExists(path)) {
            throw refused(
                    "There is no file " + word,
                    nearest(path)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("check the path; relative paths start at the current folder"));
        }
        checkFormat(word, path);
        boolean folderOfFiles = Files.isDirectory(path);
        if (!(folderOfFiles || Files.isRegularFile(path)) || !Files.isReadable(path)) {
            throw refused("Cannot read the file " + word, "check the permissions of the file and its folder");
        }
        try {
            if (!folderOfFiles && Files.size(path) == 0) {
                throw refused("The file " + word + " is empty", "it must have a header");
            }
            return of(path.toRealPath());
        } catch (IOException e) {
            throw refused("Cannot read the file " + word, "check the permissions of the file and its folder");
        }
    }

    private static Path path(String word, Path folder) {
        try {
            return folder.resolve(word);
        } catch (InvalidPathException e) {
            throw refused("Invalid file name on this system: " + word, "check the path");
        }
    }

    /** The file of the same folder whose name is nearest. */
    private static Optional<String> nearest(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(parent)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> FileFormat.ofName(name) != FileFormat.UNKNOWN)
                    .toList();
            return DidYouMean.nearest(String.valueOf(path.getFileName()), names);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static void checkFormat(String word, Path path) {
        switch (FileFormat.of(path)) {
            case PARQUET, CSV, DIRECTORY -> {}
            case DUCKDB ->
                throw refused(
                        word + " is a database, which can contain several tables",
                        "add the table to a configuration: leadgen init --table main.leads.people=FILE");
            case UNKNOWN ->
                throw refused(word + " is not a Parquet or CSV file", "supported extensions: " + FileFormat.EXTENSIONS);
        }
    }

    private static LeadgenException refused(String message, String hint) {
        return LeadgenException.of(ErrorCode.INVALID_ARGUMENT, message, hint);
    }

    /** @param real the path with links resolved */
    static LocalFile of(Path real) {
        String digits = QuestionKey.of(List.of(real.toString())).hex().substring(0, DIGITS);
        return new LocalFile(real, new TableName(CATALOG, digits, stem(String.valueOf(real.getFileName()))));
    }

    /** The readable part of the name: characters that need no backticks. */
    private static String stem(String fileName) {
        String stem = fileName.toLowerCase(Locale.ROOT)
                .replaceFirst("(?s)\\.(parquet|pq|csv|tsv|csv\\.gz|tsv\\.gz)$", "")
                .replaceAll("[^\\p{L}\\p{N}_-]", "_");
        String named = stem.matches("(?s)[\\p{L}_0-9].*") ? stem : "_" + stem;
        return named.length() <= MAX_STEM
                ? named
                : named.substring(0, named.offsetByCodePoints(0, named.codePointCount(0, MAX_STEM) - 1));
    }

    /**
     * The configured table that consists of exactly this file.
     *
     * @throws LeadgenException INVALID_ARGUMENT if the file is part of a configured folder, or is several tables: then only the
     *     name of a table says which policy applies
     */
    public Optional<TableName> servedBy(LeadgenConfig config) {
        if (!(config.warehouse() instanceof WarehouseConfig.Embedded embedded)) {
            return Optional.empty();
        }
        Map<TableName, Path> serving = new LinkedHashMap<>();
        embedded.tables().forEach((table, served) -> {
            Path real = real(served);
            if (real.startsWith(path) && !real.equals(path)) {
                throw refused("The table " + table + " is part of this folder", "use the name of the table");
            }
            if (path.startsWith(real)) {
                serving.put(table, real);
            }
        });
        if (serving.size() > 1) {
            throw refused(
                    "Several tables of the configuration use this file",
                    "use the name of one: "
                            + serving.keySet().stream().map(TableName::toString).collect(Collectors.joining(", ")));
        }
        serving.forEach((table, real) -> {
            if (!path.equals(real)) {
                throw refused("This file is part of the table " + table, "use the name of the table");
            }
        });
        return serving.keySet().stream().findFirst();
    }

    /** The path with links resolved, if the file exists. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /** Starts an engine over the file, with nothing declared about it. */
    public Warehouse warehouse(DuckDbLimits limits) {
        return warehouse(limits, CsvOptions.NONE, null);
    }

    /**
     * Starts an engine over the file.
     *
     * @param options what is declared about a CSV file
     * @param unit the column that identifies a person, or null if that is not known yet or each row is one
     * @throws LeadgenException INVALID_ARGUMENT if the file does not match its extension; WAREHOUSE_UNAVAILABLE if the engine does
     *     not start
     */
    public Warehouse warehouse(DuckDbLimits limits, CsvOptions options, @Nullable ColumnName unit) {
        Warehouse warehouse = DuckDbWarehouse.open(
                new EmbeddedTables(
                        Map.of(name, path),
                        Map.of(),
                        Map.of(name, options),
                        unit == null ? Map.of() : Map.of(name, unit)),
                limits);
        try {
            warehouse.describe(name);
            return warehouse;
        } catch (LeadgenException e) {
            warehouse.close();
            throw e.getCause() instanceof FileFault fault ? unreadable(fault) : e;
        }
    }

    private LeadgenException unreadable(FileFault fault) {
        String message = "Cannot read the file " + path.getFileName() + " as "
                + FileFormat.of(path).label() + ": " + fault.message();
        String hint = fault.hint();
        return hint == null
                ? LeadgenException.causedBy(ErrorCode.INVALID_ARGUMENT, message, fault)
                : LeadgenException.causedBy(ErrorCode.INVALID_ARGUMENT, message, hint, fault);
    }
}
