package io.leadgen.predicate.language.parse;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.lex.Token.Kind;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import org.jspecify.annotations.Nullable;

/**
 * Parses predicates. Denies by default, in three steps: our lexer and normalizer, JSqlParser on the normalized line, and a
 * converter that must account for every token with a node it knows.
 *
 * <p>Guaranteed: no part of the text is dropped or read differently; a text within the limits takes a few milliseconds at most;
 * only {@link LeadgenException} is thrown. Not guaranteed: that the columns exist and the types fit. {@link PredicateBinder}
 * checks that.
 *
 * <p>Immutable and thread-safe.
 */
public final class PredicateParser {
    static final String CONDITIONS = "write conditions such as column = value, joined with AND and OR";

    private final PredicateLimits limits;

    public PredicateParser(PredicateLimits limits) {
        this.limits = requireNonNull(limits, "limits");
    }

    /**
     * Parses a predicate.
     *
     * @throws LeadgenException PREDICATE_SYNTAX if it is not grammatical, PREDICATE_UNSUPPORTED if it uses SQL that the language
     *     does not have, PREDICATE_TOO_LARGE if it exceeds the limits; with up to 20 diagnostics of one step
     */
    public ParsedPredicate parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Normalizer normalizer = Normalizer.of(text, limits, diagnostics);
        return new ParsedPredicate(parse(normalizer, limits, diagnostics).syntax());
    }

    /** The second and the third step. */
    static SyntaxConverter.Converted parse(Normalizer normalizer, PredicateLimits limits, Diagnostics diagnostics) {
        diagnostics.throwIfAny();
        Expression expression = JSqlParserFrontEnd.parse(normalizer, diagnostics);
        if (expression == null) {
            throw diagnostics.rejection();
        }
        try {
            SyntaxConverter.Converted converted =
                    SyntaxConverter.convert(expression, normalizer.tokens(), limits, diagnostics);
            diagnostics.throwIfAny();
            return converted;
        } catch (TokenCursor.UnaccountedToken e) {
            diagnostics.unsupported(e.token().range(), "Unexpected token", CONDITIONS);
            throw diagnostics.rejection();
        }
    }

    /**
     * The second step: JSqlParser, contained. Whatever it throws becomes one diagnostic with a position. None of its messages reach
     * the caller, because they repeat the text.
     *
     * <p>The entry of the grammar is called directly: {@code CCJSqlParserUtil} parses rejected texts twice and costs twice as much
     * for small ones. It runs on the caller's thread; the limits on the tokens bound its time.
     */
    private static final class JSqlParserFrontEnd {
        private static final int END_OF_TEXT = 0;
        private static final String BETWEEN_HINT =
                "complete the last condition, for example column BETWEEN low AND high";

        private JSqlParserFrontEnd() {}

        /** The tree of the whole text, or null with a diagnostic. */
        static @Nullable Expression parse(Normalizer normalizer, Diagnostics diagnostics) {
            try {
                CCJSqlParser parser = new CCJSqlParser(new StringProvider(normalizer.normalized()));
                parser.withAllowComplexParsing(false);
                Expression expression = parser.Expression();
                Token rest = parser.getNextToken();
                if (rest.kind == END_OF_TEXT && expression != null) {
                    return expression;
                }
                report(normalizer, rest, diagnostics);
            } catch (ParseException e) {
                report(normalizer, e.currentToken == null ? null : e.currentToken.next, diagnostics);
            } catch (RuntimeException | StackOverflowError e) {
                // TokenMgrException is a RuntimeException; the normalizer should prevent all of them.
                report(normalizer, null, diagnostics);
            }
            return null;
        }

        private static void report(Normalizer normalizer, @Nullable Token found, Diagnostics diagnostics) {
            int last = normalizer.tokens().size() - 1;
            int index = found == null || found.kind == END_OF_TEXT ? last : normalizer.tokenAt(found.absoluteBegin);
            io.leadgen.predicate.language.lex.Token token = normalizer.tokens().get(index);
            if (found == null) {
                diagnostics.syntax(new SourceRange(0, token.to()), "The predicate cannot be parsed", "simplify it");
            } else if (token.kind().isTest() || token.kind() == Kind.NOT) {
                diagnostics.syntax(
                        token.range(),
                        "Comparisons cannot be chained",
                        "join them with AND, for example 18 <= age AND age < 65");
            } else if (token.kind() == Kind.END) {
                diagnostics.syntax(token.range(), "Unexpected end of the predicate", BETWEEN_HINT);
            } else {
                diagnostics.syntax(token.range(), "Unexpected token", PredicateParser.CONDITIONS);
            }
        }
    }
}
