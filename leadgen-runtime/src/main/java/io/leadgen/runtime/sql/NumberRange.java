package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The range of an exact numeric type. Literals are moved into it before they are bound. So no engine has to find a common type
 * for a column and a literal, which costs a cast per row and fails for extreme decimals.
 *
 * @param min the least value, of scale {@code scale}
 * @param max the greatest value, of scale {@code scale}
 * @param scale number of decimal places
 */
record NumberRange(BigDecimal min, BigDecimal max, int scale) {

    static NumberRange of(ColumnType type) {
        return switch (type.kind()) {
            case TINYINT -> bits(7);
            case SMALLINT -> bits(15);
            case INT -> bits(31);
            case BIGINT -> bits(63);
            case DECIMAL -> {
                BigDecimal max =
                        new BigDecimal(BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE), type.scale());
                yield new NumberRange(max.negate(), max, type.scale());
            }
            default -> throw new IllegalArgumentException("not an exact number: " + type);
        };
    }

    private static NumberRange bits(int bits) {
        BigDecimal end = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
        return new NumberRange(end.negate(), end.subtract(BigDecimal.ONE), 0);
    }

    /** The number of digits before the decimal point that every value of the type fits in. */
    static int integerDigits(ColumnType type) {
        BigDecimal max = of(type).max();
        return max.precision() - max.scale();
    }

    boolean holds(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= scale && value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    /** The least value of the type that is not below this value; greater than {@link #max} if there is none. */
    BigDecimal atLeast(BigDecimal value) {
        return value.setScale(scale, RoundingMode.CEILING).max(min);
    }

    /** The greatest value of the type that is not above this value; less than {@link #min} if there is none. */
    BigDecimal atMost(BigDecimal value) {
        return value.setScale(scale, RoundingMode.FLOOR).min(max);
    }
}
