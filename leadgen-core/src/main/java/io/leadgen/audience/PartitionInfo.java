package io.leadgen.audience;

import io.leadgen.catalog.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table is partitioned. Which partitions exist, and their sizes, depend on rows and are not disclosed.
 *
 * @param partitionColumns outermost first; empty if the table is not partitioned
 * @param required the partition column that every question must filter on, or null
 */
public record PartitionInfo(
        TableName table,
        List<PartitionColumn> partitionColumns,
        @Nullable String required,
        String requestId) {
    public PartitionInfo {
        partitionColumns = List.copyOf(partitionColumns);
    }

    /** A column that a table is partitioned by; the type as Databricks spells it. */
    public record PartitionColumn(
            String name, String type, @Nullable String comment) {}
}
