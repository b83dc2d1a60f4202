package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.csv.CsvOptions;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that are available as tables.
 *
 * @param files by table: a Parquet file, a CSV file, a folder of either ({@code column=value} folders of Parquet files become
 *     partition columns), or a .duckdb file. Of a .duckdb file, the table with the same schema and name is used, else the only
 *     table with that name, else the only table
 * @param comments comments on columns; they override those in the files
 * @param csvOptions by table, what is declared about its CSV files
 * @param units by table, the column that identifies a person. In a CSV file it is read as written, so that 7.1 and 7.10 are two
 *     people
 */
public record EmbeddedTables(
        Map<TableName, Path> files,
        Map<TableName, Map<ColumnName, String>> comments,
        Map<TableName, CsvOptions> csvOptions,
        Map<TableName, ColumnName> units) {
    public EmbeddedTables {
        Map<TableName, Path> sorted = new TreeMap<>(Comparator.comparing(TableName::toString));
        sorted.putAll(files);
        files = Collections.unmodifiableMap(sorted);
        Map<TableName, Map<ColumnName, String>> copy = new HashMap<>();
        comments.forEach((table, columns) -> copy.put(table, Map.copyOf(columns)));
        comments = Map.copyOf(copy);
        csvOptions = Map.copyOf(csvOptions);
        units = Map.copyOf(units);
    }

    /** Files without declarations about CSV. */
    public EmbeddedTables(Map<TableName, Path> files, Map<TableName, Map<ColumnName, String>> comments) {
        this(files, comments, Map.of(), Map.of());
    }

    /** Files without comments on columns. */
    public static EmbeddedTables of(Map<TableName, Path> files) {
        return new EmbeddedTables(files, Map.of());
    }

    CsvOptions options(TableName table) {
        return csvOptions.getOrDefault(table, CsvOptions.NONE);
    }
}
