package io.leadgen.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** By what rows are grouped: one column, and what of it makes a difference. */
public sealed interface GroupKey {
    /** Keys of one question. */
    int MOST = 3;

    ColumnRef column();

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind; deliberately without default methods. */
    interface Visitor<R> {
        R listed(Listed key);

        R bands(Bands key);

        R windows(Windows key);

        R values(Values key);

        R calendar(Calendar key);
    }

    /** A key whose places the question names. */
    sealed interface Enumerated extends GroupKey {

        /** Number of places. */
        int size();
    }

    /**
     * The listed values in their order, then NULL, then everything else, so that the places add up to all rows. A value counts
     * at its first mention if two of them are the same double.
     *
     * @param values literals that can be compared with the column, all different
     */
    record Listed(ColumnRef column, List<Literal> values) implements Enumerated {
        public Listed {
            // Checks that they can be compared.
            values = new Predicate.In(column, values).values();
            if (new HashSet<>(values).size() < values.size()) {
                throw new IllegalArgumentException("a value twice");
            }
        }

        @Override
        public int size() {
            return values.size() + 2;
        }

        public int ofNull() {
            return values.size();
        }

        public int ofOthers() {
            return values.size() + 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listed(this);
        }
    }

    /**
     * Place <i>i</i> has the values with <i>i</i> edges at or below them: below the first edge, from each edge up to the next
     * one, which it leaves out, from the last edge on (NaN too); NULL has the place after them.
     *
     * @param column numbers, dates or times
     * @param edges literals that can be compared with the column, ascending
     */
    record Bands(ColumnRef column, List<Literal> edges) implements Enumerated {
        public Bands {
            // Checks that they can be compared.
            edges = new Predicate.In(column, edges).values();
            TypeFamily family = column.family();
            if (!family.isNumber() && family != TypeFamily.DATE && family != TypeFamily.TIMESTAMP) {
                throw new IllegalArgumentException("bands of " + column.type());
            }
            for (int i = 1; i < edges.size(); i++) {
                if (LiteralOrder.INSTANCE.compare(edges.get(i - 1), edges.get(i)) >= 0) {
                    throw new IllegalArgumentException("edges that do not ascend");
                }
            }
        }

        @Override
        public int size() {
            return edges.size() + 2;
        }

        public int ofNull() {
            return edges.size() + 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bands(this);
        }
    }

    /** How a column holds time. */
    enum TimeFormat {
        /** By its type: a date, an instant (whose days are those of UTC), or a wall clock. */
        TYPE("", false),
        /** A month as an integer or a text of six digits, {@code 202402}. */
        YYYYMM("uuuuMM", false),
        /** A day as an integer or a text of eight digits, {@code 20240229}. */
        YYYYMMDD("uuuuMMdd", true);

        private final String pattern;
        private final boolean days;

        TimeFormat(String pattern, boolean days) {
            this.pattern = pattern;
            this.days = days;
        }

        private boolean fits(ColumnType type, DateUnit every) {
            if (this == TYPE) {
                return type.family() == TypeFamily.DATE || type.family() == TypeFamily.TIMESTAMP;
            }
            return (type.isInteger() || type.family() == TypeFamily.STRING)
                    && (days || every.compareTo(DateUnit.MONTH) >= 0);
        }
    }

    /**
     * Windows of time, one after the other. Rows before the first one, after the last one, and without a time are in none;
     * neither are those whose digits are no day or month.
     *
     * @param format YYYYMM goes with months, quarters and years only
     * @param every the length of a window
     * @param first the first day of the first window; a first day of that unit
     * @param count number of windows; the last one ends with the year 9999 at the latest, and with digits there are {@value
     *     #MOST_PERIODS} days or months in all of them at most
     */
    record Windows(ColumnRef column, TimeFormat format, DateUnit every, LocalDate first, int count)
            implements Enumerated {
        public static final int MOST_PERIODS = 4_000;
        private static final int LAST_YEAR = 9999;

        public Windows {
            if (!format.fits(column.type(), every)) {
                throw new IllegalArgumentException(every + " of " + column.type() + " as " + format);
            }
            if (count < 1 || count > Cells.Groups.MOST_CELLS) {
                throw new IllegalArgumentException("number of windows");
            }
            if (!first.equals(begin(every, first)) || first.getYear() < 1) {
                throw new IllegalArgumentException("not the first day of a " + every);
            }
            if (start(every, first, count).getYear() > LAST_YEAR) {
                throw new IllegalArgumentException("after the year " + LAST_YEAR);
            }
            if (format != TimeFormat.TYPE && periods(format, first, start(every, first, count)) > MOST_PERIODS) {
                throw new IllegalArgumentException("more than " + MOST_PERIODS + " periods");
            }
        }

        @Override
        public int size() {
            return count;
        }

        /** The first day of a window; of {@code count}, the day after the last one. */
        public LocalDate start(int window) {
            return start(every, first, window);
        }

        /** The days or months of a window, as the column writes them. With {@link TimeFormat#TYPE} there are none to name. */
        public List<Literal> periods(int window) {
            if (format == TimeFormat.TYPE) {
                throw new IllegalStateException("a column of type " + column.type());
            }
            DateTimeFormatter digits = DateTimeFormatter.ofPattern(format.pattern, Locale.ROOT);
            LocalDate start = start(window);
            return LongStream.range(0, periods(format, start, start(window + 1)))
                    .mapToObj(i -> digits.format(format.days ? start.plusDays(i) : start.plusMonths(i)))
                    .<Literal>map(period -> column.family() == TypeFamily.STRING
                            ? new Literal.Text(period)
                            : new Literal.Number(new BigDecimal(period)))
                    .toList();
        }

        private static long periods(TimeFormat format, LocalDate from, LocalDate to) {
            return format.days ? ChronoUnit.DAYS.between(from, to) : ChronoUnit.MONTHS.between(from, to);
        }

        /** The first day of the window that is so many windows after the first one. */
        public static LocalDate start(DateUnit every, LocalDate first, int window) {
            return switch (every) {
                case DAY -> first.plusDays(window);
                case WEEK -> first.plusWeeks(window);
                case MONTH -> first.plusMonths(window);
                case QUARTER -> first.plusMonths(3L * window);
                case YEAR -> first.plusYears(window);
            };
        }

        /** The first day of the unit that a day is in. */
        public static LocalDate begin(DateUnit every, LocalDate day) {
            return switch (every) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.windows(this);
        }
    }

    /**
     * Whatever values the column has, NULL among them. As text: integers plain, decimals with all digits of the column's scale,
     * booleans {@code true} and {@code false}, days of the years 0001 to 9999 as {@code 2024-02-29}, strings as they are.
     *
     * @param column not floating point, whose values have no one text and no one idea of equality (NaN, -0.0), and not times:
     *     {@link Bands} and {@link Calendar} are for these
     */
    record Values(ColumnRef column) implements GroupKey {
        public Values {
            switch (column.family()) {
                case EXACT_NUMBER, STRING, BOOLEAN, DATE -> {}
                case APPROXIMATE_NUMBER, TIMESTAMP, OTHER ->
                    throw new IllegalArgumentException("values of " + column.type());
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.values(this);
        }
    }

    /**
     * The calendar units that the column's dates or times fall in, identified by their first day, {@code 2024-02-01}; NULL for rows
     * without a time, and on some engines for days outside of the years 0001 to 9999.
     */
    record Calendar(ColumnRef column, DateUnit unit) implements GroupKey {
        public Calendar {
            requireNonNull(start(column, unit), "start");
        }

        /** The first day of the unit that the column's value falls in. */
        public Operand.DateTrunc start() {
            return start(column, unit);
        }

        private static Operand.DateTrunc start(ColumnRef column, DateUnit unit) {
            return new Operand.DateTrunc(unit, column);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.calendar(this);
        }
    }
}
