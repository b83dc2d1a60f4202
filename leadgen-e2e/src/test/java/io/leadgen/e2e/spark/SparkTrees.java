package io.leadgen.e2e.spark;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.TableSchema;
import io.leadgen.catalog.TypeFamily;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.EqualNullSafe;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.ILike;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Like;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.expressions.Subtract;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What Spark has read. Spark's parser knows no columns and folds nothing, so that what the binder does with a schema and a
 * calendar is done here once more, by other means: a constant on the left goes to the right, strings beside days are days,
 * comparisons of two constants and what is reckoned from {@code current_date} are worked out, startswith and its like are LIKE.
 *
 * <p>Every node that the language does not have is an {@link OtherMeaning}.
 */
final class SparkTrees {
    private static final Map<String, String> MIRRORED = Map.of("=", "=", "<", ">", "<=", ">=", ">", "<", ">=", "<=");

    private final Map<String, Column> columns = new HashMap<>();
    private final SparkConstants constants;

    SparkTrees(TableSchema schema, LocalDate today) {
        for (Column column : schema.columns()) {
            columns.put(column.name().value().toLowerCase(Locale.ROOT), column);
        }
        constants = new SparkConstants(today);
    }

    /** Spark has read something that cannot be written in the predicate language. */
    static final class OtherMeaning extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherMeaning(String what) {
            super(what);
        }
    }

    Tree condition(Expression node) {
        if (node instanceof And and) {
            return Tree.and(List.of(condition(and.left()), condition(and.right())));
        }
        if (node instanceof Or or) {
            return Tree.or(List.of(condition(or.left()), condition(or.right())));
        }
        if (node instanceof Not not) {
            return Tree.not(condition(not.child()));
        }
        if (node instanceof EqualNullSafe same) {
            return same(same);
        }
        if (node instanceof BinaryComparison comparison) {
            return comparison(operator(comparison), value(comparison.left()), value(comparison.right()));
        }
        if (node instanceof In in) {
            return in(in);
        }
        if (node instanceof Like like) {
            return like("like", like.left(), like.right(), like.escapeChar());
        }
        if (node instanceof ILike like) {
            return like("ilike", like.left(), like.right(), like.escapeChar());
        }
        if (node instanceof IsNull isNull) {
            return Tree.isNull(row(isNull.child()).written());
        }
        if (node instanceof IsNotNull isNotNull) {
            return Tree.not(Tree.isNull(row(isNotNull.child()).written()));
        }
        if (SparkConstants.isNull(node)) {
            return Tree.NULL;
        }
        if (node instanceof UnresolvedFunction function) {
            Tree test = test(function);
            if (test != null) {
                return test;
            }
        }
        SparkValue value = value(node);
        if (value.family() != TypeFamily.BOOLEAN) {
            throw new OtherMeaning("a condition of type " + value.family());
        }
        return value.isConstant()
                ? Boolean.TRUE.equals(value.constant()) ? Tree.TRUE : Tree.FALSE
                : Tree.of("truth", value.written());
    }

    private static String operator(BinaryComparison node) {
        if (node instanceof EqualTo) {
            return "=";
        }
        if (node instanceof LessThan) {
            return "<";
        }
        if (node instanceof LessThanOrEqual) {
            return "<=";
        }
        if (node instanceof GreaterThan) {
            return ">";
        }
        if (node instanceof GreaterThanOrEqual) {
            return ">=";
        }
        throw new OtherMeaning(node.getClass().getName());
    }

    private static Tree comparison(String operator, SparkValue left, SparkValue right) {
        if (left.isConstant() && right.isConstant()) {
            return holds(operator, left.compareTo(right)) ? Tree.TRUE : Tree.FALSE;
        }
        if (left.isConstant()) {
            return comparison(MIRRORED.get(operator), right, left);
        }
        return Tree.of(operator, left.written(), beside(left, right));
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static Tree beside(SparkValue operand, SparkValue value) {
        return (value.isConstant() ? value.comparedWith(operand) : value).written();
    }

    private Tree same(EqualNullSafe node) {
        if (SparkConstants.isNull(node.left()) || SparkConstants.isNull(node.right())) {
            Expression other = SparkConstants.isNull(node.left()) ? node.right() : node.left();
            return Tree.isNull(row(other).written());
        }
        SparkValue left = value(node.left());
        SparkValue right = value(node.right());
        if (left.isConstant() == right.isConstant()) {
            throw new OtherMeaning("<=> of two columns or of two constants");
        }
        SparkValue operand = left.isConstant() ? right : left;
        return Tree.same(operand.written(), beside(operand, left.isConstant() ? left : right));
    }

    private Tree in(In node) {
        SparkValue operand = row(node.value());
        List<Tree> parts = new ArrayList<>(List.of(operand.written()));
        for (Expression item : CollectionConverters.asJava(node.list())) {
            SparkValue value = value(item);
            if (!value.isConstant()) {
                throw new OtherMeaning("a column in the list of IN");
            }
            parts.add(beside(operand, value));
        }
        return new Tree("in", parts);
    }

    private Tree like(String head, Expression operand, Expression pattern, char escape) {
        if (!(value(pattern).constant() instanceof String text)) {
            throw new OtherMeaning("a pattern that is not a text");
        }
        return like(head, operand, SparkPatterns.read(text, escape));
    }

    private Tree like(String head, Expression operand, List<Tree> pattern) {
        List<Tree> parts = new ArrayList<>(List.of(row(operand).written()));
        parts.addAll(pattern);
        return new Tree(head, parts);
    }

    /** Functions that are conditions, or null for the others. */
    private Tree test(UnresolvedFunction node) {
        List<Expression> arguments = SparkConstants.arguments(node);
        String name = SparkConstants.name(node);
        switch (name) {
            case "between" -> {
                if (arguments.size() != 3) {
                    throw new OtherMeaning("between as a function");
                }
                return between(value(arguments.get(0)), value(arguments.get(1)), value(arguments.get(2)));
            }
            case "isnull", "isnotnull" -> {
                Tree isNull = Tree.isNull(row(arguments.get(0)).written());
                return name.equals("isnull") ? isNull : Tree.not(isNull);
            }
            case "startswith", "endswith", "contains" -> {
                if (arguments.size() == 2 && value(arguments.get(1)).constant() instanceof String text) {
                    return like("like", arguments.get(0), SparkPatterns.of(name, text));
                }
                throw new OtherMeaning(name + " of something else");
            }
            default -> {
                return null;
            }
        }
    }

    private static Tree between(SparkValue operand, SparkValue low, SparkValue high) {
        if (!operand.isConstant() && low.isConstant() && high.isConstant()) {
            return Tree.of("between", operand.written(), beside(operand, low), beside(operand, high));
        }
        return Tree.and(List.of(comparison(">=", operand, low), comparison("<=", operand, high)));
    }

    /** A value that depends on the row. */
    private SparkValue row(Expression node) {
        SparkValue value = value(node);
        if (value.isConstant()) {
            throw new OtherMeaning("a test of a constant");
        }
        return value;
    }

    private SparkValue value(Expression node) {
        if (node instanceof Literal literal) {
            return SparkConstants.literal(literal);
        }
        if (node instanceof UnresolvedAttribute attribute) {
            return column(attribute);
        }
        if (node instanceof Add || node instanceof Subtract) {
            return SparkValue.date(constants.day(node));
        }
        if (node instanceof UnresolvedFunction function) {
            return constants.isDay(function) ? SparkValue.date(constants.day(function)) : call(function);
        }
        throw new OtherMeaning(node.getClass().getName());
    }

    private SparkValue column(UnresolvedAttribute node) {
        if (node.nameParts().size() != 1) {
            throw new OtherMeaning("a name of several parts");
        }
        Column column = columns.get(node.nameParts().head().toLowerCase(Locale.ROOT));
        if (column != null) {
            String name = column.name().value();
            return SparkValue.ofRow(column.type().family(), Tree.leaf("column " + name));
        }
        if (constants.isDay(node)) {
            return SparkValue.date(constants.day(node));
        }
        throw new OtherMeaning("no such column: " + node.name());
    }

    private SparkValue call(UnresolvedFunction node) {
        List<Expression> arguments = SparkConstants.arguments(node);
        Optional<SparkSpelling.Truncated> truncated = SparkSpelling.truncated(node);
        if (truncated.isPresent()) {
            return SparkValue.ofRow(
                    TypeFamily.DATE,
                    Tree.of(
                            "date_trunc " + truncated.get().unit(),
                            row(truncated.get().of()).written()));
        }
        Optional<String> part = SparkSpelling.part(node);
        if (part.isPresent()) {
            return integer(part.get(), List.of(row(arguments.get(1)).written()));
        }
        String name = SparkSpelling.name(node);
        if (arguments.isEmpty()) {
            throw new OtherMeaning(name + " of nothing");
        }
        SparkValue operand = row(arguments.get(0));
        List<Tree> parts = new ArrayList<>(List.of(operand.written()));
        for (Expression argument : arguments.subList(1, arguments.size())) {
            parts.add(beside(operand, value(argument)));
        }
        return switch (name) {
            case "lower", "upper", "trim", "ltrim", "rtrim" -> text(name, parts);
            case "length", "day", "year", "quarter", "month", "dayofweek" -> integer(name, parts);
            case "coalesce", "nullif", "abs" -> SparkValue.ofRow(operand.family(), new Tree(name, parts));
            default -> throw new OtherMeaning("function " + name);
        };
    }

    private static SparkValue text(String name, List<Tree> parts) {
        return SparkValue.ofRow(TypeFamily.STRING, new Tree(name, parts));
    }

    private static SparkValue integer(String name, List<Tree> parts) {
        return SparkValue.ofRow(TypeFamily.EXACT_NUMBER, new Tree(name, parts));
    }
}
