package io.leadgen.runtime.answer;

import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.TableMetadata;
import io.leadgen.catalog.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What there is to ask about. */
public final class CatalogDocument {
    private CatalogDocument() {}

    /** {@code {"catalogs": […]}}. */
    public static Map<String, @Nullable Object> catalogs(List<String> catalogs, String requestId) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalogs", catalogs);
        tree.put("request_id", requestId);
        return tree;
    }

    /** {@code {"catalog": …, "schemas": […]}}. */
    public static Map<String, @Nullable Object> schemas(String catalog, List<String> schemas, String requestId) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalog", catalog);
        tree.put("schemas", schemas);
        tree.put("request_id", requestId);
        return tree;
    }

    /** {@code {"catalog": …, "schema": …, "tables": […]}}, the tables by their last part. */
    public static Map<String, @Nullable Object> tables(
            String catalog, String schema, List<TableName> tables, String requestId) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalog", catalog);
        tree.put("schema", schema);
        tree.put("tables", tables.stream().map(TableName::table).toList());
        tree.put("request_id", requestId);
        return tree;
    }

    /** A table's columns and what is declared about it. */
    public static Map<String, @Nullable Object> of(TableMetadata metadata) {
        Map<String, @Nullable Object> tree = Parts.table(metadata.table());
        tree.put("comment", metadata.comment());
        tree.put("unit", metadata.unit());
        tree.put(
                "columns",
                metadata.columns().stream().map(CatalogDocument::column).toList());
        tree.put("matching", metadata.matching());
        tree.put("column_count", metadata.columnCount());
        tree.put("truncated", metadata.truncated());
        tree.put("searched_for", metadata.searchedFor());
        tree.put("applied", Parts.applied(metadata.applied()));
        tree.put("request_id", metadata.requestId());
        return tree;
    }

    /** Real tables have hundreds of columns, so a column says only what there is to say. */
    private static Map<String, @Nullable Object> column(TableMetadata.ColumnInfo column) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", column.name());
        tree.put("type", column.type());
        tree.put("nullable", column.nullable());
        tree.put("comment", column.comment());
        if (column.partition()) {
            tree.put("partition", true);
        }
        if (!column.values().isEmpty()) {
            tree.put("values", column.values());
        }
        if (column.bounds() != null) {
            tree.put("bounds", Parts.bounds(column.bounds()));
        }
        if (column.definition() != null) {
            tree.put("definition", column.definition());
        }
        if (column.owner() != null) {
            tree.put("owner", column.owner());
        }
        if (!column.tags().isEmpty()) {
            tree.put("tags", column.tags());
        }
        return tree;
    }

    /** A table's partition columns. */
    public static Map<String, @Nullable Object> of(PartitionInfo partitions) {
        Map<String, @Nullable Object> tree = Parts.table(partitions.table());
        tree.put(
                "partition_columns",
                partitions.partitionColumns().stream()
                        .map(CatalogDocument::partitionColumn)
                        .toList());
        tree.put("required", partitions.required());
        tree.put("request_id", partitions.requestId());
        return tree;
    }

    private static Map<String, @Nullable Object> partitionColumn(PartitionInfo.PartitionColumn column) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", column.name());
        tree.put("type", column.type());
        tree.put("comment", column.comment());
        return tree;
    }
}
