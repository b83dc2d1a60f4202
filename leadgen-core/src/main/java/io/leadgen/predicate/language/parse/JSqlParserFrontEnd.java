package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.lex.Token.Kind;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import org.jspecify.annotations.Nullable;

/**
 * The second step: JSqlParser, contained. Whatever it throws becomes one positioned finding, and none of its words reach the
 * caller, since they repeat the text.
 *
 * <p>The grammar's entry is called directly: {@code CCJSqlParserUtil} parses everything that it refuses twice, and costs twice
 * as much for small texts. It runs on the caller's thread; the gate's limits bound its time.
 */
public final class JSqlParserFrontEnd {
    private static final int END_OF_TEXT = 0;
    private static final String BETWEEN_HINT = "complete the last condition, for example column BETWEEN low AND high";

    private JSqlParserFrontEnd() {}

    /** JSqlParser's tree of the whole text, or null with a finding. */
    public static @Nullable Expression parse(Normalizer gate, Diagnostics findings) {
        try {
            CCJSqlParser parser = new CCJSqlParser(new StringProvider(gate.normalised()));
            parser.withAllowComplexParsing(false);
            Expression expression = parser.Expression();
            Token rest = parser.getNextToken();
            if (rest.kind == END_OF_TEXT && expression != null) {
                return expression;
            }
            report(gate, rest, findings);
        } catch (ParseException e) {
            report(gate, e.currentToken == null ? null : e.currentToken.next, findings);
        } catch (RuntimeException | StackOverflowError e) {
            // TokenMgrException is a RuntimeException; the gate should have kept all of these away.
            report(gate, null, findings);
        }
        return null;
    }

    private static void report(Normalizer gate, @Nullable Token found, Diagnostics findings) {
        int last = gate.tokens().size() - 1;
        int index = found == null || found.kind == END_OF_TEXT ? last : gate.tokenAt(found.absoluteBegin);
        io.leadgen.predicate.language.lex.Token token = gate.tokens().get(index);
        if (found == null) {
            findings.syntax(
                    new SourceRange(0, token.to()), "The predicate cannot be understood", "write it more simply");
        } else if (token.kind().isTest() || token.kind() == Kind.NOT) {
            findings.syntax(
                    token.range(),
                    "One comparison directly follows another",
                    "join two comparisons with AND, for example 18 <= age AND age < 65");
        } else if (token.kind() == Kind.END) {
            findings.syntax(token.range(), "The predicate ends too early", BETWEEN_HINT);
        } else {
            findings.syntax(
                    token.range(),
                    "Here " + token.description() + " cannot stand",
                    "write conditions such as column = value, joined with AND and OR");
        }
    }
}
