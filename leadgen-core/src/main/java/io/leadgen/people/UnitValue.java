package io.leadgen.people;

import static java.util.Objects.requireNonNull;

import io.leadgen.predicate.Operand.ColumnRef;

/**
 * One number for each privacy unit: a numeric column, and how the rows of a unit with many rows are combined. NULL, NaN and
 * infinite values are no values; a unit without a value takes no part.
 */
public record UnitValue(ColumnRef column, Combination combination) {
    /** How a unit's rows become one number; without effect where every row is a unit. */
    public enum Combination {
        SUM,
        AVERAGE,
        MINIMUM,
        MAXIMUM
    }

    public UnitValue {
        requireNonNull(combination, "combination");
        if (!column.family().isNumber()) {
            throw new IllegalArgumentException("a numeric column");
        }
    }
}
