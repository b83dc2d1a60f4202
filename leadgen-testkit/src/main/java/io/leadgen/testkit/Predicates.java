package io.leadgen.testkit;

import io.leadgen.catalog.Column;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Token;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/** Short names for predicates, so that a contract reads as a list of facts. */
public final class Predicates {
    private Predicates() {}

    /** The value of a column. */
    public static ColumnRef ref(Column column) {
        return new ColumnRef(column.name(), column.type());
    }

    /** A literal of a Java value; numbers may be given as text. */
    public static Literal lit(Object value) {
        if (value instanceof Literal literal) {
            return literal;
        } else if (value instanceof Number number) {
            return new Literal.Number(new BigDecimal(number.toString()));
        } else if (value instanceof Boolean bool) {
            return new Literal.Bool(bool);
        } else if (value instanceof LocalDate date) {
            return new Literal.Date(date);
        } else if (value instanceof LocalDateTime time) {
            return new Literal.Timestamp(time);
        }
        return new Literal.Text((String) value);
    }

    /**
     * A comparison.
     *
     * @param operator as SQL writes it, such as {@code >=}
     * @param right an operand, or the Java value of a literal
     */
    public static Predicate compare(Operand left, String operator, Object right) {
        ComparisonOperator found = Stream.of(ComparisonOperator.values())
                .filter(candidate -> candidate.symbol().equals(operator))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(operator));
        return new Predicate.Comparison(found, left, right instanceof Operand operand ? operand : lit(right));
    }

    /** IN a list of literals. */
    public static Predicate in(Operand operand, Object... values) {
        return new Predicate.In(operand, Stream.of(values).map(Predicates::lit).toList());
    }

    public static Predicate between(Operand operand, Object low, Object high) {
        return new Predicate.Between(operand, lit(low), lit(high));
    }

    public static Predicate and(Predicate... operands) {
        return new Predicate.And(List.of(operands));
    }

    public static Predicate or(Predicate... operands) {
        return new Predicate.Or(List.of(operands));
    }

    public static Predicate not(Predicate operand) {
        return new Predicate.Not(operand);
    }

    public static Predicate isNull(Operand operand) {
        return new Predicate.IsNull(operand);
    }

    /** IS DISTINCT FROM a literal. */
    public static Predicate distinct(Operand operand, Object value) {
        return new Predicate.IsDistinctFrom(operand, lit(value));
    }

    /** A function of an operand and of literals. */
    public static Operand call(Function function, Operand operand, Object... literals) {
        return new Operand.Call(
                function,
                Stream.concat(Stream.of(operand), Stream.of(literals).map(Predicates::lit))
                        .toList());
    }

    /** The first day of a unit of time. */
    public static Operand trunc(Operand.DateUnit unit, Operand operand) {
        return new Operand.DateTrunc(unit, operand);
    }

    /** LIKE with a pattern in which {@code *} is any text, {@code ?} any one character, and everything else is literal. */
    public static Predicate like(Operand operand, String pattern) {
        return new Predicate.Like(operand, pattern(pattern), false);
    }

    /** {@link #like} that ignores case. */
    public static Predicate ilike(Operand operand, String pattern) {
        return new Predicate.Like(operand, pattern(pattern), true);
    }

    private static LikePattern pattern(String pattern) {
        return new LikePattern(pattern.codePoints()
                .<Token>mapToObj(c -> switch (c) {
                    case '*' -> Wildcard.ANY_TEXT;
                    case '?' -> Wildcard.ANY_ONE;
                    default -> new LikePattern.Text(Character.toString(c));
                })
                .toList());
    }
}
