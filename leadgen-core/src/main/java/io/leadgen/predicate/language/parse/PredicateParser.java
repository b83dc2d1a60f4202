package io.leadgen.predicate.language.parse;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import net.sf.jsqlparser.expression.Expression;

/**
 * Reads the text of a predicate. Deny by default, in three steps: a gate that is ours, JSqlParser on what the gate has written
 * anew, and a converter to which every token must be accounted for by a node that it knows.
 *
 * <p>What it guarantees: nothing of the text is dropped or reread; no text within the limits takes more than some
 * milliseconds; nothing but {@link LeadgenException} is thrown. What it does not: that the columns exist or the types fit,
 * which is the {@link PredicateBinder}'s part.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PredicateParser {
    private final PredicateLimits limits;

    public PredicateParser(PredicateLimits limits) {
        this.limits = requireNonNull(limits, "limits");
    }

    /**
     * Reads a predicate.
     *
     * @throws LeadgenException PREDICATE_SYNTAX, PREDICATE_UNSUPPORTED or PREDICATE_TOO_LARGE, with up to 20 findings of one step
     *     at once, placed in this text
     */
    public ParsedPredicate parse(String text) {
        Diagnostics findings = new Diagnostics();
        Normalizer gate = Normalizer.open(text, limits, findings);
        findings.throwIfAny();
        Expression expression = JSqlParserFrontEnd.parse(gate, findings);
        if (expression == null) {
            throw findings.rejection();
        }
        try {
            Syntax syntax = SyntaxConverter.convert(expression, gate.tokens(), limits, findings);
            findings.throwIfAny();
            return new ParsedPredicate(syntax);
        } catch (TokenCursor.Unaccounted e) {
            findings.unsupported(
                    e.token().range(),
                    "Here begins something that the predicate language does not have",
                    "write conditions such as column = value, joined with AND and OR");
            throw findings.rejection();
        }
    }
}
