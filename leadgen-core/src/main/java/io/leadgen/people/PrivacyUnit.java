package io.leadgen.people;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import org.jspecify.annotations.Nullable;

/** What one person is in a table. */
public sealed interface PrivacyUnit {

    /** How an answer names the unit: the identifying column, or {@code row}. */
    String label();

    /**
     * Every row is one person.
     *
     * @param identifier the column that identifies the person, or null if there is none
     */
    record Row(@Nullable ColumnName identifier) implements PrivacyUnit {
        @Override
        public String label() {
            return identifier == null ? "row" : identifier.value();
        }
    }

    /** A person is all rows that share one value of a column; rows without a value are left out. */
    record Key(ColumnName column) implements PrivacyUnit {
        public Key {
            requireNonNull(column, "column");
        }

        @Override
        public String label() {
            return column.value();
        }
    }
}
