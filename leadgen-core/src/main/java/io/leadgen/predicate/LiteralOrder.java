package io.leadgen.predicate;

import java.util.Comparator;

/**
 * A total order of literals that agrees with how the language compares values of one family: numbers by value, strings by code
 * points, FALSE before TRUE, dates and timestamps by time. Literals of different families are ordered by family, only to make
 * the order total. Only equal literals are equal in it.
 */
public final class LiteralOrder implements Comparator<Literal> {
    public static final LiteralOrder INSTANCE = new LiteralOrder();

    private LiteralOrder() {}

    @Override
    public int compare(Literal left, Literal right) {
        if (left instanceof Literal.Number one && right instanceof Literal.Number other) {
            return one.value().compareTo(other.value());
        }
        if (left instanceof Literal.Text one && right instanceof Literal.Text other) {
            return compareCodePoints(one.value(), other.value());
        }
        if (left instanceof Literal.Date one && right instanceof Literal.Date other) {
            return one.value().compareTo(other.value());
        }
        if (left instanceof Literal.Timestamp one && right instanceof Literal.Timestamp other) {
            return one.value().compareTo(other.value());
        }
        if (left instanceof Literal.Bool one && right instanceof Literal.Bool other) {
            return Boolean.compare(one.value(), other.value());
        }
        return left.type().kind().compareTo(right.type().kind());
    }

    /** Unlike {@link String#compareTo}, which compares UTF-16 units and puts U+10000 before U+E000. Engines compare UTF-8 bytes. */
    public static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                boolean oneSurrogate = Character.isSurrogate(one);
                return oneSurrogate == Character.isSurrogate(other) ? one - other : oneSurrogate ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }
}
