package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.FunctionNames;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.parse.Syntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the nodes of a syntax tree. A null is a node with a diagnostic; the other nodes are checked all the same. */
final class TreeBinder {
    private static final String COMPARE_IT = "compare it with a value, for example with = or >";
    private static final String USE_A_STRING = "use a string column";

    private final OperandBinder operands;
    private final LiteralBinder literals;
    private final Diagnostics diagnostics;

    TreeBinder(OperandBinder operands, LiteralBinder literals, Diagnostics diagnostics) {
        this.operands = operands;
        this.literals = literals;
        this.diagnostics = diagnostics;
    }

    @Nullable
    Predicate bind(Syntax node) {
        if (node instanceof Syntax.And and) {
            List<Predicate> bound = all(and.operands());
            return bound == null ? null : new Predicate.And(bound);
        }
        if (node instanceof Syntax.Or or) {
            List<Predicate> bound = all(or.operands());
            return bound == null ? null : new Predicate.Or(bound);
        }
        if (node instanceof Syntax.Not not) {
            return not(not);
        }
        if (node instanceof Syntax.Comparison comparison) {
            return comparison(comparison.range(), comparison.operator(), comparison.left(), comparison.right());
        }
        if (node instanceof Syntax.Between between) {
            return between(between);
        }
        if (node instanceof Syntax.In in) {
            return in(in);
        }
        if (node instanceof Syntax.Like like) {
            return like(like);
        }
        if (node instanceof Syntax.IsNull isNull) {
            Operand operand = operands.bind(isNull.operand());
            return operand == null ? null : new Predicate.IsNull(operand);
        }
        if (node instanceof Syntax.IsTruth isTruth) {
            Operand operand = operand(
                    isTruth.operand(), TypeFamily.BOOLEAN, "IS TRUE and IS FALSE require a boolean", COMPARE_IT);
            return operand == null ? null : new Predicate.IsTruth(operand, isTruth.value());
        }
        if (node instanceof Syntax.IsDistinctFrom distinct) {
            return isDistinctFrom(distinct);
        }
        return truth(node);
    }

    private @Nullable List<Predicate> all(List<Syntax> nodes) {
        List<Predicate> bound = new ArrayList<>(nodes.size());
        for (Syntax node : nodes) {
            Predicate predicate = bind(node);
            if (predicate != null) {
                bound.add(predicate);
            }
        }
        return bound.size() == nodes.size() ? bound : null;
    }

    private @Nullable Predicate not(Syntax.Not node) {
        Predicate operand = bind(node.operand());
        if (operand == null) {
            return null;
        }
        // x <=> NULL is x IS NULL, not its double negation.
        boolean sameAsNull = node.operand() instanceof Syntax.IsDistinctFrom && operand instanceof Predicate.Not;
        return sameAsNull ? ((Predicate.Not) operand).operand() : new Predicate.Not(operand);
    }

    /** An operand that is used alone as a condition. */
    private @Nullable Predicate truth(Syntax node) {
        if (node instanceof Syntax.Bool bool) {
            return bool.value() ? Predicate.Constant.TRUE : Predicate.Constant.FALSE;
        }
        if (node instanceof Syntax.Null) {
            return Predicate.Constant.UNKNOWN;
        }
        if (node instanceof Syntax.Call call && FunctionNames.TEXT_TESTS.contains(call.function())) {
            return textTest(call);
        }
        if (node instanceof Syntax.Call call
                && (call.function().equals(FunctionNames.IS_NULL)
                        || call.function().equals(FunctionNames.IS_NOT_NULL))) {
            return nullTest(call);
        }
        if (node instanceof Syntax.SubQuery query) {
            return operands.related().exists(query);
        }
        if (LiteralBinder.isConstant(node)) {
            diagnostics.mismatch(
                    node.range(), "A value alone is not a condition", "compare it with a column: column = value");
            return null;
        }
        Operand operand = operand(node, TypeFamily.BOOLEAN, "Only a boolean can be used alone", COMPARE_IT);
        return operand == null ? null : new Predicate.Truth(operand);
    }

    /** An operand that must be of one family, or null with a diagnostic. */
    private @Nullable Operand operand(Syntax node, TypeFamily family, String rule, String hint) {
        Operand operand = operands.bind(node);
        if (operand != null && operand.family() != family) {
            diagnostics.mismatch(node.range(), rule + ", but " + Descriptions.of(operand), hint);
            return null;
        }
        return operand;
    }

    private @Nullable Predicate nullTest(Syntax.Call call) {
        if (call.arguments().size() != 1) {
            diagnostics.mismatch(
                    call.range(), call.function() + " requires one argument", "write " + call.function() + "(column)");
            return null;
        }
        Operand operand = operands.bind(call.arguments().get(0));
        if (operand == null) {
            return null;
        }
        Predicate isNull = new Predicate.IsNull(operand);
        return call.function().equals(FunctionNames.IS_NULL) ? isNull : new Predicate.Not(isNull);
    }

    private @Nullable Predicate textTest(Syntax.Call call) {
        List<Syntax> arguments = call.arguments();
        if (arguments.size() != 2 || !(arguments.get(1) instanceof Syntax.Text text)) {
            diagnostics.mismatch(
                    call.range(),
                    call.function() + " requires a column and a string in quotes",
                    "write " + call.function() + "(column, 'abc')");
            return null;
        }
        Operand operand =
                operand(arguments.get(0), TypeFamily.STRING, call.function() + " requires a string", USE_A_STRING);
        if (operand == null) {
            return null;
        }
        LikePattern pattern = switch (call.function()) {
            case "startswith" -> LikePatternReader.startsWith(text.value());
            case "endswith" -> LikePatternReader.endsWith(text.value());
            default -> LikePatternReader.contains(text.value());
        };
        return new Predicate.Like(operand, pattern, false);
    }

    /** Quotes around the number would make a condition that is valid and wrong: '9' is after '10'. */
    private static boolean ordersTextByNumber(ComparisonOperator operator, Operand operand, Syntax constant) {
        boolean equality = operator == ComparisonOperator.EQ || operator == ComparisonOperator.NE;
        return !equality && operand.family() == TypeFamily.STRING && constant instanceof Syntax.Numeral;
    }

    private @Nullable Predicate comparison(SourceRange range, ComparisonOperator operator, Syntax left, Syntax right) {
        boolean constantLeft = LiteralBinder.isConstant(left);
        boolean constantRight = LiteralBinder.isConstant(right);
        if (constantLeft && constantRight) {
            return constant(range, operator, left, right);
        }
        if (constantLeft) {
            return comparison(range, operator.mirrored(), right, left);
        }
        Operand operand = operands.bind(left);
        if (operand != null && ordersTextByNumber(operator, operand, right)) {
            diagnostics.mismatch(
                    right.range(),
                    "This is a number, but " + Descriptions.of(operand) + ", and texts are ordered letter by letter",
                    "use a column of numbers; in a CSV file, declare the text that means null, or the type");
            return null;
        }
        if (constantRight) {
            Literal literal = operand == null ? null : literals.literalFor(operand, right);
            return literal == null || operand == null ? null : new Predicate.Comparison(operator, operand, literal);
        }
        Operand other = operands.bind(right);
        return operand == null || other == null || !comparable(range, operand, other)
                ? null
                : new Predicate.Comparison(operator, operand, other);
    }

    /** Whether two operands that depend on the row can be compared without a cast. */
    private boolean comparable(SourceRange range, Operand left, Operand right) {
        boolean zones = left.family() == TypeFamily.TIMESTAMP
                && !left.type().kind().equals(right.type().kind());
        if (left.family() == right.family() && !zones) {
            return true;
        }
        String hint = switch (left.family()) {
            case DATE, TIMESTAMP ->
                left.family() == right.family() || !isTime(right)
                        ? "compare each with a value"
                        : "use date_trunc('day', column) for the day of a timestamp";
            default -> "compare each with a value of its own type";
        };
        diagnostics.mismatch(range, "Cannot compare: " + Descriptions.of(left) + ", " + Descriptions.of(right), hint);
        return false;
    }

    private static boolean isTime(Operand operand) {
        return operand.family() == TypeFamily.DATE || operand.family() == TypeFamily.TIMESTAMP;
    }

    private @Nullable Predicate constant(SourceRange range, ComparisonOperator operator, Syntax left, Syntax right) {
        Literal one = literals.literal(left);
        Literal other = literals.literal(right);
        if (one == null || other == null) {
            return null;
        }
        if (one.family() != other.family()) {
            diagnostics.mismatch(
                    range,
                    "Cannot compare " + Descriptions.of(one.family()) + " with " + Descriptions.of(other.family()),
                    "compare a column with a value of its own type");
            return null;
        }
        return operator.holds(LiteralOrder.INSTANCE.compare(one, other))
                ? Predicate.Constant.TRUE
                : Predicate.Constant.FALSE;
    }

    private @Nullable Predicate between(Syntax.Between node) {
        boolean plain = !LiteralBinder.isConstant(node.operand())
                && LiteralBinder.isConstant(node.low())
                && LiteralBinder.isConstant(node.high());
        if (!plain) {
            // An end that depends on the row: two comparisons mean the same, in three-valued logic too.
            Predicate low = comparison(node.range(), ComparisonOperator.GE, node.operand(), node.low());
            Predicate high = comparison(node.range(), ComparisonOperator.LE, node.operand(), node.high());
            return low == null || high == null ? null : new Predicate.And(List.of(low, high));
        }
        Operand operand = operands.bind(node.operand());
        if (operand == null) {
            return null;
        }
        Literal low = literals.literalFor(operand, node.low());
        Literal high = literals.literalFor(operand, node.high());
        return low == null || high == null ? null : new Predicate.Between(operand, low, high);
    }

    private @Nullable Predicate in(Syntax.In node) {
        if (node.values().size() == 1 && node.values().get(0) instanceof Syntax.SubQuery query) {
            return operands.related().listed(node.operand(), query);
        }
        Operand operand = operands.bind(node.operand());
        List<Literal> values = new ArrayList<>(node.values().size());
        for (Syntax value : node.values()) {
            Literal literal = inValue(operand, value);
            if (literal != null) {
                values.add(literal);
            }
        }
        return operand == null || values.size() < node.values().size() ? null : new Predicate.In(operand, values);
    }

    private @Nullable Literal inValue(@Nullable Operand operand, Syntax value) {
        if (value instanceof Syntax.Null) {
            diagnostics.mismatch(
                    value.range(),
                    "NULL is not allowed in the list after IN: it matches nothing",
                    "remove it; add OR column IS NULL to include missing values");
            return null;
        }
        if (!LiteralBinder.isConstant(value)) {
            diagnostics.unsupported(
                    value.range(),
                    "The list after IN must contain only values",
                    value instanceof Syntax.Name
                            ? "put strings in single quotes; compare two columns with ="
                            : "write each value out");
            return null;
        }
        return operand == null ? null : literals.literalFor(operand, value);
    }

    private @Nullable Predicate like(Syntax.Like node) {
        Operand operand = operand(node.operand(), TypeFamily.STRING, "LIKE requires a string", USE_A_STRING);
        if (!(node.pattern() instanceof Syntax.Text text)) {
            diagnostics.unsupported(
                    node.pattern().range(),
                    "The pattern of LIKE must be a string in quotes",
                    "write column LIKE 'abc%'");
            return null;
        }
        LikePattern pattern = LikePatternReader.read(text, node.escape(), diagnostics);
        return operand == null || pattern == null ? null : new Predicate.Like(operand, pattern, node.caseInsensitive());
    }

    private @Nullable Predicate isDistinctFrom(Syntax.IsDistinctFrom node) {
        boolean valueLeft = LiteralBinder.isConstant(node.left());
        Operand operand = operands.bind(valueLeft ? node.right() : node.left());
        Syntax value = valueLeft ? node.left() : node.right();
        if (!LiteralBinder.isConstant(value)) {
            diagnostics.unsupported(
                    value.range(),
                    "IS DISTINCT FROM and <=> compare a column with a value",
                    "use <> for two columns, and IS NULL for the rows where one is NULL");
            return null;
        }
        if (operand == null) {
            return null;
        }
        if (value instanceof Syntax.Null) {
            return new Predicate.Not(new Predicate.IsNull(operand));
        }
        Literal literal = literals.literalFor(operand, value);
        return literal == null ? null : new Predicate.IsDistinctFrom(operand, literal);
    }
}
