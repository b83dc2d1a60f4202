package io.leadgen.predicate.parser;

import io.leadgen.error.LeadgenException;

/**
 * Puts predicates together that are written as text.
 *
 * <p>What it guarantees: each text is a predicate by itself before it becomes part of another, so that none can end early, begin
 * a comment, or close a bracket that is not its own; and the whole means what the parts mean, joined. What it does not: that
 * the columns exist or the types fit.
 */
public final class Composition {
    /** The limits of a class of callers are held against the whole, by whoever answers. */
    private static final PredicateParser PARSER = new PredicateParser(PredicateLimits.of(10_000, 10_000));

    private Composition() {}

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
        return "NOT (" + text.strip() + ")";
    }

    /** The text, with brackets where it joins in the other way than it is joined. */
    private static String operand(String text, boolean byAnd) {
        Syntax syntax = PARSER.parse(text).syntax();
        boolean brackets = byAnd ? syntax instanceof Syntax.Or : syntax instanceof Syntax.And;
        return brackets ? "(" + text.strip() + ")" : text.strip();
    }
}
