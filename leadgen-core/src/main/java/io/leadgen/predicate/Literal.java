package io.leadgen.predicate;

import io.leadgen.catalog.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** A constant of a predicate. It is always sent to an engine as a bind value, never as SQL text. */
public sealed interface Literal extends Operand {

    @Override
    default <R> R accept(Visitor<R> visitor) {
        return visitor.literal(this);
    }

    /** An integer or decimal of at most 38 digits. Equal values are equal literals ({@code 1.0} is {@code 1}). */
    @SuppressWarnings("JavaLangClash") // always written Literal.Number
    record Number(BigDecimal value) implements Literal {
        private static final int MAX_DIGITS = 38;

        public Number {
            if (value.signum() == 0) {
                value = BigDecimal.ZERO;
            } else {
                value = value.stripTrailingZeros();
                if (value.precision() - value.scale() > MAX_DIGITS || value.scale() > MAX_DIGITS) {
                    throw new IllegalArgumentException("more than 38 digits");
                }
                value = value.scale() < 0 ? value.setScale(0) : value;
            }
            if (value.precision() > MAX_DIGITS) {
                throw new IllegalArgumentException("more than 38 digits");
            }
        }

        @Override
        public ColumnType type() {
            int scale = value.scale();
            return ColumnType.decimal(Math.max(value.precision(), Math.max(scale, 1)), scale);
        }
    }

    /** A string. Compared by code points and case-sensitive; trailing spaces count. */
    record Text(String value) implements Literal {
        @Override
        public ColumnType type() {
            return ColumnType.STRING;
        }
    }

    record Bool(boolean value) implements Literal {
        @Override
        public ColumnType type() {
            return ColumnType.BOOLEAN;
        }
    }

    /** A day, years 0001 to 9999. */
    record Date(LocalDate value) implements Literal {
        public Date {
            Literal.checkYear(value.getYear());
        }

        @Override
        public ColumnType type() {
            return ColumnType.DATE;
        }
    }

    /** A time in microseconds, years 0001 to 9999: in UTC for TIMESTAMP, local for TIMESTAMP_NTZ. */
    record Timestamp(LocalDateTime value) implements Literal {
        public Timestamp {
            Literal.checkYear(value.getYear());
            if (!value.truncatedTo(ChronoUnit.MICROS).equals(value)) {
                throw new IllegalArgumentException("finer than a microsecond");
            }
        }

        @Override
        public ColumnType type() {
            return ColumnType.TIMESTAMP_NTZ;
        }
    }

    private static void checkYear(int year) {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("year");
        }
    }
}
