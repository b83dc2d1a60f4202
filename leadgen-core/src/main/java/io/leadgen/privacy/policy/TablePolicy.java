package io.leadgen.privacy.policy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnMeaning;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.people.PrivacyUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the data owner declares about a table.
 *
 * @param unit what one person is
 * @param require a predicate that is AND-ed to every question, or null
 * @param rowFilter a predicate on what the caller may see, AND-ed to every question, or null; {@code ${user.name}} in it means
 *     an attribute of the caller
 * @param partition by which column the table is divided, as far as the engine's catalog does not say so itself, or null
 * @param columns declarations by column
 * @param dictionary what columns mean, by column; it changes no answer
 */
public record TablePolicy(
        PrivacyUnit unit,
        @Nullable String require,
        @Nullable String rowFilter,
        @Nullable Partition partition,
        Map<ColumnName, ColumnPolicy> columns,
        Map<ColumnName, ColumnMeaning> dictionary) {
    /**
     * The column by which the data owner divides a table, by day or month for example.
     *
     * @param required whether every question must filter on it, so that no scan reads the whole table by accident
     */
    public record Partition(ColumnName column, boolean required) {
        public Partition {
            requireNonNull(column, "column");
        }
    }

    /** A table that the configuration does not mention: each row is taken for a person. */
    public static final TablePolicy NONE = new TablePolicy(new PrivacyUnit.Row(null), null, null, null, Map.of());

    public TablePolicy {
        requireNonNull(unit, "unit");
        columns = Map.copyOf(columns);
        dictionary = Map.copyOf(dictionary);
    }

    /** A table without a dictionary. */
    public TablePolicy(
            PrivacyUnit unit,
            @Nullable String require,
            @Nullable String rowFilter,
            @Nullable Partition partition,
            Map<ColumnName, ColumnPolicy> columns) {
        this(unit, require, rowFilter, partition, columns, Map.of());
    }

    /** The same with a row filter. */
    public TablePolicy withRowFilter(String filter) {
        return new TablePolicy(unit, require, filter, partition, columns, dictionary);
    }

    /** The column that every question must filter on, or null. */
    public @Nullable ColumnName requiredPartition() {
        return partition != null && partition.required() ? partition.column() : null;
    }

    /** The declaration of a column; the column that identifies a person is an identifier, declared or not. */
    public ColumnPolicy column(ColumnName name) {
        ColumnPolicy declared = columns.getOrDefault(name, ColumnPolicy.NONE);
        boolean identifies = unit instanceof PrivacyUnit.Key key
                ? key.column().equals(name)
                : unit instanceof PrivacyUnit.Row row && name.equals(row.identifier());
        return identifies ? new ColumnPolicy(ColumnRole.IDENTIFIER, declared.bounds(), declared.values()) : declared;
    }

    /** What the dictionary says of a column. */
    public ColumnMeaning meaning(ColumnName name) {
        return dictionary.getOrDefault(name, ColumnMeaning.NONE);
    }

    /** Whether a question may use the column. */
    public boolean mayUse(ColumnName name) {
        return column(name).role() != ColumnRole.IDENTIFIER;
    }
}
