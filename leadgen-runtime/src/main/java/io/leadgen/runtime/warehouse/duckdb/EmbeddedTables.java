package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that are available as tables.
 *
 * @param files by table: a Parquet file, a folder of Parquet files ({@code column=value} folders become partition columns), a
 *     CSV file with a header, or a .duckdb file. Of a .duckdb file, the table with the same schema and name is used, else the
 *     only table with that name, else the only table
 * @param comments comments on columns; they override those in the files
 */
public record EmbeddedTables(Map<TableName, Path> files, Map<TableName, Map<ColumnName, String>> comments) {
    public EmbeddedTables {
        Map<TableName, Path> sorted = new TreeMap<>(Comparator.comparing(TableName::toString));
        sorted.putAll(files);
        files = Collections.unmodifiableMap(sorted);
        Map<TableName, Map<ColumnName, String>> copy = new HashMap<>();
        comments.forEach((table, columns) -> copy.put(table, Map.copyOf(columns)));
        comments = Map.copyOf(copy);
    }

    /** Files without comments on columns. */
    public static EmbeddedTables of(Map<TableName, Path> files) {
        return new EmbeddedTables(files, Map.of());
    }
}
