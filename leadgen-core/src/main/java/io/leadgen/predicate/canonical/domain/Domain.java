package io.leadgen.predicate.canonical.domain;

import io.leadgen.predicate.Literal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The values, other than NULL, that an operand can take, in their order, and the position of a literal among them.
 *
 * <p>A domain may be larger than what the operand really takes: all doubles for a FLOAT column, all instants for a TIMESTAMP
 * column although most engines count microseconds. Then two predicates that always agree may keep two forms, which costs only a
 * cache hit. It must never be smaller: then two predicates that differ would share a form.
 *
 * <p>Between two neighboring values there is one cut, whatever literal describes it. In a domain of whole numbers {@code > 2},
 * {@code > 2.5}, {@code >= 2.1} and {@code >= 3} all start at the cut below 3.
 */
public sealed interface Domain {

    /** The cut between the values smaller than the literal and the others. */
    default CutPoint below(Literal literal) {
        return CutPoint.below(literal);
    }

    /** The cut between the values larger than the literal and the others. */
    default CutPoint above(Literal literal) {
        return CutPoint.above(literal);
    }

    /** Whether every value except the largest has a next one. */
    default boolean discrete() {
        return false;
    }

    /** The smallest value, or null if there is none or it has no literal. */
    default @Nullable Literal first() {
        return null;
    }

    /** The largest value, or null if there is none or it has no literal. */
    default @Nullable Literal last() {
        return null;
    }

    /** The next larger value, or null if there is none or it has no literal. */
    default @Nullable Literal next(Literal value) {
        return null;
    }

    /** The next smaller value, or null if there is none or it has no literal. */
    default @Nullable Literal previous(Literal value) {
        return null;
    }

    /** Whether the literal is a value of the domain. */
    default boolean holds(Literal literal) {
        return !below(literal).equals(above(literal));
    }

    /** Multiples of a power of ten within limits: the integer types and DECIMAL. */
    record NumberGrid(BigDecimal min, BigDecimal max, int scale) implements Domain {

        static NumberGrid digits(int precision, int scale) {
            BigDecimal max =
                    BigDecimal.TEN.pow(precision).subtract(BigDecimal.ONE).movePointLeft(scale);
            return new NumberGrid(max.negate(), max, scale);
        }

        static NumberGrid bits(int bits) {
            BigDecimal half = BigDecimal.valueOf(2).pow(bits - 1);
            return new NumberGrid(half.negate(), half.subtract(BigDecimal.ONE), 0);
        }

        static NumberGrid integers(int min, int max) {
            return new NumberGrid(BigDecimal.valueOf(min), BigDecimal.valueOf(max), 0);
        }

        /** What can be counted in 64 bits. */
        static NumberGrid nonNegative() {
            return new NumberGrid(BigDecimal.ZERO, BigDecimal.valueOf(Long.MAX_VALUE), 0);
        }

        /** The absolute values of these values. */
        NumberGrid absolute() {
            return new NumberGrid(BigDecimal.ZERO, min.abs().max(max.abs()), scale);
        }

        @Override
        public CutPoint below(Literal literal) {
            return cutBelow(rounded(literal, RoundingMode.CEILING));
        }

        @Override
        public CutPoint above(Literal literal) {
            return cutBelow(rounded(literal, RoundingMode.FLOOR).add(step()));
        }

        private BigDecimal rounded(Literal literal, RoundingMode mode) {
            BigDecimal value = number(literal);
            return value.scale() <= scale ? value : value.setScale(scale, mode);
        }

        private CutPoint cutBelow(BigDecimal value) {
            if (value.compareTo(min) <= 0) {
                return CutPoint.End.BOTTOM;
            }
            return value.compareTo(max) > 0 ? CutPoint.End.TOP : CutPoint.below(new Literal.Number(value));
        }

        private BigDecimal step() {
            return BigDecimal.ONE.movePointLeft(scale);
        }

        @Override
        public boolean discrete() {
            return true;
        }

        @Override
        public Literal first() {
            return new Literal.Number(min);
        }

        @Override
        public Literal last() {
            return new Literal.Number(max);
        }

        @Override
        public @Nullable Literal next(Literal value) {
            BigDecimal next = number(value).add(step());
            return next.compareTo(max) > 0 ? null : new Literal.Number(next);
        }

        @Override
        public @Nullable Literal previous(Literal value) {
            BigDecimal previous = number(value).subtract(step());
            return previous.compareTo(min) < 0 ? null : new Literal.Number(previous);
        }
    }

    /** FALSE, then TRUE. */
    enum Booleans implements Domain {
        INSTANCE;

        private static final Literal FALSE = new Literal.Bool(false);
        private static final Literal TRUE = new Literal.Bool(true);

        @Override
        public CutPoint below(Literal literal) {
            return literal.equals(FALSE) ? CutPoint.End.BOTTOM : CutPoint.below(TRUE);
        }

        @Override
        public CutPoint above(Literal literal) {
            return literal.equals(FALSE) ? CutPoint.below(TRUE) : CutPoint.End.TOP;
        }

        @Override
        public boolean discrete() {
            return true;
        }

        @Override
        public Literal first() {
            return FALSE;
        }

        @Override
        public Literal last() {
            return TRUE;
        }

        @Override
        public @Nullable Literal next(Literal value) {
            return value.equals(FALSE) ? TRUE : null;
        }

        @Override
        public @Nullable Literal previous(Literal value) {
            return value.equals(TRUE) ? FALSE : null;
        }
    }

    /** Days without limits: some engines have days before the year 1 and after 9999, which have no literal. */
    enum Days implements Domain {
        INSTANCE;

        private static final LocalDate FIRST_LITERAL = LocalDate.of(1, 1, 1);
        private static final LocalDate LAST_LITERAL = LocalDate.of(9999, 12, 31);

        @Override
        public CutPoint above(Literal literal) {
            Literal next = next(literal);
            return next == null ? CutPoint.above(literal) : CutPoint.below(next);
        }

        @Override
        public boolean discrete() {
            return true;
        }

        @Override
        public @Nullable Literal next(Literal value) {
            LocalDate date = ((Literal.Date) value).value();
            return date.equals(LAST_LITERAL) ? null : new Literal.Date(date.plusDays(1));
        }

        @Override
        public @Nullable Literal previous(Literal value) {
            LocalDate date = ((Literal.Date) value).value();
            return date.equals(FIRST_LITERAL) ? null : new Literal.Date(date.minusDays(1));
        }
    }

    /** Values that are compared exactly: decimals of unknown scale, and timestamps of unknown resolution. */
    enum Exact implements Domain {
        INSTANCE
    }

    /**
     * Binary floating point: a literal means the nearest double. Infinities and NaN, the largest of all, have no literals. They
     * are beyond every cut and need no special case. -0.0 is 0.
     */
    enum Doubles implements Domain {
        ALL(false),
        /** Absolute values. */
        NON_NEGATIVE(true);

        /** A double keeps this many decimal digits: two such literals never mean the same double. */
        private static final int SAFE_DIGITS = 15;

        private static final Literal.Number LARGEST =
                new Literal.Number(BigDecimal.TEN.pow(38).subtract(BigDecimal.ONE));
        private static final Literal.Number SMALLEST =
                new Literal.Number(LARGEST.value().negate());

        private final boolean fromZero;

        Doubles(boolean fromZero) {
            this.fromZero = fromZero;
        }

        @Override
        public CutPoint below(Literal literal) {
            return fromZero && number(literal).signum() <= 0 ? CutPoint.End.BOTTOM : CutPoint.below(nearest(literal));
        }

        @Override
        public CutPoint above(Literal literal) {
            return fromZero && number(literal).signum() < 0 ? CutPoint.End.BOTTOM : CutPoint.above(nearest(literal));
        }

        /**
         * The shortest decimal that means the same double. Not {@link Double#toString(double)}: its digits changed in JDK 19,
         * and keys in a ledger must not. No literal of 38 digits equals the double 10^38, but the largest literal means it.
         */
        private static Literal nearest(Literal literal) {
            BigDecimal value = number(literal);
            if (value.precision() <= SAFE_DIGITS) {
                return literal;
            }
            double nearest = value.doubleValue();
            if (Math.abs(nearest) >= LARGEST.value().doubleValue()) {
                return nearest > 0 ? LARGEST : SMALLEST;
            }
            BigDecimal exact = new BigDecimal(nearest);
            int digits = 1;
            BigDecimal shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            while (shortest.doubleValue() != nearest) {
                digits++;
                shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            }
            return new Literal.Number(shortest);
        }
    }

    /** Strings by code points; the empty one is the smallest. */
    enum Strings implements Domain {
        INSTANCE;

        private static final Literal EMPTY = new Literal.Text("");

        @Override
        public CutPoint below(Literal literal) {
            return literal.equals(EMPTY) ? CutPoint.End.BOTTOM : CutPoint.below(literal);
        }

        @Override
        public Literal first() {
            return EMPTY;
        }
    }

    private static BigDecimal number(Literal literal) {
        return ((Literal.Number) literal).value();
    }
}
