package io.leadgen.testkit;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Between;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsDistinctFrom;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.IsTruth;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import io.leadgen.predicate.Predicate.Truth;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a predicate means, said as plainly as possible and without any cleverness: the oracle for the canonical form, for
 * renderers and for engines.
 *
 * <ul>
 *   <li>Three-valued logic: a comparison with NULL is unknown; NOT unknown is unknown; AND is the least of its operands and OR
 *       the greatest, in the order FALSE, unknown, TRUE. A row is selected where the predicate is TRUE.
 *   <li>Exact numbers compare by value, whatever their scale. FLOAT and DOUBLE compare as doubles, and a numeric literal
 *       against them means the nearest double. -0.0 equals 0.0. NaN equals NaN and is larger than everything else.
 *   <li>Strings compare by code points: case, trailing blanks and Unicode forms are significant.
 *   <li>LIKE: {@code _} is one code point, {@code %} any number of them. ILIKE ignores case by simple case folding of single
 *       code points; engines may differ beyond ASCII.
 *   <li>{@code lower} and {@code upper} follow Java's root locale; engines may differ for a few letters. {@code trim} and its
 *       like remove U+0020 only. {@code length} counts code points.
 *   <li>{@code dayofweek} is 1 for Sunday to 7 for Saturday; weeks of {@code date_trunc} begin on Monday, and its result is a
 *       date.
 *   <li>FALSE is smaller than TRUE.
 * </ul>
 *
 * <p>A row maps every column of the predicate to a value, or lacks it for NULL. Values are as in {@link SampleValues}; other
 * integer types of Java are exact numbers too.
 */
public final class ReferenceEvaluator {
    private ReferenceEvaluator() {}

    /** Whether a WHERE with this predicate keeps the row. */
    public static boolean selects(Predicate predicate, Map<ColumnName, ?> row) {
        return evaluate(predicate, row) == Constant.TRUE;
    }

    /** TRUE, FALSE or UNKNOWN. */
    public static Constant evaluate(Predicate predicate, Map<ColumnName, ?> row) {
        return predicate.accept(new Conditions(new Values(row)));
    }

    /** The operand's value, as {@link SampleValues} describes; empty for NULL. */
    public static Optional<Object> value(Operand operand, Map<ColumnName, ?> row) {
        return operand.accept(new Values(row));
    }

    private static Constant ofBoolean(boolean value) {
        return value ? Constant.TRUE : Constant.FALSE;
    }

    private static Constant negated(Constant value) {
        return switch (value) {
            case TRUE -> Constant.FALSE;
            case FALSE -> Constant.TRUE;
            case UNKNOWN -> Constant.UNKNOWN;
        };
    }

    private record Conditions(Values values) implements Predicate.Visitor<Constant> {

        @Override
        public Constant and(And node) {
            Constant result = Constant.TRUE;
            for (Predicate operand : node.operands()) {
                Constant value = operand.accept(this);
                if (value == Constant.FALSE) {
                    return Constant.FALSE;
                }
                result = value == Constant.UNKNOWN ? value : result;
            }
            return result;
        }

        @Override
        public Constant or(Or node) {
            Constant result = Constant.FALSE;
            for (Predicate operand : node.operands()) {
                Constant value = operand.accept(this);
                if (value == Constant.TRUE) {
                    return Constant.TRUE;
                }
                result = value == Constant.UNKNOWN ? value : result;
            }
            return result;
        }

        @Override
        public Constant not(Not node) {
            return negated(node.operand().accept(this));
        }

        @Override
        public Constant comparison(Comparison node) {
            return compare(node.left(), node.operator(), node.right());
        }

        private Constant compare(Operand left, ComparisonOperator operator, Operand right) {
            Optional<Object> one = left.accept(values);
            Optional<Object> other = right.accept(values);
            if (one.isEmpty() || other.isEmpty()) {
                return Constant.UNKNOWN;
            }
            int order = order(one.get(), other.get());
            return ofBoolean(
                    switch (operator) {
                        case EQ -> order == 0;
                        case NE -> order != 0;
                        case LT -> order < 0;
                        case LE -> order <= 0;
                        case GT -> order > 0;
                        case GE -> order >= 0;
                    });
        }

        @Override
        public Constant between(Between node) {
            Comparison low = new Comparison(ComparisonOperator.GE, node.operand(), node.low());
            Comparison high = new Comparison(ComparisonOperator.LE, node.operand(), node.high());
            return and(new And(List.of(low, high)));
        }

        @Override
        public Constant in(In node) {
            Optional<Object> operand = node.operand().accept(values);
            if (operand.isEmpty()) {
                return Constant.UNKNOWN;
            }
            for (Literal value : node.values()) {
                if (order(operand.get(), ReferenceEvaluator.constant(value)) == 0) {
                    return Constant.TRUE;
                }
            }
            return Constant.FALSE;
        }

        @Override
        public Constant like(Like node) {
            return node.operand()
                    .accept(values)
                    .map(text -> ofBoolean(matches((String) text, node.pattern(), node.caseInsensitive())))
                    .orElse(Constant.UNKNOWN);
        }

        @Override
        public Constant isNull(IsNull node) {
            return ofBoolean(node.operand().accept(values).isEmpty());
        }

        @Override
        public Constant isTruth(IsTruth node) {
            return ofBoolean(node.operand().accept(values).equals(Optional.of(node.value())));
        }

        @Override
        public Constant isDistinctFrom(IsDistinctFrom node) {
            return ofBoolean(compare(node.operand(), ComparisonOperator.EQ, node.value()) != Constant.TRUE);
        }

        @Override
        public Constant truth(Truth node) {
            return node.operand()
                    .accept(values)
                    .map(value -> ofBoolean((Boolean) value))
                    .orElse(Constant.UNKNOWN);
        }

        @Override
        public Constant constant(Constant node) {
            return node;
        }
    }

    private record Values(Map<ColumnName, ?> row) implements Operand.Visitor<Optional<Object>> {

        @Override
        public Optional<Object> column(ColumnRef node) {
            return Optional.<Object>ofNullable(row.get(node.name())).map(ReferenceEvaluator::comparable);
        }

        @Override
        public Optional<Object> literal(Literal node) {
            return Optional.of(constant(node));
        }

        @Override
        public Optional<Object> dateTrunc(DateTrunc node) {
            return node.operand().accept(this).map(value -> truncated(day(value), node.unit()));
        }

        @Override
        public Optional<Object> call(Call node) {
            Optional<Object> argument = node.arguments().get(0).accept(this);
            return switch (node.function()) {
                case LOWER -> argument.map(text -> ((String) text).toLowerCase(Locale.ROOT));
                case UPPER -> argument.map(text -> ((String) text).toUpperCase(Locale.ROOT));
                case TRIM -> argument.map(text -> trimmed((String) text, true, true));
                case LTRIM -> argument.map(text -> trimmed((String) text, true, false));
                case RTRIM -> argument.map(text -> trimmed((String) text, false, true));
                case LENGTH ->
                    argument.map(text -> integer(((String) text).codePoints().count()));
                case ABS ->
                    argument.map(
                            number -> number instanceof Double d ? (Object) Math.abs(d) : ((BigDecimal) number).abs());
                case YEAR -> argument.map(time -> part(time, ChronoField.YEAR));
                case QUARTER -> argument.map(time -> part(time, IsoFields.QUARTER_OF_YEAR));
                case MONTH -> argument.map(time -> part(time, ChronoField.MONTH_OF_YEAR));
                case DAY -> argument.map(time -> part(time, ChronoField.DAY_OF_MONTH));
                case DAYOFWEEK ->
                    argument.map(time -> integer(day(time).getDayOfWeek().getValue() % 7 + 1));
                case COALESCE -> argument.or(() -> second(node));
                case NULLIF ->
                    argument.filter(value -> order(value, second(node).orElseThrow()) != 0);
            };
        }

        private Optional<Object> second(Call node) {
            Object literal = constant((Literal) node.arguments().get(1));
            boolean approximate = node.arguments().get(0).family() == TypeFamily.APPROXIMATE_NUMBER;
            return Optional.of(approximate ? asDouble(literal) : literal);
        }
    }

    private static Object constant(Literal literal) {
        if (literal instanceof Literal.Number number) {
            return number.value();
        }
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        if (literal instanceof Literal.Date date) {
            return date.value();
        }
        if (literal instanceof Literal.Timestamp timestamp) {
            return timestamp.value();
        }
        return ((Literal.Bool) literal).value();
    }

    /** A column's value with one Java type for each family. */
    private static Object comparable(Object value) {
        if (value instanceof Float || value instanceof Double) {
            return ((Number) value).doubleValue() + 0.0;
        }
        return value instanceof Number && !(value instanceof BigDecimal) ? new BigDecimal(value.toString()) : value;
    }

    private static int order(Object left, Object right) {
        if (left instanceof Double || right instanceof Double) {
            return Double.compare(asDouble(left), asDouble(right));
        }
        if (left instanceof String one && right instanceof String other) {
            return compareCodePoints(one, other);
        }
        if (left instanceof BigDecimal one) {
            return one.compareTo((BigDecimal) right);
        }
        if (left instanceof LocalDate one) {
            return one.compareTo((LocalDate) right);
        }
        if (left instanceof LocalDateTime one) {
            return one.compareTo((LocalDateTime) right);
        }
        return Boolean.compare((Boolean) left, (Boolean) right);
    }

    /** The nearest double, and 0.0 for -0.0. */
    private static double asDouble(Object number) {
        return ((Number) number).doubleValue() + 0.0;
    }

    private static int compareCodePoints(String left, String right) {
        int[] one = left.codePoints().toArray();
        int[] other = right.codePoints().toArray();
        return java.util.Arrays.compare(one, other);
    }

    private static BigDecimal integer(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal part(Object time, java.time.temporal.TemporalField field) {
        return integer(((TemporalAccessor) time).getLong(field));
    }

    private static LocalDate day(Object time) {
        return time instanceof LocalDateTime dateTime ? dateTime.toLocalDate() : (LocalDate) time;
    }

    private static LocalDate truncated(LocalDate day, Operand.DateUnit unit) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static String trimmed(String text, boolean begin, boolean end) {
        int from = 0;
        int to = text.length();
        while (begin && from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (end && from < to && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static final int ANY_ONE = -1;
    private static final int ANY_TEXT = -2;

    private static boolean matches(String text, LikePattern pattern, boolean ignoresCase) {
        int[] wanted = pattern.tokens().stream()
                .flatMapToInt(token -> token instanceof LikePattern.Text literal
                        ? literal.value().codePoints()
                        : java.util.stream.IntStream.of(token == LikePattern.Wildcard.ANY_ONE ? ANY_ONE : ANY_TEXT))
                .map(c -> ignoresCase && c >= 0 ? folded(c) : c)
                .toArray();
        int[] given = text.codePoints().map(c -> ignoresCase ? folded(c) : c).toArray();
        boolean[] reached = new boolean[given.length + 1];
        reached[0] = true;
        for (int want : wanted) {
            boolean[] next = new boolean[given.length + 1];
            for (int i = 0; i <= given.length; i++) {
                if (want == ANY_TEXT) {
                    next[i] = reached[i] || (i > 0 && next[i - 1]);
                } else {
                    next[i] = i > 0 && reached[i - 1] && (want == ANY_ONE || want == given[i - 1]);
                }
            }
            reached = next;
        }
        return reached[given.length];
    }

    private static int folded(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }
}
