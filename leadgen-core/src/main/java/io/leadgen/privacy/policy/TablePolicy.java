package io.leadgen.privacy.policy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnMeaning;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import java.util.Map;
import java.util.Set;
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
 * @param content whose rows the table has
 * @param people the name of the population that the unit belongs to; null if the people of this table are in no other
 */
public record TablePolicy(
        PrivacyUnit unit,
        @Nullable String require,
        @Nullable String rowFilter,
        @Nullable Partition partition,
        Map<ColumnName, ColumnPolicy> columns,
        Map<ColumnName, ColumnMeaning> dictionary,
        Content content,
        @Nullable String people) {

    /** Whose rows a table has. */
    public enum Content {
        /** Nobody has said so. Each row is taken for a person, which may be wrong. */
        UNDECLARED,
        /** Rows of people; the unit says what one person is. */
        PEOPLE,
        /** Rows about no person, such as plans or shops. */
        PUBLIC
    }

    /**
     * The people of a table, and where else they are: budgets are theirs, not the table's.
     *
     * @param table the table
     * @param name of the population, or null if its people are in no other table
     * @param tables every table with these people, this one too
     */
    public record Population(TableName table, @Nullable String name, Set<TableName> tables) {
        public Population {
            requireNonNull(table, "table");
            tables = Set.copyOf(tables);
        }

        /** The people of one table, who are in no other. */
        public static Population of(TableName table) {
            return new Population(table, null, Set.of(table));
        }
    }

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
    public static final TablePolicy NONE =
            new TablePolicy(new PrivacyUnit.Row(null), null, null, null, Map.of(), Map.of(), Content.UNDECLARED, null);

    public TablePolicy {
        requireNonNull(unit, "unit");
        requireNonNull(content, "content");
        columns = Map.copyOf(columns);
        dictionary = Map.copyOf(dictionary);
    }

    /** A table of people who are in no other, without a dictionary. */
    public TablePolicy(
            PrivacyUnit unit,
            @Nullable String require,
            @Nullable String rowFilter,
            @Nullable Partition partition,
            Map<ColumnName, ColumnPolicy> columns) {
        this(unit, require, rowFilter, partition, columns, Map.of(), Content.PEOPLE, null);
    }

    /** The same with a row filter. */
    public TablePolicy withRowFilter(String filter) {
        return new TablePolicy(unit, require, filter, partition, columns, dictionary, content, people);
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
