package io.leadgen.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table or view and its columns, as the engine's catalog declares them. Nothing here depends on the rows of the table.
 *
 * @param comment the catalog's comment, or null
 */
public record TableSchema(
        TableName name, List<Column> columns, @Nullable String comment) {
    public TableSchema {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Map<ColumnName, Column> byName = new LinkedHashMap<>();
        for (Column column : columns) {
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException("column names that differ in case only: " + column.name());
            }
        }
    }

    public Optional<Column> column(ColumnName name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The partition columns, outermost first; empty if the table is not partitioned. */
    public List<Column> partitionColumns() {
        return columns.stream()
                .filter(column -> column.partitionIndex() != null)
                .sorted(Comparator.comparing(column -> Objects.requireNonNull(column.partitionIndex())))
                .toList();
    }
}
