package io.leadgen.bench;

import static java.util.Objects.requireNonNull;

import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.JSqlParserFrontEnd;
import io.leadgen.predicate.language.parse.PredicateParser;
import net.sf.jsqlparser.expression.Expression;

/**
 * The steps inside {@link PredicateParser}, one by one, so that each can be measured. For benchmarks only: what comes out of a
 * single step is not safe to use.
 */
public final class ParserStages {
    private ParserStages() {}

    /** The gate alone. Returns the line that JSqlParser would be given. */
    public static String gate(String text) {
        return open(text).normalised();
    }

    /** The gate and JSqlParser on what the gate lets through. */
    public static Expression gateAndJSqlParser(String text) {
        return requireNonNull(JSqlParserFrontEnd.parse(open(text), new Diagnostics()), "not a predicate");
    }

    private static Normalizer open(String text) {
        Diagnostics findings = new Diagnostics();
        Normalizer gate = Normalizer.open(text, PredicateLimits.UNTRUSTED, findings);
        findings.throwIfAny();
        return gate;
    }
}
