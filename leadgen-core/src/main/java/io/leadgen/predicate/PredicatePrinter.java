package io.leadgen.predicate;

import io.leadgen.catalog.ColumnName;

/**
 * Writes predicates as text.
 *
 * <p>{@link #text} is the predicate in the language that the parser reads, with no more brackets than needed; binding what
 * the parser makes of it gives the same predicate again, where its texts hold only characters that the language allows. Over
 * one table, different predicates have different texts. The text depends on the predicate alone, and a change of it is a
 * change of every ledger's keys: it must never change for a predicate that stays the same.
 *
 * <p>{@link #shape} is for logs: columns, operators and kinds of values, never a value.
 */
public final class PredicatePrinter {
    private PredicatePrinter() {}

    /** The predicate in the predicate language, for example {@code age >= 26 AND income_level = 'high'}. */
    public static String text(Predicate predicate) {
        return PredicateWriter.write(predicate, Notation.FULL);
    }

    /** A constant as a predicate writes it, for example {@code 'high'} or {@code DATE '2026-10-31'}. */
    public static String literal(Literal literal) {
        return Notation.FULL.literal(literal);
    }

    /** A column's name as a predicate writes it: in backticks where it could be taken for something else. */
    public static String name(ColumnName name) {
        return OperandWriter.name(name);
    }

    /** The predicate without values, for example {@code age >= <int> AND location IN (<string>×3)}. */
    public static String shape(Predicate predicate) {
        return PredicateWriter.write(predicate, Notation.KIND);
    }
}
