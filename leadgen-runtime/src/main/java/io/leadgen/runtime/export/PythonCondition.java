package io.leadgen.runtime.export;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Renders predicates as Python expressions over {@code row}, a dict of values by column. The result is {@code True}, {@code False},
 * or {@code None} for UNKNOWN. They call the functions of {@link PythonProgram}.
 */
final class PythonCondition implements Predicate.Visitor<String>, Operand.Visitor<String> {
    private static final String INDENT = "    ";

    /** Sets of values are created once, not for each row. */
    private final List<String> sets = new ArrayList<>();

    private int depth = 1;

    /** The members of the sets {@code IN_1, IN_2, …} that the expressions use. */
    List<String> sets() {
        return List.copyOf(sets);
    }

    @Override
    public String and(Predicate.And node) {
        return joined("all_of", node.operands());
    }

    @Override
    public String or(Predicate.Or node) {
        return joined("any_of", node.operands());
    }

    private String joined(String function, List<Predicate> operands) {
        depth++;
        String parts = operands.stream()
                .map(operand -> INDENT.repeat(depth) + operand.accept(this) + ",\n")
                .collect(Collectors.joining());
        depth--;
        return function + "(\n" + parts + INDENT.repeat(depth) + ")";
    }

    @Override
    public String not(Predicate.Not node) {
        return "known(not_, " + node.operand().accept(this) + ")";
    }

    @Override
    public String comparison(Predicate.Comparison node) {
        return compared(node.operator(), node.left(), node.right());
    }

    /** An exact number is converted to a double if the other operand is a double, like in engines. */
    private String compared(ComparisonOperator operator, Operand left, Operand right) {
        boolean approximate = isApproximate(left) || isApproximate(right);
        return known(operator.name().toLowerCase(Locale.ROOT), operand(left, approximate), operand(right, approximate));
    }

    private String operand(Operand operand, boolean approximate) {
        if (operand instanceof Literal literal) {
            return approximate ? PythonText.approximate(literal) : PythonText.exact(literal);
        }
        String value = operand.accept(this);
        return approximate && !isApproximate(operand) ? known("float", value) : value;
    }

    private static boolean isApproximate(Operand operand) {
        return operand.family() == TypeFamily.APPROXIMATE_NUMBER;
    }

    private static String known(String function, String... values) {
        return "known(" + function + ", " + String.join(", ", values) + ")";
    }

    @Override
    public String between(Predicate.Between node) {
        return "all_of(" + compared(ComparisonOperator.GE, node.operand(), node.low()) + ", "
                + compared(ComparisonOperator.LE, node.operand(), node.high()) + ")";
    }

    @Override
    public String in(Predicate.In node) {
        boolean approximate = isApproximate(node.operand());
        sets.add(
                node.values().stream().map(value -> operand(value, approximate)).collect(Collectors.joining(", ")));
        return known("contains", "IN_" + sets.size(), node.operand().accept(this));
    }

    @Override
    public String like(Predicate.Like node) {
        return known(
                node.caseInsensitive() ? "ilike" : "like",
                node.operand().accept(this),
                PythonText.string(pattern(node.pattern())));
    }

    /** The pattern with {@code !} as escape character. */
    private static String pattern(LikePattern pattern) {
        StringBuilder out = new StringBuilder();
        for (LikePattern.Token token : pattern.tokens()) {
            if (token instanceof LikePattern.Text text) {
                out.append(text.value().replaceAll("[!%_]", "!$0"));
            } else {
                out.append(token == LikePattern.Wildcard.ANY_ONE ? '_' : '%');
            }
        }
        return out.toString();
    }

    @Override
    public String isNull(Predicate.IsNull node) {
        return "(" + node.operand().accept(this) + " is None)";
    }

    @Override
    public String isTruth(Predicate.IsTruth node) {
        return "(" + node.operand().accept(this) + " is " + (node.value() ? "True)" : "False)");
    }

    @Override
    public String isDistinctFrom(Predicate.IsDistinctFrom node) {
        return "(" + compared(ComparisonOperator.EQ, node.operand(), node.value()) + " is not True)";
    }

    @Override
    public String truth(Predicate.Truth node) {
        return node.operand().accept(this);
    }

    @Override
    public String constant(Predicate.Constant node) {
        return switch (node) {
            case TRUE -> "True";
            case FALSE -> "False";
            case UNKNOWN -> "None";
        };
    }

    @Override
    public String column(Operand.ColumnRef node) {
        return "row[" + PythonText.string(node.name().value()) + "]";
    }

    @Override
    public String call(Operand.Call node) {
        String value = node.arguments().get(0).accept(this);
        return switch (node.function()) {
            case LOWER -> known("str.lower", value);
            case UPPER -> known("str.upper", value);
            case TRIM -> known("str.strip", value, "\" \"");
            case LTRIM -> known("str.lstrip", value, "\" \"");
            case RTRIM -> known("str.rstrip", value, "\" \"");
            case LENGTH -> known("len", value);
            case ABS -> known("absolute", value);
            case YEAR, MONTH, DAY ->
                known("attrgetter(\"" + node.function().name().toLowerCase(Locale.ROOT) + "\")", value);
            case QUARTER -> known("quarter", value);
            case DAYOFWEEK -> known("day_of_week", value);
            case COALESCE -> "coalesce(" + value + ", " + second(node) + ")";
            case NULLIF -> "null_if(" + value + ", " + second(node) + ")";
        };
    }

    private String second(Operand.Call node) {
        return operand(node.arguments().get(1), isApproximate(node.arguments().get(0)));
    }

    @Override
    public String dateTrunc(Operand.DateTrunc node) {
        return known("truncated", node.operand().accept(this), "\"" + node.unit() + "\"");
    }

    @Override
    public String relatedCount(Operand.RelatedCount node) {
        throw LeadgenException.of(
                ErrorCode.PREDICATE_UNSUPPORTED,
                "A condition on another table cannot be exported for Python, which reads one table",
                "export SQL, or leave the condition out");
    }

    @Override
    public String literal(Literal node) {
        return PythonText.exact(node);
    }
}
