package io.leadgen.predicate;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Short names for building predicates in tests. */
public final class Examples {
    public static final ColumnRef FLAG = column("flag", ColumnType.BOOLEAN);
    public static final ColumnRef TINY = column("tiny", ColumnType.TINYINT);
    public static final ColumnRef AGE = column("age", ColumnType.INT);
    public static final ColumnRef SIZE = column("size", ColumnType.INT);
    public static final ColumnRef PRICE = column("price", ColumnType.decimal(5, 2));
    public static final ColumnRef SCORE = column("score", ColumnType.DOUBLE);
    public static final ColumnRef NAME = column("name", ColumnType.STRING);
    public static final ColumnRef BORN = column("born", ColumnType.DATE);
    public static final ColumnRef SEEN = column("seen", ColumnType.TIMESTAMP);

    private Examples() {}

    public static ColumnRef column(String name, ColumnType type) {
        return new ColumnRef(new ColumnName(name), type);
    }

    /** A literal of the type that fits the Java value; numbers of more than 15 digits as strings with a leading #. */
    public static Literal literal(Object value) {
        if (value instanceof String text) {
            return text.startsWith("#")
                    ? new Literal.Number(new BigDecimal(text.substring(1)))
                    : new Literal.Text(text);
        }
        if (value instanceof Number) {
            return new Literal.Number(new BigDecimal(value.toString()));
        }
        if (value instanceof LocalDate date) {
            return new Literal.Date(date);
        }
        return value instanceof LocalDateTime time ? new Literal.Timestamp(time) : new Literal.Bool((Boolean) value);
    }

    public static Predicate compare(Operand left, String operator, Object right) {
        Operand other = right instanceof Operand operand ? operand : literal(right);
        return new Predicate.Comparison(operator(operator), left, other);
    }

    private static ComparisonOperator operator(String symbol) {
        return Stream.of(ComparisonOperator.values())
                .filter(operator -> operator.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    public static Predicate in(Operand operand, Object... values) {
        return new Predicate.In(
                operand, Stream.of(values).map(Examples::literal).toList());
    }

    public static Predicate between(Operand operand, Object low, Object high) {
        return new Predicate.Between(operand, literal(low), literal(high));
    }

    public static Predicate isNull(Operand operand) {
        return new Predicate.IsNull(operand);
    }

    public static Predicate isNotNull(Operand operand) {
        return not(isNull(operand));
    }

    public static Predicate isDistinct(Operand operand, Object value) {
        return new Predicate.IsDistinctFrom(operand, literal(value));
    }

    public static Predicate truth(Operand operand) {
        return new Predicate.Truth(operand);
    }

    public static Predicate isTruth(Operand operand, boolean value) {
        return new Predicate.IsTruth(operand, value);
    }

    /** A pattern in which % and _ are wildcards and nothing escapes. */
    public static Predicate like(Operand operand, String pattern) {
        return new Predicate.Like(operand, pattern(pattern), false);
    }

    public static Predicate ilike(Operand operand, String pattern) {
        return new Predicate.Like(operand, pattern(pattern), true);
    }

    private static LikePattern pattern(String pattern) {
        List<LikePattern.Token> tokens = new ArrayList<>();
        pattern.codePoints()
                .forEach(c -> tokens.add(
                        c == '%'
                                ? Wildcard.ANY_TEXT
                                : c == '_' ? Wildcard.ANY_ONE : new LikePattern.Text(Character.toString(c))));
        return new LikePattern(tokens);
    }

    public static Operand call(Function function, Operand operand, Object... literals) {
        List<Operand> arguments = new ArrayList<>(List.of(operand));
        Stream.of(literals).map(Examples::literal).forEach(arguments::add);
        return new Operand.Call(function, arguments);
    }

    public static Predicate not(Predicate predicate) {
        return new Predicate.Not(predicate);
    }

    public static Predicate and(Predicate... operands) {
        return new Predicate.And(List.of(operands));
    }

    public static Predicate or(Predicate... operands) {
        return new Predicate.Or(List.of(operands));
    }
}
