package io.leadgen.catalog;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A column as the engine's catalog declares it. Nothing here depends on the rows of the table.
 *
 * @param comment the catalog's comment, or null
 * @param partitionIndex position among the partition columns, from 0, or null if it is not one
 */
public record Column(
        ColumnName name,
        ColumnType type,
        boolean nullable,
        @Nullable String comment,
        @Nullable Integer partitionIndex) {
    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }

    public static Column of(String name, ColumnType type) {
        return new Column(new ColumnName(name), type, true, null, null);
    }
}
