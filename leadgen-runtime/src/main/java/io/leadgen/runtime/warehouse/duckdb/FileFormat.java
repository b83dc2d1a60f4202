package io.leadgen.runtime.warehouse.duckdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is, by its ending; operators name their files so, and a wrong ending is a mistake worth an error. */
public enum FileFormat {
    PARQUET("Parquet"),
    DIRECTORY("a directory of Parquet files"),
    CSV("CSV"),
    DUCKDB("a DuckDB database"),
    UNKNOWN("a table");

    private final String label;

    FileFormat(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }

    /** What is at a path. */
    public static FileFormat of(Path path) {
        return Files.isDirectory(path) ? DIRECTORY : ofName(String.valueOf(path.getFileName()));
    }

    /** What a file of this name is. */
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
