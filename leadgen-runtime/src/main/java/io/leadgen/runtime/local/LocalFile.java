package io.leadgen.runtime.local;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.WarehouseConfig;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.runtime.warehouse.duckdb.FileFormat;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Parquet or CSV file that is asked about as a table.
 *
 * <p>Its name as a table follows from where it really is, links resolved: {@code file.<16 digits>.<its name>}. So a file keeps its
 * ledger and its standing answers by whatever way it is named, and two files never share theirs. What is in it does not count: a
 * file that is replaced by a newer one of the same name is the same table, as it is in a warehouse.
 *
 * @param path the real path
 * @param name its name as a table
 */
public record LocalFile(Path path, TableName name) {
    static final String CATALOG = "file";
    private static final int DIGITS = 16;
    private static final int LONGEST_STEM = 64;

    /**
     * The file that a word names.
     *
     * @param folder where relative paths start
     * @throws LeadgenException INVALID_ARGUMENT if there is no such file, it may not be read, or it is neither Parquet nor CSV
     *     by its name
     */
    public static LocalFile of(String word, Path folder) {
        if (word.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            throw refused(word + " is not on this machine", "copy it here, or let the warehouse serve it");
        }
        Path path = path(word, folder);
        if (Files.isDirectory(path)) {
            throw refused(
                    word + " is a folder",
                    "name a file in it; leadgen init --table main.leads.people=FOLDER serves a folder of Parquet files");
        }
        if (Files.notExists(path)) {
            throw refused("There is no file " + word, "see whether the path is right; a relative one starts here");
        }
        checkFormat(word, path);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw refused("The file " + word + " cannot be read", "see whether you may read it, and its folder");
        }
        try {
            if (Files.size(path) == 0) {
                throw refused("The file " + word + " is empty", "it needs columns at least");
            }
            return of(path.toRealPath());
        } catch (IOException e) {
            throw refused("The file " + word + " cannot be read", "see whether you may read it, and its folder");
        }
    }

    private static Path path(String word, Path folder) {
        try {
            return folder.resolve(word);
        } catch (InvalidPathException e) {
            throw refused("This system has no file with such a name", "see whether the path is right");
        }
    }

    private static void checkFormat(String word, Path path) {
        switch (FileFormat.of(path)) {
            case PARQUET, CSV -> {}
            case DUCKDB ->
                throw refused(
                        word + " is a database, which can have many tables",
                        "give the table a name in a configuration: leadgen init --table main.leads.people=FILE");
            case DIRECTORY, UNKNOWN ->
                throw refused(
                        word + " is no Parquet or CSV file",
                        "files are known by their ending: .parquet, .pq, .csv, .tsv, .csv.gz or .tsv.gz");
        }
    }

    private static LeadgenException refused(String message, String hint) {
        return LeadgenException.of(ErrorCode.INVALID_ARGUMENT, message, hint);
    }

    /** @param real where a file really is */
    static LocalFile of(Path real) {
        String digits = QuestionKey.of(List.of(real.toString())).hex().substring(0, DIGITS);
        return new LocalFile(real, new TableName(CATALOG, digits, stem(String.valueOf(real.getFileName()))));
    }

    /** Just for the eye: signs that a name can have without backticks. */
    private static String stem(String fileName) {
        String stem = fileName.toLowerCase(Locale.ROOT)
                .replaceFirst("(?s)\\.(parquet|pq|csv|tsv|csv\\.gz|tsv\\.gz)$", "")
                .replaceAll("[^\\p{L}\\p{N}_-]", "_");
        String named = stem.matches("(?s)[\\p{L}_0-9].*") ? stem : "_" + stem;
        return named.length() <= LONGEST_STEM
                ? named
                : named.substring(0, named.offsetByCodePoints(0, named.codePointCount(0, LONGEST_STEM) - 1));
    }

    /**
     * The table as which a configuration serves this very file.
     *
     * @throws LeadgenException INVALID_ARGUMENT if the file is part of a folder that is served, or served as several tables:
     *     then only a table's name says which policy is meant
     */
    public Optional<TableName> servedBy(LeadgenConfig config) {
        if (!(config.warehouse() instanceof WarehouseConfig.Embedded embedded)) {
            return Optional.empty();
        }
        Map<TableName, Path> serving = new LinkedHashMap<>();
        embedded.tables().forEach((table, served) -> {
            Path real = real(served);
            if (path.startsWith(real)) {
                serving.put(table, real);
            }
        });
        if (serving.size() > 1) {
            throw refused(
                    "The configuration serves this file as several tables",
                    "name one of them: "
                            + serving.keySet().stream().map(TableName::toString).collect(Collectors.joining(", ")));
        }
        serving.forEach((table, real) -> {
            if (!path.equals(real)) {
                throw refused("This file is a part of the table " + table, "ask about that table");
            }
        });
        return serving.keySet().stream().findFirst();
    }

    /** Where a file of a configuration really is, which may not be there. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /**
     * Starts an engine over the file.
     *
     * @throws LeadgenException INVALID_ARGUMENT if the file is not what its ending says; WAREHOUSE_UNAVAILABLE if the engine does
     *     not start
     */
    public Warehouse warehouse(DuckDbLimits limits) {
        try {
            return DuckDbWarehouse.open(EmbeddedTables.of(Map.of(name, path)), limits);
        } catch (LeadgenException e) {
            if (e.code() != ErrorCode.CONFIG_INVALID) {
                throw e;
            }
            FileFormat format = FileFormat.of(path);
            throw LeadgenException.causedBy(
                    ErrorCode.INVALID_ARGUMENT,
                    "The file " + path.getFileName() + " cannot be read as " + format.label(),
                    format == FileFormat.PARQUET
                            ? "see whether it is whole, and that no two columns differ in case only"
                            : "it needs a header, as many fields in every row, closed quotes and UTF-8; no two columns may"
                                    + " differ in case only",
                    e);
        }
    }
}
