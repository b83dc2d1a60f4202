package io.leadgen.predicate.canonical.domain;

import io.leadgen.predicate.Literal;
import io.leadgen.predicate.LiteralOrder;

/**
 * A position between the values of an ordered domain, where a set of values can start or end. Cuts replace open and closed ends:
 * {@code x < 5} ends at the cut below 5, {@code x <= 5} at the cut above it, and {@code x = 5} is between the two.
 */
public sealed interface CutPoint {

    /** The ends of the domain. There are no values beyond them, so no set starts or ends there. */
    enum End implements CutPoint {
        BOTTOM,
        TOP
    }

    /** Directly below a value, or directly above it. */
    record At(Literal value, boolean above) implements CutPoint, Comparable<At> {
        @Override
        public int compareTo(At other) {
            int byValue = LiteralOrder.INSTANCE.compare(value, other.value);
            return byValue != 0 ? byValue : Boolean.compare(above, other.above);
        }
    }

    static CutPoint below(Literal value) {
        return new At(value, false);
    }

    static CutPoint above(Literal value) {
        return new At(value, true);
    }
}
