package io.leadgen.runtime.warehouse.duckdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The format of a file, by its extension. */
public enum FileFormat {
    PARQUET("Parquet"),
    DIRECTORY("a folder of files"),
    CSV("CSV"),
    DUCKDB("a DuckDB database"),
    UNKNOWN("a table");

    /** The extensions of the files that can be queried by path. */
    public static final String EXTENSIONS = ".parquet, .pq, .csv, .tsv, .csv.gz, .tsv.gz";

    private final String label;

    FileFormat(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The format of the file or folder at a path. */
    public static FileFormat of(Path path) {
        return Files.isDirectory(path) ? DIRECTORY : ofName(String.valueOf(path.getFileName()));
    }

    public static FileFormat ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet") || name.endsWith(".pq")) {
            return PARQUET;
        }
        if (name.matches(".*\\.(csv|tsv)(\\.gz)?")) {
            return CSV;
        }
        return name.matches(".*\\.(duckdb|ddb|db)") ? DUCKDB : UNKNOWN;
    }
}
