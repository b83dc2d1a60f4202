package io.leadgen.predicate.language.parse;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.language.lex.PredicateLimits;

/**
 * Puts predicates together that are written as text.
 *
 * <p>What it guarantees: each text is a predicate by itself before it becomes part of another, so that none can end early, begin
 * a comment, or close a bracket that is not its own; and the whole means what the parts mean, joined. What it does not: that
 * the columns exist or the types fit.
 */
public final class PredicateComposer {
    /** The limits of a class of callers are held against the whole, by whoever answers. */
    private static final PredicateParser PARSER = new PredicateParser(PredicateLimits.of(10_000, 10_000));

    private PredicateComposer() {}

    /**
     * Both.
     *
     * @throws LeadgenException as {@link PredicateParser#parse}, with places in the text that is no predicate
     */
    public static String and(String left, String right) {
        return operand(left, true) + " AND " + operand(right, true);
    }

    /**
     * One of the two, or both.
     *
     * @throws LeadgenException as {@link PredicateParser#parse}, with places in the text that is no predicate
     */
    public static String or(String left, String right) {
        return operand(left, false) + " OR " + operand(right, false);
    }

    /**
     * The contrary; where the predicate is unknown, so is the contrary.
     *
     * @throws LeadgenException as {@link PredicateParser#parse}
     */
    public static String not(String text) {
        PARSER.parse(text);
        return isBracketed(text.strip()) ? "NOT " + text.strip() : "NOT (" + text.strip() + ")";
    }

    /** The text, with brackets where it joins in the other way than it is joined. */
    private static String operand(String text, boolean byAnd) {
        Syntax syntax = PARSER.parse(text).syntax();
        boolean otherwise = byAnd ? syntax instanceof Syntax.Or : syntax instanceof Syntax.And;
        String bare = text.strip();
        return otherwise && !isBracketed(bare) ? "(" + bare + ")" : bare;
    }

    /** Whether one pair of brackets is around the whole. */
    private static boolean isBracketed(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        try {
            PARSER.parse(text.substring(1, text.length() - 1));
            return true;
        } catch (LeadgenException e) {
            return false; // the first bracket ends before the last begins: (a) OR (b)
        }
    }
}
