package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Predicates in SQL: every result is one bracketed condition. */
final class Conditions implements Predicate.Visitor<Fragment> {
    private final SqlDialect dialect;
    private final Operands operands;

    Conditions(SqlDialect dialect) {
        this.dialect = dialect;
        this.operands = new Operands(dialect);
    }

    @Override
    public Fragment and(Predicate.And node) {
        return connected(" AND ", node.operands());
    }

    @Override
    public Fragment or(Predicate.Or node) {
        return connected(" OR ", node.operands());
    }

    private Fragment connected(String connective, List<Predicate> predicates) {
        List<Fragment> parts = new ArrayList<>();
        for (Predicate predicate : predicates) {
            parts.add(predicate.accept(this));
        }
        return Fragment.concat("(", Fragment.join(connective, parts), ")");
    }

    @Override
    public Fragment not(Predicate.Not node) {
        return Fragment.concat("(NOT ", node.operand().accept(this), ")");
    }

    @Override
    public Fragment comparison(Predicate.Comparison node) {
        if (node.right() instanceof Literal literal) {
            return compare(node.left().accept(operands), node.operator(), literal);
        }
        if (node.left() instanceof Literal literal) {
            return compare(node.right().accept(operands), node.operator().mirrored(), literal);
        }
        Value left = node.left().accept(operands);
        Value right = node.right().accept(operands);
        ColumnType type = operands.comparisonType(left.type(), right.type());
        return compare(
                operands.as(left, type).sql(),
                node.operator(),
                operands.as(right, type).sql(),
                type);
    }

    @Override
    public Fragment between(Predicate.Between node) {
        Value operand = node.operand().accept(operands);
        return Fragment.concat(
                "(",
                compare(operand, ComparisonOperator.GE, node.low()),
                " AND ",
                compare(operand, ComparisonOperator.LE, node.high()),
                ")");
    }

    @Override
    public Fragment in(Predicate.In node) {
        Value operand = node.operand().accept(operands);
        List<Fragment> values = new ArrayList<>();
        for (Literal value : node.values()) {
            if (operands.fits(value, operand.type())) {
                values.add(operands.bind(value, operand.type()));
            }
        }
        return values.isEmpty()
                ? never(operand)
                : Fragment.concat("(", operand.sql(), " IN (", Fragment.join(", ", values), "))");
    }

    @Override
    public Fragment like(Predicate.Like node) {
        Value operand = node.operand().accept(operands);
        return Fragment.concat("(", dialect.like(operand.sql(), node.pattern(), node.caseInsensitive()), ")");
    }

    @Override
    public Fragment isNull(Predicate.IsNull node) {
        return Fragment.concat("(", node.operand().accept(operands).sql(), " IS NULL)");
    }

    @Override
    public Fragment isTruth(Predicate.IsTruth node) {
        return Fragment.concat("(", node.operand().accept(operands).sql(), node.value() ? " IS TRUE)" : " IS FALSE)");
    }

    @Override
    public Fragment isDistinctFrom(Predicate.IsDistinctFrom node) {
        Value operand = node.operand().accept(operands);
        return operands.fits(node.value(), operand.type())
                ? Fragment.concat(
                        "(", operand.sql(), " IS DISTINCT FROM ", operands.bind(node.value(), operand.type()), ")")
                : Fragment.of("TRUE");
    }

    @Override
    public Fragment truth(Predicate.Truth node) {
        return Fragment.concat("(", node.operand().accept(operands).sql(), " = TRUE)");
    }

    @Override
    public Fragment constant(Predicate.Constant node) {
        return Fragment.of(
                switch (node) {
                    case TRUE -> "TRUE";
                    case FALSE -> "FALSE";
                    case UNKNOWN -> "CAST(NULL AS BOOLEAN)";
                });
    }

    private Fragment compare(Value operand, ComparisonOperator operator, Literal literal) {
        if (operands.fits(literal, operand.type())) {
            return compare(operand.sql(), operator, operands.bind(literal, operand.type()), operand.type());
        }
        return compareBeyond(operand, operator, ((Literal.Number) literal).value());
    }

    /** With a number that the operand cannot be: beyond its type's range, or with more digits behind the point. */
    private Fragment compareBeyond(Value operand, ComparisonOperator operator, BigDecimal value) {
        NumberRange range = NumberRange.of(operand.type());
        return switch (operator) {
            case EQ -> never(operand);
            case NE -> Fragment.concat("(", operand.sql(), " = ", operand.sql(), ")");
            case GT, GE -> {
                BigDecimal least = range.atLeast(value);
                yield range.holds(least) ? compareWith(operand, ComparisonOperator.GE, least) : never(operand);
            }
            case LT, LE -> {
                BigDecimal greatest = range.atMost(value);
                yield range.holds(greatest) ? compareWith(operand, ComparisonOperator.LE, greatest) : never(operand);
            }
        };
    }

    private Fragment compareWith(Value operand, ComparisonOperator operator, BigDecimal value) {
        return compare(
                operand.sql(), operator, operands.bind(new Literal.Number(value), operand.type()), operand.type());
    }

    private Fragment compare(Fragment left, ComparisonOperator operator, Fragment right, ColumnType type) {
        Fragment comparison = type.family() == TypeFamily.STRING
                ? dialect.compareStrings(left, operator, right)
                : Fragment.concat(left, " " + operator.symbol() + " ", right);
        return Fragment.concat("(", comparison, ")");
    }

    /** FALSE for every value, unknown for NULL, as a comparison is. */
    private static Fragment never(Value operand) {
        return Fragment.concat("(", operand.sql(), " <> ", operand.sql(), ")");
    }
}
