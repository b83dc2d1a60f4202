package io.leadgen.runtime.sql;

import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.Measure;

/**
 * Whole numbers from a unit's value, in plain double arithmetic: each operation is the one of IEEE 754, in one fixed order,
 * so that all engines get the same number. The value is NULL or finite.
 */
final class Arithmetic {
    /** Keeps the logarithm away from zero, where engines disagree, and is too small to change any other value. */
    private static final double TINY = 1e-30;
    /**
     * Moves the logarithm of an edge safely to the edge's own bin. Engines' logarithms differ in the last digit, and powers of
     * two are edges that values do hit.
     */
    private static final double NUDGE = 1e-9;

    private final SqlDialect dialect;

    Arithmetic(SqlDialect dialect) {
        this.dialect = dialect;
    }

    /** The value's distance from the middle of the bounds in steps, see {@link Measure.CentredSum}. */
    Fragment steps(String value, Bounds bounds) {
        String clamped = "CASE WHEN " + value + " < " + number(bounds.lower()) + " THEN " + number(bounds.lower())
                + " WHEN " + value + " > " + number(bounds.upper()) + " THEN " + number(bounds.upper()) + " ELSE "
                + value + " END";
        return Fragment.of(
                "CAST(FLOOR((" + clamped + " - " + number(bounds.midpoint()) + ") / " + number(bounds.halfWidth())
                        + " * " + number(Measure.CentredSum.STEPS) + " + " + number(0.5) + ") AS BIGINT)");
    }

    /** The index of the value's bin. */
    String bin(String value, Grid grid) {
        return grid instanceof Grid.Linear linear ? linear(value, linear) : logarithmic(value);
    }

    /** Divides before it multiplies, so that wide bounds cannot overflow. */
    private String linear(String value, Grid.Linear grid) {
        int last = grid.size() - 1;
        Bounds bounds = grid.bounds();
        return "CASE WHEN " + value + " < " + number(grid.lowerEdge(1)) + " THEN 0 WHEN " + value + " >= "
                + number(grid.lowerEdge(last)) + " THEN " + last + " ELSE CAST(FLOOR((" + value + " - "
                + number(bounds.lower()) + ") / " + number(bounds.upper() - bounds.lower()) + " * "
                + number(grid.size())
                + ") AS INT) END";
    }

    private String logarithmic(String value) {
        int zero = Grid.Logarithmic.ZERO;
        String distance = distance(value);
        return "CASE WHEN " + value + " = " + number(0) + " THEN " + zero + " WHEN " + value + " > " + number(0)
                + " THEN " + zero + " + " + distance + " ELSE " + zero + " - " + distance + " END";
    }

    /** How many bins the value is away from zero, on either side. */
    private String distance(String value) {
        Grid.Logarithmic grid = new Grid.Logarithmic();
        int last = Grid.Logarithmic.PER_SIDE;
        return "CASE WHEN ABS(" + value + ") < " + number(grid.upperEdge(Grid.Logarithmic.ZERO + 1))
                + " THEN 1 WHEN ABS(" + value + ") >= " + number(grid.lowerEdge(Grid.Logarithmic.ZERO + last))
                + " THEN "
                + last + " ELSE CAST(FLOOR(LN(ABS(" + value + ") + " + number(TINY) + ") * "
                + number(Grid.Logarithmic.PER_OCTAVE / Math.log(2)) + " + "
                + number(1 - Grid.Logarithmic.LOWEST_EXPONENT * Grid.Logarithmic.PER_OCTAVE + NUDGE) + ") AS INT) END";
    }

    private String number(double value) {
        return dialect.number(value);
    }
}
