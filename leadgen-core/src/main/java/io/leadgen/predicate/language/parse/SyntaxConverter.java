package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.FunctionNames;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.lex.Token;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression.DateTime;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.IntervalQualifier;
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
 * Makes our syntax tree of JSqlParser's. Denies by default: a class that is not listed, an attribute that is set, or a token
 * that no node accounts for is refused, whatever it may mean.
 */
public final class SyntaxConverter {
    private interface Conversion<E> {
        Syntax convert(SyntaxConverter converter, E node);
    }

    /** The exact classes that have a meaning here; a subclass has none. */
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
        on(Column.class, SyntaxConverter::column);
        on(Function.class, SyntaxConverter::call);
        on(LongValue.class, (c, e) -> c.number(e.getStringValue()));
        on(DoubleValue.class, (c, e) -> c.number(e.toString()));
        on(SignedExpression.class, SyntaxConverter::negative);
        on(StringValue.class, SyntaxConverter::text);
        on(BooleanValue.class, SyntaxConverter::bool);
        on(NullValue.class, (c, e) -> new Syntax.Null(c.cursor.take(Kind.NULL).range()));
        on(DateTimeLiteralExpression.class, SyntaxConverter::dateOrTimestamp);
        on(TimeKeyExpression.class, SyntaxConverter::currentDate);
        on(Addition.class, (c, e) -> c.shift(e, Kind.PLUS, 1));
        on(Subtraction.class, (c, e) -> c.shift(e, Kind.MINUS, -1));
    }

    private final TokenCursor cursor;
    private final PredicateLimits limits;
    private final Diagnostics findings;
    private int comparisons;

    private SyntaxConverter(TokenCursor cursor, PredicateLimits limits, Diagnostics findings) {
        this.cursor = cursor;
        this.limits = limits;
        this.findings = findings;
    }

    /**
     * The tree in our terms. Findings about its size go to {@code findings}.
     *
     * @throws TokenCursor.Unaccounted if tree and tokens do not say the same
     */
    public static Syntax convert(Expression root, List<Token> tokens, PredicateLimits limits, Diagnostics findings) {
        TokenCursor cursor = new TokenCursor(tokens);
        Syntax syntax = new SyntaxConverter(cursor, limits, findings).condition(root);
        cursor.take(Kind.END);
        return syntax;
    }

    private Syntax convert(Expression node) {
        Conversion<? super Expression> conversion = CONVERSIONS.get(node.getClass());
        if (conversion == null) {
            throw new TokenCursor.Unaccounted(cursor.peek());
        }
        return conversion.convert(this, node);
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new TokenCursor.Unaccounted(cursor.peek());
        }
    }

    private void requireNoOracleJoin(SupportsOldOracleJoinSyntax node) {
        require(node.getOldOracleJoinSyntax() == SupportsOldOracleJoinSyntax.NO_ORACLE_JOIN
                && node.getOraclePriorPosition() == SupportsOldOracleJoinSyntax.NO_ORACLE_PRIOR);
    }

    /** Something that stands where AND, OR and NOT join: counted, unless it is one of these itself. */
    private Syntax condition(Expression node) {
        Syntax syntax = convert(node);
        if (!isJoin(node) && ++comparisons == limits.comparisons() + 1) {
            findings.tooLarge(
                    syntax.range(),
                    "The predicate has more than " + limits.comparisons() + " conditions",
                    "say the same by IN, BETWEEN or LIKE");
        }
        return syntax;
    }

    /** Judged by JSqlParser's tree: in ours, {@code NOT IN} and its like are a NOT too, but they are tests and count. */
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
            require(!((AndExpression) link).isUseOperator());
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

    /** The links of a chain of one operator, the leftmost first. A loop, since chains are as long as the text. */
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
        require(!node.isExclamationMark());
        SourceRange not = cursor.take(Kind.NOT).range();
        Syntax operand = condition(node.getExpression());
        return new Syntax.Not(cursor.since(not), operand);
    }

    private Syntax comparison(OldOracleJoinBinaryExpression node, Kind kind, ComparisonOperator operator) {
        requireNoOracleJoin(node);
        require(node.getStringExpression().equals(operator.symbol()));
        Syntax left = convert(node.getLeftExpression());
        cursor.take(kind);
        Syntax right = convert(node.getRightExpression());
        return new Syntax.Comparison(cursor.since(left.range()), operator, left, right);
    }

    /** Wraps a test in NOT if it has one; NOT stands between operand and operator, so the range is the same. */
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
        require(!node.isUsingSymmetric() && !node.isUsingAsymmetric());
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
        require(!node.isGlobal() && node.getRightExpression().getClass() == ParenthesedExpressionList.class);
        Syntax operand = convert(node.getLeftExpression());
        takeNotIf(node.isNot());
        cursor.take(Kind.IN);
        int opening = cursor.position();
        List<Syntax> values = list((ExpressionList<?>) node.getRightExpression());
        if (values.size() > limits.inValues()) {
            findings.tooLarge(
                    values.get(limits.inValues()).range(),
                    "The list of IN has more than " + limits.inValues() + " values",
                    "BETWEEN or LIKE can often say the same");
        }
        return negatedIf(node.isNot(), new Syntax.In(cursor.withBrackets(operand.range(), opening), operand, values));
    }

    private List<Syntax> list(ExpressionList<?> expressions) {
        List<Syntax> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            if (!values.isEmpty()) {
                cursor.take(Kind.COMMA);
            }
            values.add(convert(expression));
        }
        return values;
    }

    private Syntax like(LikeExpression node) {
        requireNoOracleJoin(node);
        boolean caseInsensitive = node.getLikeKeyWord() == LikeExpression.KeyWord.ILIKE;
        require(!node.isUseBinary() && (caseInsensitive || node.getLikeKeyWord() == LikeExpression.KeyWord.LIKE));
        Syntax operand = convert(node.getLeftExpression());
        takeNotIf(node.isNot());
        cursor.take(caseInsensitive ? Kind.ILIKE : Kind.LIKE);
        Syntax pattern = convert(node.getRightExpression());
        Syntax.Text escape = null;
        if (node.getEscape() != null) {
            cursor.take(Kind.ESCAPE);
            require(node.getEscape().getClass() == StringValue.class);
            escape = text((StringValue) node.getEscape());
        }
        return negatedIf(
                node.isNot(),
                new Syntax.Like(cursor.since(operand.range()), operand, pattern, escape, caseInsensitive));
    }

    private Syntax isNull(IsNullExpression node) {
        requireNoOracleJoin(node);
        require(!node.isUseIsNull() && !node.isUseNotNull());
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
        require(node.size() == 1);
        return convert(node.get(0));
    }

    private Syntax column(Column node) {
        require(node.getTable() == null
                && node.getArrayConstructor() == null
                && node.getOldOracleJoinSyntax() == SupportsOldOracleJoinSyntax.NO_ORACLE_JOIN
                && node.getReturningReferenceType() == null
                && node.getReturningQualifier() == null
                && node.getCommentText() == null);
        Token name = cursor.take(Kind.NAME, node.getColumnName());
        return new Syntax.Name(name.range(), name.text());
    }

    private Syntax call(Function node) {
        require(isPlain(node));
        Token name = cursor.take(Kind.FUNCTION, node.getName());
        int opening = cursor.position();
        String function = FunctionNames.resolve(name.text());
        if (function == null) {
            throw new TokenCursor.Unaccounted(name);
        }
        ExpressionList<?> parameters = node.getParameters();
        require(parameters == null || parameters.getClass() == ExpressionList.class);
        List<Syntax> arguments = parameters == null ? List.of() : list(parameters);
        return new Syntax.Call(cursor.withBrackets(name.range(), opening), name.range(), function, arguments);
    }

    /** Whether name and parameters are all there is to a call. */
    private static boolean isPlain(Function node) {
        return node.getMultipartName().size() == 1
                && node.getKeywordArguments() == null
                && node.getNamedParameters() == null
                && node.getChainedParameters() == null
                && node.getExtraKeyword() == null
                && node.getOnOverflowTruncate() == null
                && node.getNullHandling() == null
                && node.getHavingClause() == null
                && node.getLimit() == null
                && node.getKeep() == null
                && node.getAttribute() == null
                && node.getOrderByElements() == null
                && !node.isIgnoreNulls()
                && !node.isIgnoreNullsOutside()
                && !node.isDistinct()
                && !node.isUnique()
                && !node.isAllColumns()
                && !node.isEscaped();
    }

    private Syntax number(String written) {
        Token number = cursor.take(Kind.NUMBER, written);
        return new Syntax.Numeral(number.range(), new BigDecimal(number.text()));
    }

    private Syntax negative(SignedExpression node) {
        require(node.getSign() == '-');
        Expression number = node.getExpression();
        if (number.getClass() == LongValue.class) {
            return number("-" + ((LongValue) number).getStringValue());
        }
        require(number.getClass() == DoubleValue.class);
        return number("-" + number);
    }

    private Syntax.Text text(StringValue node) {
        require(node.getPrefix() == null && node.getQuoteStr().equals("'"));
        Token text = cursor.take(Kind.STRING, "'" + node.getValue() + "'");
        return new Syntax.Text(text.range(), text.text());
    }

    private Syntax bool(BooleanValue node) {
        Token token = cursor.take(node.getValue() ? Kind.TRUE : Kind.FALSE);
        return new Syntax.Bool(token.range(), node.getValue());
    }

    private Syntax dateOrTimestamp(DateTimeLiteralExpression node) {
        boolean date = node.getType() == DateTime.DATE;
        require(date || node.getType() == DateTime.TIMESTAMP);
        SourceRange type = cursor.take(date ? Kind.DATE : Kind.TIMESTAMP).range();
        Token text = cursor.take(Kind.STRING, node.getValue());
        SourceRange range = type.through(text.range());
        return date ? new Syntax.Date(range, text.text()) : new Syntax.Timestamp(range, text.text());
    }

    private Syntax currentDate(TimeKeyExpression node) {
        return new Syntax.CurrentDate(
                cursor.take(Kind.CURRENT_DATE, node.getStringValue()).range());
    }

    private Syntax shift(BinaryExpression node, Kind operator, int sign) {
        Syntax base = convert(node.getLeftExpression());
        cursor.take(operator);
        require(node.getRightExpression().getClass() == IntervalExpression.class);
        IntervalExpression interval = (IntervalExpression) node.getRightExpression();
        require(interval.isUsingIntervalKeyword() && interval.getExpression() == null);
        cursor.take(Kind.INTERVAL);
        Token amount = cursor.take(Kind.AMOUNT, interval.getParameter());
        Token unit = cursor.take(cursor.peek().kind(), unit(interval));
        return new Syntax.Shift(cursor.since(base.range()), base, sign * Long.parseLong(amount.text()), unit.kind());
    }

    /** The interval's unit, which JSqlParser keeps in one place for standard units and in another one for weeks. */
    @SuppressWarnings("deprecation")
    private String unit(IntervalExpression interval) {
        IntervalQualifier qualifier = interval.getIntervalQualifier();
        if (qualifier == null) {
            return interval.getIntervalType();
        }
        require(interval.getIntervalType() == null
                && qualifier.getTrailingField() == null
                && qualifier.getLeadingFieldPrecision() == null
                && qualifier.getFractionalSecondsPrecision() == null);
        return qualifier.getLeadingField();
    }
}
