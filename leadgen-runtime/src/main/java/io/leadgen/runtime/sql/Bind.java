package io.leadgen.runtime.sql;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnType;

/**
 * A value for one marker of a statement.
 *
 * @param value by the type: {@code Boolean}; {@code Long} for the integer types; {@code BigDecimal} with the type's scale for
 *     DECIMAL; {@code Double}; {@code String}; {@code LocalDate}; {@code LocalDateTime} for both kinds of timestamps
 * @param type the type as which the value is sent: that of the column it is compared with if the value fits
 */
public record Bind(Object value, ColumnType type) {
    public Bind {
        requireNonNull(value, "value");
        requireNonNull(type, "type");
    }

    /** Omits the value, which callers chose. */
    @Override
    public String toString() {
        return "<" + type + ">";
    }
}
