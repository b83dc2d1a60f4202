package io.leadgen.runtime.sql;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnType;

/**
 * A value for one marker of a statement.
 *
 * @param value by the type: {@code Boolean}; {@code Long} for the integer types; {@code BigDecimal} with the type's scale for
 *     DECIMAL; {@code Double}; {@code String}; {@code LocalDate}; {@code LocalDateTime} for both kinds of time stamps
 * @param type as what the value is sent; the type of the column beside it wherever the value fits that
 */
public record Bind(Object value, ColumnType type) {
    public Bind {
        requireNonNull(value, "value");
        requireNonNull(type, "type");
    }

    /** Prints no value: binds hold what callers asked for. */
    @Override
    public String toString() {
        return "<" + type + ">";
    }
}
