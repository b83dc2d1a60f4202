package io.leadgen.predicate;

import io.leadgen.predicate.Operand.Call;
import org.jspecify.annotations.Nullable;

/**
 * An operand within one canonicalisation, with what is worked out about it once. Interned by {@link Terms}, so that equality is identity.
 */
final class Subject {
    private final Operand operand;
    private final Domain domain;
    private final long bit;
    private final @Nullable Subject inner;

    Subject(Operand operand, int index, @Nullable Subject inner) {
        this.operand = operand;
        this.domain = OperandDomain.of(operand);
        this.bit = 1L << (index % Long.SIZE);
        this.inner = inner;
    }

    Operand operand() {
        return operand;
    }

    Domain domain() {
        return domain;
    }

    /** One of 64 bits; different subjects may share one. */
    long bit() {
        return bit;
    }

    /** The bits of this subject and of those that are known not to be NULL where this one is not. */
    long notNullBits() {
        return inner == null ? bit : bit | inner.notNullBits();
    }

    /** The argument, if this is a function that is NULL exactly where its argument is; else null. */
    @Nullable
    Subject inner() {
        return inner;
    }

    /** Whether this is the other or a function of it that is NULL exactly where the other is. */
    boolean isNullWith(Subject other) {
        return this == other || (inner != null && inner.isNullWith(other));
    }

    /**
     * The operand whose being NULL decides whether this one is, or null. Parts of dates are left out: an engine may know
     * infinite dates, which are not NULL and have no year.
     */
    static @Nullable Operand nullDecider(Operand operand) {
        if (!(operand instanceof Call call)) {
            return null;
        }
        return switch (call.function()) {
            case LOWER, UPPER, TRIM, LTRIM, RTRIM, LENGTH, ABS ->
                call.arguments().get(0);
            case COALESCE, NULLIF, YEAR, QUARTER, MONTH, DAY, DAYOFWEEK -> null;
        };
    }
}
