package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.canonical.domain.Domain;
import io.leadgen.predicate.canonical.domain.OperandDomain;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * An operand within one canonicalisation, with what is worked out about it once. Interned by {@link TermFactory}, so that equality is identity.
 */
public final class InternedOperand {
    private final Operand operand;
    private final Domain domain;
    private final long bit;
    private final @Nullable InternedOperand inner;
    private final @Nullable ValueConstraint known;

    InternedOperand(Operand operand, int index, @Nullable InternedOperand inner, @Nullable ValueConstraint known) {
        this.operand = operand;
        this.domain = OperandDomain.of(operand);
        this.bit = 1L << (index % Long.SIZE);
        this.inner = inner;
        this.known = known;
    }

    public Operand operand() {
        return operand;
    }

    Domain domain() {
        return domain;
    }

    /** One of 64 bits; different subjects may share one. */
    long bit() {
        return bit;
    }

    /** The bits of this subject and of the one of which something is known where this one is not NULL. */
    long bits() {
        return known == null ? bit : bit | known.subject().bit;
    }

    /** What follows for another subject where this one is not NULL; null if nothing does. */
    @Nullable
    public ValueConstraint known() {
        return known;
    }

    /** The argument, if this is a function that is NULL exactly where its argument is; else null. */
    @Nullable
    InternedOperand inner() {
        return inner;
    }

    /** The subject, perhaps this one, whose being NULL makes this one NULL, and nothing else does. */
    public InternedOperand base() {
        return inner == null ? this : inner.base();
    }

    /**
     * The argument, if the operand is NULL exactly where its argument is; else null. Parts of dates are left out: an engine
     * may know infinite dates, which are not NULL and have no year. So are functions of {@code coalesce} and {@code nullif},
     * whose being NULL is not a column's being NULL.
     */
    static @Nullable Operand nullDecider(Operand operand) {
        if (!(operand instanceof Call call)) {
            return null;
        }
        Operand argument = call.arguments().get(0);
        return switch (call.function()) {
            case LOWER, UPPER, TRIM, LTRIM, RTRIM, LENGTH, ABS -> endsInLiteral(argument) ? null : argument;
            case COALESCE, NULLIF, YEAR, QUARTER, MONTH, DAY, DAYOFWEEK -> null;
        };
    }

    private static boolean endsInLiteral(Operand operand) {
        return operand instanceof Call call
                && (call.function().arity() == 2
                        || endsInLiteral(call.arguments().get(0)));
    }
}
