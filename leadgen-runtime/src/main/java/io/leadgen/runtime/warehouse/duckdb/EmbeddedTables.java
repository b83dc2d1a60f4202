package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that are served as tables.
 *
 * @param files for each table a Parquet file, a directory of Parquet files ({@code column=value} directories become partition
 *     columns), a CSV file with a header, or a .duckdb file; of that the table with the same schema and name, else the only
 *     one with the same name, else the file's only table
 * @param comments comments on columns, over those that a file holds itself
 */
public record EmbeddedTables(Map<TableName, Path> files, Map<TableName, Map<ColumnName, String>> comments) {
    public EmbeddedTables {
        Map<TableName, Path> sorted = new TreeMap<>(java.util.Comparator.comparing(TableName::toString));
        sorted.putAll(files);
        files = Collections.unmodifiableMap(sorted);
        Map<TableName, Map<ColumnName, String>> copy = new HashMap<>();
        comments.forEach((table, columns) -> copy.put(table, Map.copyOf(columns)));
        comments = Map.copyOf(copy);
    }

    public static EmbeddedTables of(Map<TableName, Path> files) {
        return new EmbeddedTables(files, Map.of());
    }
}
