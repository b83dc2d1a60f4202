package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.language.lex.FunctionNames;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.lex.Token;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.SupportsOldOracleJoinSyntax;
import net.sf.jsqlparser.schema.Column;

/** Converts what conditions compare: columns, functions, values and dates. */
final class OperandConverter {
    private final TokenCursor cursor;
    private final java.util.function.Function<Expression, Syntax> conversion;
    private final java.util.function.Function<Token, Syntax> subQueries;

    /**
     * A converter of one tree.
     *
     * @param conversion converts any expression, for the arguments of functions
     * @param subQueries reads what is in the brackets of a sub-query
     */
    OperandConverter(
            TokenCursor cursor,
            java.util.function.Function<Expression, Syntax> conversion,
            java.util.function.Function<Token, Syntax> subQueries) {
        this.cursor = cursor;
        this.conversion = conversion;
        this.subQueries = subQueries;
    }

    Syntax column(Column node) {
        cursor.require(node.getTable() == null
                && node.getArrayConstructor() == null
                && node.getOldOracleJoinSyntax() == SupportsOldOracleJoinSyntax.NO_ORACLE_JOIN
                && node.getReturningReferenceType() == null
                && node.getReturningQualifier() == null
                && node.getCommentText() == null);
        Kind kind = cursor.peek().kind();
        if (kind == Kind.ROWS) {
            return new Syntax.Rows(cursor.take(Kind.ROWS, node.getColumnName()).range());
        }
        if (kind == Kind.EXISTS || kind == Kind.SUBQUERY) {
            String name = node.getColumnName();
            return subQueries.apply(cursor.take(kind, kind == Kind.SUBQUERY ? "(" + name + ")" : name));
        }
        Token name = cursor.take(Kind.NAME, node.getColumnName());
        return new Syntax.Name(name.range(), name.text());
    }

    /** The elements of a list, with the commas between them. */
    List<Syntax> list(ExpressionList<?> expressions) {
        List<Syntax> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            if (!values.isEmpty()) {
                cursor.take(Kind.COMMA);
            }
            values.add(conversion.apply(expression));
        }
        return values;
    }

    Syntax call(Function node) {
        cursor.require(isPlain(node));
        Token name = cursor.take(Kind.FUNCTION, node.getName());
        int opening = cursor.position();
        String function = FunctionNames.resolve(name.text());
        if (function == null) {
            throw new TokenCursor.UnaccountedToken(name);
        }
        ExpressionList<?> parameters = node.getParameters();
        cursor.require(parameters == null || parameters.getClass() == ExpressionList.class);
        List<Syntax> arguments = parameters == null ? List.of() : list(parameters);
        return new Syntax.Call(cursor.withBrackets(name.range(), opening), name.range(), function, arguments);
    }

    /** Whether a call consists of nothing but a name and parameters. */
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

    Syntax number(String written) {
        Token number = cursor.take(Kind.NUMBER, written);
        return new Syntax.Numeral(number.range(), new BigDecimal(number.text()));
    }

    Syntax nullValue() {
        return new Syntax.Null(cursor.take(Kind.NULL).range());
    }

    Syntax negative(SignedExpression node) {
        cursor.require(node.getSign() == '-');
        Expression number = node.getExpression();
        if (number.getClass() == LongValue.class) {
            return number("-" + ((LongValue) number).getStringValue());
        }
        cursor.require(number.getClass() == DoubleValue.class);
        return number("-" + number);
    }

    Syntax.Text text(StringValue node) {
        cursor.require(node.getPrefix() == null && node.getQuoteStr().equals("'"));
        Token text = cursor.take(Kind.STRING, "'" + node.getValue() + "'");
        return new Syntax.Text(text.range(), text.text());
    }

    Syntax bool(BooleanValue node) {
        Token token = cursor.take(node.getValue() ? Kind.TRUE : Kind.FALSE);
        return new Syntax.Bool(token.range(), node.getValue());
    }

    Syntax dateOrTimestamp(DateTimeLiteralExpression node) {
        boolean date = node.getType() == DateTime.DATE;
        cursor.require(date || node.getType() == DateTime.TIMESTAMP);
        SourceRange type = cursor.take(date ? Kind.DATE : Kind.TIMESTAMP).range();
        Token text = cursor.take(Kind.STRING, node.getValue());
        SourceRange range = type.through(text.range());
        return date ? new Syntax.Date(range, text.text()) : new Syntax.Timestamp(range, text.text());
    }

    Syntax currentDate(TimeKeyExpression node) {
        return new Syntax.CurrentDate(
                cursor.take(Kind.CURRENT_DATE, node.getStringValue()).range());
    }

    Syntax shift(BinaryExpression node, Kind operator, int sign) {
        Syntax base = conversion.apply(node.getLeftExpression());
        cursor.take(operator);
        cursor.require(node.getRightExpression().getClass() == IntervalExpression.class);
        IntervalExpression interval = (IntervalExpression) node.getRightExpression();
        cursor.require(interval.isUsingIntervalKeyword() && interval.getExpression() == null);
        cursor.take(Kind.INTERVAL);
        Token amount = cursor.take(Kind.AMOUNT, interval.getParameter());
        Token unit = cursor.take(cursor.peek().kind(), unit(interval));
        return new Syntax.Shift(cursor.since(base.range()), base, sign * Long.parseLong(amount.text()), unit.kind());
    }

    /** The unit of an interval. JSqlParser stores standard units in one field and weeks in another. */
    @SuppressWarnings("deprecation")
    private String unit(IntervalExpression interval) {
        IntervalQualifier qualifier = interval.getIntervalQualifier();
        if (qualifier == null) {
            return interval.getIntervalType();
        }
        cursor.require(interval.getIntervalType() == null
                && qualifier.getTrailingField() == null
                && qualifier.getLeadingFieldPrecision() == null
                && qualifier.getFractionalSecondsPrecision() == null);
        return qualifier.getLeadingField();
    }
}
