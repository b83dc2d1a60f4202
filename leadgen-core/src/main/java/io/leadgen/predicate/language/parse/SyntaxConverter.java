package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.lex.Token;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.OldOracleJoinBinaryExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.expression.operators.relational.SupportsOldOracleJoinSyntax;
import net.sf.jsqlparser.schema.Column;

/**
 * Converts the tree of JSqlParser to ours: the conditions here, what they compare in {@link OperandConverter}. Denies by
 * default: a class that is not listed, an attribute that is set, or a token that no node accounts for is rejected, whatever it
 * may mean.
 */
final class SyntaxConverter {
    private interface Conversion<E> {
        Syntax convert(SyntaxConverter converter, E node);
    }

    /** The exact classes that have a meaning. A subclass has none. */
    private static final Map<Class<?>, Conversion<? super Expression>> CONVERSIONS = new HashMap<>();

    private static <E extends Expression> void on(Class<E> type, Conversion<? super E> conversion) {
        CONVERSIONS.put(type, (converter, node) -> conversion.convert(converter, type.cast(node)));
    }

    static {
        on(AndExpression.class, SyntaxConverter::and);
        on(OrExpression.class, SyntaxConverter::or);
        on(NotExpression.class, SyntaxConverter::not);
        on(EqualsTo.class, (c, e) -> c.comparison(e, Kind.EQ, ComparisonOperator.EQ));
        on(NotEqualsTo.class, (c, e) -> c.comparison(e, Kind.NE, ComparisonOperator.NE));
        on(MinorThan.class, (c, e) -> c.comparison(e, Kind.LT, ComparisonOperator.LT));
        on(MinorThanEquals.class, (c, e) -> c.comparison(e, Kind.LE, ComparisonOperator.LE));
        on(GreaterThan.class, (c, e) -> c.comparison(e, Kind.GT, ComparisonOperator.GT));
        on(GreaterThanEquals.class, (c, e) -> c.comparison(e, Kind.GE, ComparisonOperator.GE));
        on(Between.class, SyntaxConverter::between);
        on(InExpression.class, SyntaxConverter::in);
        on(LikeExpression.class, SyntaxConverter::like);
        on(IsNullExpression.class, SyntaxConverter::isNull);
        on(IsBooleanExpression.class, SyntaxConverter::isTruth);
        on(IsDistinctExpression.class, SyntaxConverter::isDistinctFrom);
        on(ParenthesedExpressionList.class, SyntaxConverter::brackets);
        on(Column.class, (c, e) -> c.operands.column(e));
        on(Function.class, (c, e) -> c.operands.call(e));
        on(LongValue.class, (c, e) -> c.operands.number(e.getStringValue()));
        on(DoubleValue.class, (c, e) -> c.operands.number(e.toString()));
        on(SignedExpression.class, (c, e) -> c.operands.negative(e));
        on(StringValue.class, (c, e) -> c.operands.text(e));
        on(BooleanValue.class, (c, e) -> c.operands.bool(e));
        on(NullValue.class, (c, e) -> c.operands.nullValue());
        on(DateTimeLiteralExpression.class, (c, e) -> c.operands.dateOrTimestamp(e));
        on(TimeKeyExpression.class, (c, e) -> c.operands.currentDate(e));
        on(Addition.class, (c, e) -> c.operands.shift(e, Kind.PLUS, 1));
        on(Subtraction.class, (c, e) -> c.operands.shift(e, Kind.MINUS, -1));
    }

    private final TokenCursor cursor;
    private final OperandConverter operands;
    private final PredicateLimits limits;
    private final Diagnostics diagnostics;
    private int comparisons;

    private SyntaxConverter(TokenCursor cursor, PredicateLimits limits, Diagnostics diagnostics) {
        this.cursor = cursor;
        this.operands = new OperandConverter(cursor, this::convert, this::subQuery);
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    /**
     * Converts a whole tree. Limits that it exceeds are added to the diagnostics.
     *
     * @throws TokenCursor.UnaccountedToken if the tree and the tokens differ
     */
    static Converted convert(Expression root, List<Token> tokens, PredicateLimits limits, Diagnostics diagnostics) {
        TokenCursor cursor = new TokenCursor(tokens);
        SyntaxConverter converter = new SyntaxConverter(cursor, limits, diagnostics);
        Syntax syntax = converter.condition(root);
        cursor.take(Kind.END);
        return new Converted(syntax, converter.comparisons);
    }

    /** @param conditions how many conditions the tree has */
    record Converted(Syntax syntax, int conditions) {}

    private Syntax convert(Expression node) {
        Conversion<? super Expression> conversion = CONVERSIONS.get(node.getClass());
        if (conversion == null) {
            throw new TokenCursor.UnaccountedToken(cursor.peek());
        }
        return conversion.convert(this, node);
    }

    /** Its conditions count like those around it. */
    private Syntax subQuery(Token query) {
        Syntax.SubQuery read = new SubQueryReader(query, limits, diagnostics).read();
        comparisons += read.conditions();
        return read;
    }

    private void requireNoOracleJoin(SupportsOldOracleJoinSyntax node) {
        cursor.require(node.getOldOracleJoinSyntax() == SupportsOldOracleJoinSyntax.NO_ORACLE_JOIN
                && node.getOraclePriorPosition() == SupportsOldOracleJoinSyntax.NO_ORACLE_PRIOR);
    }

    /** An operand of AND, OR or NOT. Counted unless it is one of these itself. */
    private Syntax condition(Expression node) {
        int before = comparisons;
        Syntax syntax = convert(node);
        if (!isJoin(node) && before <= limits.comparisons() && ++comparisons > limits.comparisons()) {
            diagnostics.tooLarge(
                    syntax.range(),
                    "The predicate has more than " + limits.comparisons() + " conditions",
                    "shorten it with IN, BETWEEN or LIKE");
        }
        return syntax;
    }

    /** Decided on the tree of JSqlParser: in ours, {@code NOT IN} is a NOT too, but it is a test and counts. */
    private static boolean isJoin(Expression node) {
        Expression inner = node;
        while (inner instanceof ParenthesedExpressionList<?> brackets) {
            inner = brackets.get(0);
        }
        return inner instanceof AndExpression || inner instanceof OrExpression || inner instanceof NotExpression;
    }

    private Syntax and(AndExpression node) {
        List<Syntax> operands = new ArrayList<>();
        for (BinaryExpression link : leftToRight(node)) {
            cursor.require(!((AndExpression) link).isUseOperator());
            operand(link, Kind.AND, operands);
        }
        return new Syntax.And(cursor.since(operands.get(0).range()), operands);
    }

    private Syntax or(OrExpression node) {
        List<Syntax> operands = new ArrayList<>();
        for (BinaryExpression link : leftToRight(node)) {
            operand(link, Kind.OR, operands);
        }
        return new Syntax.Or(cursor.since(operands.get(0).range()), operands);
    }

    private void operand(BinaryExpression link, Kind joint, List<Syntax> operands) {
        if (operands.isEmpty()) {
            operands.add(condition(link.getLeftExpression()));
        }
        cursor.take(joint);
        operands.add(condition(link.getRightExpression()));
    }

    /** The links of a chain of one operator, leftmost first. A loop, because a chain can be as long as the text. */
    private static List<BinaryExpression> leftToRight(BinaryExpression last) {
        List<BinaryExpression> links = new ArrayList<>();
        Expression link = last;
        while (link.getClass() == last.getClass()) {
            BinaryExpression binary = (BinaryExpression) link;
            links.add(0, binary);
            link = binary.getLeftExpression();
        }
        return links;
    }

    private Syntax not(NotExpression node) {
        cursor.require(!node.isExclamationMark());
        SourceRange not = cursor.take(Kind.NOT).range();
        Syntax operand = condition(node.getExpression());
        return new Syntax.Not(cursor.since(not), operand);
    }

    private Syntax comparison(OldOracleJoinBinaryExpression node, Kind kind, ComparisonOperator operator) {
        requireNoOracleJoin(node);
        cursor.require(node.getStringExpression().equals(operator.symbol()));
        Syntax left = convert(node.getLeftExpression());
        cursor.take(kind);
        Syntax right = convert(node.getRightExpression());
        return new Syntax.Comparison(cursor.since(left.range()), operator, left, right);
    }

    /** Wraps a test in NOT if it has one. NOT is between operand and operator, so the range is the same. */
    private static Syntax negatedIf(boolean negated, Syntax test) {
        return negated ? new Syntax.Not(test.range(), test) : test;
    }

    private void takeNotIf(boolean negated) {
        if (negated) {
            cursor.take(Kind.NOT);
        }
    }

    private Syntax between(Between node) {
        requireNoOracleJoin(node);
        cursor.require(!node.isUsingSymmetric() && !node.isUsingAsymmetric());
        Syntax operand = convert(node.getLeftExpression());
        takeNotIf(node.isNot());
        cursor.take(Kind.BETWEEN);
        Syntax low = convert(node.getBetweenExpressionStart());
        cursor.take(Kind.AND);
        Syntax high = convert(node.getBetweenExpressionEnd());
        return negatedIf(node.isNot(), new Syntax.Between(cursor.since(operand.range()), operand, low, high));
    }

    private Syntax in(InExpression node) {
        requireNoOracleJoin(node);
        cursor.require(!node.isGlobal() && node.getRightExpression().getClass() == ParenthesedExpressionList.class);
        Syntax operand = convert(node.getLeftExpression());
        takeNotIf(node.isNot());
        cursor.take(Kind.IN);
        int opening = cursor.position();
        List<Syntax> values = operands.list((ExpressionList<?>) node.getRightExpression());
        if (values.size() > limits.inValues()) {
            diagnostics.tooLarge(
                    values.get(limits.inValues()).range(),
                    "The list after IN has more than " + limits.inValues() + " values",
                    "use BETWEEN or LIKE if possible");
        }
        return negatedIf(node.isNot(), new Syntax.In(cursor.withBrackets(operand.range(), opening), operand, values));
    }

    private Syntax like(LikeExpression node) {
        requireNoOracleJoin(node);
        boolean caseInsensitive = node.getLikeKeyWord() == LikeExpression.KeyWord.ILIKE;
        cursor.require(
                !node.isUseBinary() && (caseInsensitive || node.getLikeKeyWord() == LikeExpression.KeyWord.LIKE));
        Syntax operand = convert(node.getLeftExpression());
        takeNotIf(node.isNot());
        cursor.take(caseInsensitive ? Kind.ILIKE : Kind.LIKE);
        Syntax pattern = convert(node.getRightExpression());
        Syntax.Text escape = null;
        if (node.getEscape() != null) {
            cursor.take(Kind.ESCAPE);
            cursor.require(node.getEscape().getClass() == StringValue.class);
            escape = operands.text((StringValue) node.getEscape());
        }
        return negatedIf(
                node.isNot(),
                new Syntax.Like(cursor.since(operand.range()), operand, pattern, escape, caseInsensitive));
    }

    private Syntax isNull(IsNullExpression node) {
        requireNoOracleJoin(node);
        cursor.require(!node.isUseIsNull() && !node.isUseNotNull());
        Syntax operand = convert(node.getLeftExpression());
        cursor.take(Kind.IS);
        takeNotIf(node.isNot());
        cursor.take(Kind.NULL);
        return negatedIf(node.isNot(), new Syntax.IsNull(cursor.since(operand.range()), operand));
    }

    private Syntax isTruth(IsBooleanExpression node) {
        requireNoOracleJoin(node);
        Syntax operand = convert(node.getLeftExpression());
        cursor.take(Kind.IS);
        takeNotIf(node.isNot());
        cursor.take(node.isTrue() ? Kind.TRUE : Kind.FALSE);
        return negatedIf(node.isNot(), new Syntax.IsTruth(cursor.since(operand.range()), operand, node.isTrue()));
    }

    private Syntax isDistinctFrom(IsDistinctExpression node) {
        requireNoOracleJoin(node);
        Syntax left = convert(node.getLeftExpression());
        if (node.isNot() && cursor.peek().kind() == Kind.NULL_SAFE_EQ) {
            cursor.take(Kind.NULL_SAFE_EQ);
        } else {
            cursor.take(Kind.IS);
            takeNotIf(node.isNot());
            cursor.take(Kind.DISTINCT);
            cursor.take(Kind.FROM);
        }
        Syntax right = convert(node.getRightExpression());
        return negatedIf(node.isNot(), new Syntax.IsDistinctFrom(cursor.since(left.range()), left, right));
    }

    private Syntax brackets(ParenthesedExpressionList<?> node) {
        cursor.require(node.size() == 1);
        return convert(node.get(0));
    }
}
