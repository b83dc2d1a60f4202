package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.math.BigDecimal;
import java.util.List;

/** Renders predicates; each result is one bracketed condition. */
final class Conditions implements Predicate.Visitor<SqlFragment> {
    private final SqlDialect dialect;
    private final Operands operands;

    Conditions(SqlDialect dialect) {
        this(dialect, "t0");
    }

    /** @param alias of the table whose columns are meant */
    Conditions(SqlDialect dialect, String alias) {
        this.dialect = dialect;
        this.operands = new Operands(dialect, alias);
    }

    @Override
    public SqlFragment and(Predicate.And node) {
        return connected(" AND ", node.operands());
    }

    @Override
    public SqlFragment or(Predicate.Or node) {
        return connected(" OR ", node.operands());
    }

    private SqlFragment connected(String connective, List<Predicate> predicates) {
        List<SqlFragment> parts =
                predicates.stream().map(predicate -> predicate.accept(this)).toList();
        return SqlFragment.concat("(", SqlFragment.join(connective, parts), ")");
    }

    @Override
    public SqlFragment not(Predicate.Not node) {
        return SqlFragment.concat("(NOT ", node.operand().accept(this), ")");
    }

    @Override
    public SqlFragment comparison(Predicate.Comparison node) {
        if (node.right() instanceof Literal literal) {
            return compare(node.left().accept(operands), node.operator(), literal);
        }
        if (node.left() instanceof Literal literal) {
            return compare(node.right().accept(operands), node.operator().mirrored(), literal);
        }
        TypedSql left = node.left().accept(operands);
        TypedSql right = node.right().accept(operands);
        ColumnType type = operands.comparisonType(left.type(), right.type());
        return compare(
                operands.as(left, type).sql(),
                node.operator(),
                operands.as(right, type).sql(),
                type);
    }

    @Override
    public SqlFragment between(Predicate.Between node) {
        TypedSql operand = node.operand().accept(operands);
        return SqlFragment.concat(
                "(",
                compare(operand, ComparisonOperator.GE, node.low()),
                " AND ",
                compare(operand, ComparisonOperator.LE, node.high()),
                ")");
    }

    @Override
    public SqlFragment in(Predicate.In node) {
        TypedSql operand = node.operand().accept(operands);
        List<SqlFragment> values = node.values().stream()
                .filter(value -> operands.fits(value, operand.type()))
                .map(value -> operands.bind(value, operand.type()))
                .toList();
        return values.isEmpty()
                ? never(operand)
                : SqlFragment.concat("(", operand.sql(), " IN (", SqlFragment.join(", ", values), "))");
    }

    @Override
    public SqlFragment like(Predicate.Like node) {
        TypedSql operand = node.operand().accept(operands);
        return SqlFragment.concat("(", dialect.like(operand.sql(), node.pattern(), node.caseInsensitive()), ")");
    }

    @Override
    public SqlFragment isNull(Predicate.IsNull node) {
        return SqlFragment.concat("(", node.operand().accept(operands).sql(), " IS NULL)");
    }

    @Override
    public SqlFragment isTruth(Predicate.IsTruth node) {
        return SqlFragment.concat(
                "(", node.operand().accept(operands).sql(), node.value() ? " IS TRUE)" : " IS FALSE)");
    }

    @Override
    public SqlFragment isDistinctFrom(Predicate.IsDistinctFrom node) {
        TypedSql operand = node.operand().accept(operands);
        return operands.fits(node.value(), operand.type())
                ? SqlFragment.concat(
                        "(", operand.sql(), " IS DISTINCT FROM ", operands.bind(node.value(), operand.type()), ")")
                : SqlFragment.of("TRUE");
    }

    @Override
    public SqlFragment truth(Predicate.Truth node) {
        return SqlFragment.concat("(", node.operand().accept(operands).sql(), " = TRUE)");
    }

    @Override
    public SqlFragment constant(Predicate.Constant node) {
        return SqlFragment.of(
                switch (node) {
                    case TRUE -> "TRUE";
                    case FALSE -> "FALSE";
                    case UNKNOWN -> "CAST(NULL AS BOOLEAN)";
                });
    }

    private SqlFragment compare(TypedSql operand, ComparisonOperator operator, Literal literal) {
        if (operands.fits(literal, operand.type())) {
            return compare(operand.sql(), operator, operands.bind(literal, operand.type()), operand.type());
        }
        return compareBeyond(operand, operator, ((Literal.Number) literal).value());
    }

    /** Compares with a number that the operand cannot equal: outside its type's range, or with more decimal places. */
    private SqlFragment compareBeyond(TypedSql operand, ComparisonOperator operator, BigDecimal value) {
        NumberRange range = NumberRange.of(operand.type());
        return switch (operator) {
            case EQ -> never(operand);
            case NE -> SqlFragment.concat("(", operand.sql(), " = ", operand.sql(), ")");
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

    private SqlFragment compareWith(TypedSql operand, ComparisonOperator operator, BigDecimal value) {
        return compare(
                operand.sql(), operator, operands.bind(new Literal.Number(value), operand.type()), operand.type());
    }

    private SqlFragment compare(SqlFragment left, ComparisonOperator operator, SqlFragment right, ColumnType type) {
        SqlFragment comparison = type.family() == TypeFamily.STRING
                ? dialect.compareStrings(left, operator, right)
                : SqlFragment.concat(left, " " + operator.symbol() + " ", right);
        return SqlFragment.concat("(", comparison, ")");
    }

    /** FALSE for every value, UNKNOWN for NULL, like a comparison. */
    private static SqlFragment never(TypedSql operand) {
        return SqlFragment.concat("(", operand.sql(), " <> ", operand.sql(), ")");
    }
}
