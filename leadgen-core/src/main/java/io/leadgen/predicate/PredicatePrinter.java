package io.leadgen.predicate;

import io.leadgen.catalog.ColumnName;

/**
 * Writes predicates as text.
 *
 * <p>{@link #text} writes the language that the parser reads, with as few brackets as possible. Parsing and binding the text gives
 * the same predicate, if its strings hold only characters that the language allows. Different predicates over one table have
 * different texts. The text depends on the predicate only. Keys in ledgers depend on it, so it must never change for a predicate.
 *
 * <p>{@link #shape} is for logs: columns, operators and kinds of values, never a value.
 */
public final class PredicatePrinter {
    private PredicatePrinter() {}

    /** The predicate in the predicate language, for example {@code age >= 26 AND income_level = 'high'}. */
    public static String text(Predicate predicate) {
        return PredicateWriter.write(predicate, Notation.FULL);
    }

    /** The name of a column in a predicate: plain, or in backticks if necessary. */
    public static String name(ColumnName name) {
        return OperandWriter.name(name);
    }

    /** A constant in a predicate, for example {@code 'high'} or {@code DATE '2026-10-31'}. */
    public static String literal(Literal literal) {
        return Notation.FULL.literal(literal);
    }

    /** The predicate without values, for example {@code age >= <int> AND location IN (<string>×3)}. */
    public static String shape(Predicate predicate) {
        return PredicateWriter.write(predicate, Notation.KIND);
    }
}
