package io.leadgen.audience;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Bounds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may know about a table before asking anything: names, types, comments and declarations, nothing that depends
 * on its rows. Columns that identify people are left out.
 *
 * @param unit what one person is in the table: an identifying column, or {@code row}
 * @param columns the columns, or those that match the search
 * @param columnCount how many columns there are in all
 */
public record TableMetadata(
        TableName table,
        @Nullable String comment,
        String unit,
        List<ColumnInfo> columns,
        int columnCount,
        Applied applied,
        String requestId) {
    public TableMetadata {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param type as Databricks spells it
     * @param partition whether the table is partitioned by this column
     * @param values the values that the data owner declares, or empty
     * @param bounds the range that the data owner declares, or null
     */
    public record ColumnInfo(
            String name,
            String type,
            boolean nullable,
            @Nullable String comment,
            boolean partition,
            List<String> values,
            @Nullable Bounds bounds) {
        public ColumnInfo {
            values = List.copyOf(values);
        }
    }
}
