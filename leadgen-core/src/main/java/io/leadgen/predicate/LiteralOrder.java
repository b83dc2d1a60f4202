package io.leadgen.predicate;

import io.leadgen.predicate.Predicate.ComparisonOperator;

/** Compares two literals of one family as every engine does. */
final class LiteralOrder {
    private LiteralOrder() {}

    static boolean holds(ComparisonOperator operator, Literal left, Literal right) {
        int order = compare(left, right);
        return switch (operator) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    private static int compare(Literal left, Literal right) {
        if (left instanceof Literal.Number one && right instanceof Literal.Number other) {
            return one.value().compareTo(other.value());
        }
        if (left instanceof Literal.Text one && right instanceof Literal.Text other) {
            return compareCodePoints(one.value(), other.value());
        }
        if (left instanceof Literal.Bool one && right instanceof Literal.Bool other) {
            return Boolean.compare(one.value(), other.value());
        }
        if (left instanceof Literal.Date one && right instanceof Literal.Date other) {
            return one.value().compareTo(other.value());
        }
        if (left instanceof Literal.Timestamp one && right instanceof Literal.Timestamp other) {
            return one.value().compareTo(other.value());
        }
        throw new IllegalArgumentException("literals of two families");
    }

    /** Engines compare the bytes of UTF-8, which is the order of code points and not that of {@link String#compareTo}. */
    private static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        int at = 0;
        while (at < length && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (at == length) {
            return Integer.compare(left.length(), right.length());
        }
        boolean insidePair = at > 0 && Character.isHighSurrogate(left.charAt(at - 1));
        int from = insidePair ? at - 1 : at;
        return Integer.compare(left.codePointAt(from), right.codePointAt(from));
    }
}
