package io.leadgen.cli.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A scale from zero over round numbers.
 *
 * @param step from one mark to the next
 * @param steps how many marks there are above zero, 2 to 5
 */
public record Scale(BigDecimal step, int steps) {
    private static final int MOST = 5;
    /** The last one always suffices: numbers have two digits before what is multiplied by it. */
    private static final int[] ROUND = {1, 2, 5, 10, 20};

    /** The finest that reaches up to a number, 1 at least. */
    public static Scale upTo(BigDecimal most) {
        BigDecimal magnitude = BigDecimal.ONE.movePointRight(Math.max(0, most.precision() - most.scale() - 2));
        int at = 0;
        while (steps(most, magnitude, ROUND[at]) > MOST) {
            at++;
        }
        return new Scale(
                magnitude.multiply(BigDecimal.valueOf(ROUND[at])), Math.max(2, steps(most, magnitude, ROUND[at])));
    }

    private static int steps(BigDecimal most, BigDecimal magnitude, int round) {
        return most.divide(magnitude.multiply(BigDecimal.valueOf(round)), 0, RoundingMode.UP)
                .intValueExact();
    }

    BigDecimal top() {
        return step.multiply(BigDecimal.valueOf(steps));
    }

    public String label(int mark) {
        return Numerals.grouped(step.multiply(BigDecimal.valueOf(mark)));
    }

    /** How many of the parts of the whole scale a number takes. */
    int of(BigDecimal number, int parts, RoundingMode rounding) {
        return number.multiply(BigDecimal.valueOf(parts))
                .divide(top(), 0, rounding)
                .intValueExact();
    }
}
