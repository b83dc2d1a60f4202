package io.leadgen.predicate.language.parse;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import net.sf.jsqlparser.expression.Expression;

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
        diagnostics.throwIfAny();
        Expression expression = JSqlParserFrontEnd.parse(normalizer, diagnostics);
        if (expression == null) {
            throw diagnostics.rejection();
        }
        try {
            Syntax syntax = SyntaxConverter.convert(expression, normalizer.tokens(), limits, diagnostics);
            diagnostics.throwIfAny();
            return new ParsedPredicate(syntax);
        } catch (TokenCursor.UnaccountedToken e) {
            diagnostics.unsupported(e.token().range(), "Unexpected token", CONDITIONS);
            throw diagnostics.rejection();
        }
    }
}
