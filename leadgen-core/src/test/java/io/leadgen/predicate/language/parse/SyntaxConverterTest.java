package io.leadgen.predicate.language.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.lex.Token;
import java.util.List;
import java.util.function.Consumer;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.KeepExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.NamedExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The third step without the first: the trees of texts that the normalizer would reject. Each is compared with the tokens of the
 * nearest valid predicate.
 */
class SyntaxConverterTest {

    private static List<Token> tokens(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Normalizer normalizer = Normalizer.of(text, PredicateLimits.UNTRUSTED, diagnostics);
        assertThat(diagnostics.isEmpty()).isTrue();
        return normalizer.tokens();
    }

    private static void convert(Expression expression, String tokens) {
        SyntaxConverter.convert(expression, tokens(tokens), PredicateLimits.UNTRUSTED, new Diagnostics());
    }

    private static Expression jsqlparser(String text) throws Exception {
        return CCJSqlParserUtil.parseCondExpression(text, false);
    }

    /** Names are written as the normalizer numbers them: a is token 0 and b token 2 of {@code a = b}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRIOR `n0` = `n2`",
                "`n0` = PRIOR `n2`",
                "`n0`(+) = `n2`",
                "`n0` = `n2`(+)",
                "`n0` *= `n2`",
                "`n0`[0] = `n2`",
                "t.`n0` = `n2`",
                "`n0` ^= `n2`",
                "`n0` ~ `n2`",
                "`n0` <=> `n2`",
                "`n0` = `n2` = 1",
                "`n0` == `n2`",
                "`n0` = `n3`",
                "`n0` = -`n2`",
                "`n0` = `n2` + 1",
                "`n0` = CAST(`n2` AS INT)",
                "`n0` = ANY (SELECT 1)",
                "`n0` = (SELECT `n2`)",
                "`n0` = CASE WHEN `n2` THEN 1 END",
                "`n0` = `n2`::int",
                "`n0` = :n2",
                "`n0` = ?",
                "`n0` = @n2",
                "`n0` || `n2` = `n2`",
                "`n0` XOR `n2`",
                "`n0` && `n2`",
                "`n0` -> 'a' = `n2`",
                "`n0` AT TIME ZONE 'UTC' = `n2`",
                "`n0` COLLATE x = `n2`",
                "{d '2024-01-31'} = `n2`",
                "INTERVAL 1 DAY = `n2`",
                "ARRAY[1] = `n2`",
                "! `n0` = `n2`",
                "`n0` = N'x'",
                "`n0` = \"n2\"",
                "EXISTS (SELECT 1)",
                "`n0` IS UNKNOWN",
                "`n0` ISNULL",
                "`n0` NOTNULL",
                "(`n0`, `n0`) = (`n2`, `n2`)",
                "`n0` IN (`n2`)"
            })
    void rejectsNodesWithoutTokens(String text) {
        Expression expression;
        try {
            expression = jsqlparser(text);
        } catch (Exception e) {
            // JSqlParser rejects some of them too, but we do not rely on that.
            return;
        }
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class).isThrownBy(() -> convert(expression, "a = b"));
    }

    @Test
    void acceptsTheTreeOfItsOwnTokens() throws Exception {
        convert(jsqlparser("`n0` = `n2`"), "a = b");
    }

    /** {@code PRIOR b} leaves no trace in the tree, but it does in the tokens. */
    @Test
    void accountsForEveryToken() throws Exception {
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class)
                .isThrownBy(() -> convert(jsqlparser("`n0` = 1"), "a = 1 AND b"));
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class)
                .isThrownBy(() -> convert(jsqlparser("`n0` = 1 AND `n4`"), "a = 1"));
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class)
                .isThrownBy(() -> convert(jsqlparser("`n0` IN (1)"), "a IN (1, 2)"));
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class)
                .isThrownBy(() -> convert(jsqlparser("`n0` = 'x'"), "a = 'y'"));
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class)
                .isThrownBy(() -> convert(jsqlparser("`n0` = 1"), "a = -1"));
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class)
                .isThrownBy(() -> convert(jsqlparser("`n4` = 1 AND `n0` = 2"), "a = 2 AND b = 1"));
    }

    @Test
    void checksEveryAttributeOfACall() {
        Function plain = call();
        convert(plain, "lower(a)");
        List<Consumer<Function>> attributes = List.of(
                f -> f.setDistinct(true),
                f -> f.setUnique(true),
                f -> f.setAllColumns(true),
                f -> f.setEscaped(true),
                f -> f.setIgnoreNulls(true),
                f -> f.setIgnoreNullsOutside(true),
                f -> f.addKeywordArgument("FROM", new LongValue(1)),
                f -> f.setNamedParameters(new NamedExpressionList<>()),
                f -> f.setChainedParameters(new ExpressionList<>()),
                f -> f.setExtraKeyword("x"),
                f -> f.setOnOverflowTruncate("x"),
                f -> f.setNullHandling(Function.NullHandling.IGNORE_NULLS),
                f -> f.setLimit(new Limit()),
                f -> f.setKeep(new KeepExpression()),
                f -> f.setAttribute(new Column("x")),
                f -> f.setOrderByElements(List.of()),
                f -> f.setName(List.of("main", "`n0`")),
                f -> f.setName("`n1`"),
                f -> f.setParameters(new ExpressionList<Expression>(List.of(new Column("`n2`"), new LongValue(1)))));
        for (Consumer<Function> attribute : attributes) {
            Function function = call();
            attribute.accept(function);
            assertThatExceptionOfType(TokenCursor.UnaccountedToken.class)
                    .isThrownBy(() -> convert(function, "lower(a)"));
        }
    }

    private static Function call() {
        Function function = new Function();
        function.setName("`n0`");
        function.setParameters(new ExpressionList<>(new Column("`n2`")));
        return function;
    }

    @Test
    void checksTheAttributesOfTests() throws Exception {
        EqualsTo joined = (EqualsTo) jsqlparser("`n0` = `n2`");
        joined.setOldOracleJoinSyntax(1);
        EqualsTo prior = (EqualsTo) jsqlparser("`n0` = `n2`");
        prior.setOraclePriorPosition(1);
        LikeExpression binary = (LikeExpression) jsqlparser("`n0` LIKE 'x'");
        binary.setUseBinary(true);
        LikeExpression regex = (LikeExpression) jsqlparser("`n0` LIKE 'x'");
        regex.setLikeKeyWord(LikeExpression.KeyWord.RLIKE);
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class).isThrownBy(() -> convert(joined, "a = b"));
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class).isThrownBy(() -> convert(prior, "a = b"));
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class).isThrownBy(() -> convert(binary, "a LIKE 'x'"));
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class).isThrownBy(() -> convert(regex, "a LIKE 'x'"));
    }

    /** A subclass of a supported class has no meaning. */
    @Test
    void acceptsOnlyExactClasses() {
        Expression derived = new EqualsTo(new Column("`n0`"), new Column("`n2`")) {};
        assertThatExceptionOfType(TokenCursor.UnaccountedToken.class).isThrownBy(() -> convert(derived, "a = b"));
    }
}
