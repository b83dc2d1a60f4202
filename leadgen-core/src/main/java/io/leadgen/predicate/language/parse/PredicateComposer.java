package io.leadgen.predicate.language.parse;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.language.lex.PredicateLimits;

/**
 * Joins predicates that are written as text.
 *
 * <p>Guaranteed: each text is a complete predicate before it becomes part of another. None can end early, start a comment, or
 * close a bracket that is not its own. The result means the parts, joined. Not guaranteed: that columns exist and types fit.
 */
public final class PredicateComposer {
    /** Large, because the limits of the caller apply to the whole when it is parsed again. */
    private static final PredicateParser PARSER = new PredicateParser(PredicateLimits.of(10_000, 10_000));

    private PredicateComposer() {}

    /**
     * The predicate that holds if both hold.
     *
     * @throws LeadgenException as {@link PredicateParser#parse}, with positions in the text that is not a predicate
     */
    public static String and(String left, String right) {
        return operand(left, true) + " AND " + operand(right, true);
    }

    /**
     * The predicate that holds if at least one holds.
     *
     * @throws LeadgenException as {@link PredicateParser#parse}, with positions in the text that is not a predicate
     */
    public static String or(String left, String right) {
        return operand(left, false) + " OR " + operand(right, false);
    }

    /**
     * The negation. It is unknown for the rows for which the predicate is unknown.
     *
     * @throws LeadgenException as {@link PredicateParser#parse}
     */
    public static String not(String text) {
        PARSER.parse(text);
        return isBracketed(text.strip()) ? "NOT " + text.strip() : "NOT (" + text.strip() + ")";
    }

    /** The text, in brackets if it is joined by the other operator. */
    private static String operand(String text, boolean byAnd) {
        Syntax syntax = PARSER.parse(text).syntax();
        boolean other = byAnd ? syntax instanceof Syntax.Or : syntax instanceof Syntax.And;
        String bare = text.strip();
        return other && !isBracketed(bare) ? "(" + bare + ")" : bare;
    }

    /** Whether one pair of brackets surrounds the whole text. */
    private static boolean isBracketed(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        try {
            PARSER.parse(text.substring(1, text.length() - 1));
            return true;
        } catch (LeadgenException e) {
            return false; // two pairs of brackets: (a) OR (b)
        }
    }
}
