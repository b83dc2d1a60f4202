package io.leadgen.privacy.policy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;

/**
 * The column by which the data owner divides a table, by day or month for example.
 *
 * @param required whether every question must filter on it, so that no scan reads the whole table by accident
 */
public record PartitionPolicy(ColumnName column, boolean required) {
    public PartitionPolicy {
        requireNonNull(column, "column");
    }
}
