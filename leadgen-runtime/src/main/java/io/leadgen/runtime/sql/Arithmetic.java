package io.leadgen.runtime.sql;

import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.Measure;

/**
 * Integers from a unit's value in double arithmetic. The IEEE 754 operations have a fixed order, so all engines return the same
 * number. The value must be NULL or finite.
 */
final class Arithmetic {
    /** Prevents LN(0), on which engines disagree; too small to change any other value. */
    private static final double TINY = 1e-30;
    /** Moves an edge into its own bin: logarithms of engines differ in the last digit, and powers of two are frequent values. */
    private static final double NUDGE = 1e-9;

    private final SqlDialect dialect;

    Arithmetic(SqlDialect dialect) {
        this.dialect = dialect;
    }

    /** The value's distance from the middle of the bounds in steps; see {@link Measure.CentredSum}. */
    SqlFragment steps(String value, Bounds bounds) {
        String clamped = "CASE WHEN " + value + " < " + number(bounds.lower()) + " THEN " + number(bounds.lower())
                + " WHEN " + value + " > " + number(bounds.upper()) + " THEN " + number(bounds.upper()) + " ELSE "
                + value + " END";
        return SqlFragment.of(
                "CAST(FLOOR((" + clamped + " - " + number(bounds.midpoint()) + ") / " + number(bounds.halfWidth())
                        + " * " + number(Measure.CentredSum.STEPS) + " + " + number(0.5) + ") AS BIGINT)");
    }

    /** The index of the value's bin. */
    String bin(String value, Grid grid) {
        if (grid instanceof Grid.Linear linear) {
            return within(
                    value, grid, value, linear.bounds().lower(), linear.bounds().upper());
        }
        if (grid instanceof Grid.Stretched stretched) {
            double lower = stretched.stretched(stretched.bounds().lower());
            double upper = stretched.stretched(stretched.bounds().upper());
            return within(value, grid, stretched(value, number(stretched.scale())), lower, upper);
        }
        return logarithmic(value);
    }

    /**
     * Divides before multiplying, so wide bounds cannot overflow.
     *
     * @param scaled the value on the scale on which bins have one width
     * @param lower where the first bin begins on that scale
     * @param upper where the last bin ends on it
     */
    private String within(String value, Grid grid, String scaled, double lower, double upper) {
        int last = grid.size() - 1;
        return "CASE WHEN " + value + " < " + number(grid.lowerEdge(1)) + " THEN 0 WHEN " + value + " >= "
                + number(grid.lowerEdge(last)) + " THEN " + last + " ELSE CAST(FLOOR((" + scaled + " - "
                + number(lower) + ") / " + number(upper - lower) + " * " + number(grid.size()) + ") AS INT) END";
    }

    private String stretched(String value, String scale) {
        String logarithm = "LN(" + number(1) + " + ABS(" + value + ") / " + scale + ")";
        return "CASE WHEN " + value + " < " + number(0) + " THEN -" + logarithm + " ELSE " + logarithm + " END";
    }

    private String logarithmic(String value) {
        int zero = Grid.Logarithmic.ZERO;
        String distance = distance(value);
        return "CASE WHEN " + value + " = " + number(0) + " THEN " + zero + " WHEN " + value + " > " + number(0)
                + " THEN " + zero + " + " + distance + " ELSE " + zero + " - " + distance + " END";
    }

    /** The number of bins between zero and the value, on either side. */
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
