package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.canonical.domain.Domain;
import io.leadgen.predicate.canonical.domain.OperandDomain;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * An operand within one canonicalization, with what is calculated about it once. Interned by {@link TermFactory}, so equality is
 * identity.
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

    /** One of 64 bits. Different operands may share one. */
    long bit() {
        return bit;
    }

    /** The bits of this operand and of the one that is constrained where this one is not NULL. */
    long bits() {
        return known == null ? bit : bit | known.subject().bit;
    }

    /** What follows for another operand where this one is not NULL; null if nothing does. */
    @Nullable
    public ValueConstraint known() {
        return known;
    }

    /** The argument, if this is a function that is NULL exactly where its argument is; otherwise null. */
    @Nullable
    InternedOperand inner() {
        return inner;
    }

    /** The innermost operand, possibly this one, that is NULL exactly where this one is. */
    public InternedOperand base() {
        return inner == null ? this : inner.base();
    }

    /**
     * The argument, if the operand is NULL exactly where its argument is; otherwise null. Parts of dates are excluded: some
     * engines have infinite dates, which are not NULL and have no year. So are functions of {@code coalesce} and {@code nullif},
     * which are not NULL exactly where a column is.
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
