package io.leadgen.bench;

import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;

/**
 * The steps of {@link PredicateParser}, so that each can be measured. For benchmarks only: the result of a single step is not
 * safe to use.
 */
public final class ParserStages {
    private ParserStages() {}

    /** Only the lexer and the normalizer. Returns the line that JSqlParser would read. */
    public static String normalize(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Normalizer normalizer = Normalizer.of(text, PredicateLimits.UNTRUSTED, diagnostics);
        diagnostics.throwIfAny();
        return normalizer.normalized();
    }

    /** The normalizer, and JSqlParser on its line. */
    public static Expression normalizeAndParse(String text) {
        try {
            CCJSqlParser parser = new CCJSqlParser(new StringProvider(normalize(text)));
            parser.withAllowComplexParsing(false);
            return parser.Expression();
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a predicate", e);
        }
    }
}
