package io.leadgen.audience;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.question.answer.AppliedPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may know about a table before asking anything: names, types, comments and declarations, nothing that depends
 * on its rows. Columns that identify people are left out.
 *
 * @param unit what one person is in the table: an identifying column, or {@code row}
 * @param columns the first of the columns, in the order of the table; or the best of those that match the search
 * @param matching how many columns match the search; without a search all do
 * @param columnCount how many columns there are in all
 * @param searchedFor the corrected search, if only that matched; or null
 */
public record TableMetadata(
        TableName table,
        @Nullable String comment,
        String unit,
        List<ColumnInfo> columns,
        int matching,
        int columnCount,
        @Nullable String searchedFor,
        AppliedPolicy applied,
        String requestId) {
    /** The default number of columns: as many as a reader takes in. */
    public static final int MOST_COLUMNS = 50;

    public TableMetadata {
        columns = List.copyOf(columns);
    }

    /** Whether columns that match were left out. */
    public boolean truncated() {
        return columns.size() < matching;
    }

    /**
     * A column.
     *
     * @param type as Databricks spells it
     * @param comment what it holds: the dictionary's description, else the catalog's comment, or null
     * @param partition whether the table is partitioned by this column
     * @param values the values that the data owner declares, else those of the dictionary, or empty
     * @param bounds the range that the data owner declares, or null
     * @param definition what the business means by it, or null
     * @param owner who answers questions about it, or null
     * @param tags words under which it is found
     */
    public record ColumnInfo(
            String name,
            String type,
            boolean nullable,
            @Nullable String comment,
            boolean partition,
            List<String> values,
            @Nullable Bounds bounds,
            @Nullable String definition,
            @Nullable String owner,
            List<String> tags) {
        public ColumnInfo {
            values = List.copyOf(values);
            tags = List.copyOf(tags);
        }
    }
}
