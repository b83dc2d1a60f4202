package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.domain.OperandOrder;
import io.leadgen.predicate.canonical.domain.ValueSet;
import java.util.List;

/**
 * A condition in the algebra of canonicalization. Unlike a {@link Predicate} it is two-valued: it denotes the set of rows for
 * which a predicate is TRUE, and does not distinguish FALSE from unknown. There is no negation.
 *
 * <p>Only {@link TermFactory} makes terms, and keeps each simplified.
 */
public sealed interface Term {

    /** The bits of operands about which this term can imply something: see {@link Implication}. */
    long mentions();

    /** The bits of operands that every term which implies this one mentions. */
    long demands();

    /** The value of the operand is in a set or, with {@code orNull}, it is NULL. */
    public record ValueConstraint(InternedOperand subject, ValueSet values, boolean orNull) implements Term {
        @Override
        public long mentions() {
            return subject.bits();
        }

        @Override
        public long demands() {
            return orNull ? subject.base().bit() : subject.bit();
        }
    }

    /**
     * Two operands, neither NULL, compare with one of some outcomes. The left one is smaller by {@link OperandOrder}.
     *
     * @param outcomes a sum of {@link #LESS}, {@link #EQUAL} and {@link #GREATER}, not all of them
     */
    public record Relation(InternedOperand left, InternedOperand right, int outcomes) implements Term {
        public static final int LESS = 1;
        static final int EQUAL = 2;
        static final int GREATER = 4;
        static final int ANY = LESS | EQUAL | GREATER;

        @Override
        public long mentions() {
            return left.bits() | right.bits();
        }

        @Override
        public long demands() {
            return left.bit() | right.bit();
        }
    }

    /** The operand is not NULL and matches a pattern, or does not match it. */
    public record Match(InternedOperand subject, LikePattern pattern, boolean caseInsensitive, boolean matches)
            implements Term {
        public Match opposite() {
            return new Match(subject, pattern, caseInsensitive, !matches);
        }

        @Override
        public long mentions() {
            return subject.bits();
        }

        @Override
        public long demands() {
            return subject.bit();
        }
    }

    /**
     * All of some terms, or any of them. No term is a junction of the same kind. At least two terms, except in the constants: all
     * of nothing is TRUE, any of nothing is FALSE.
     *
     * @param size number of leaves
     * @param bounds what it implies about single operands
     * @param number unique within one canonicalization
     */
    public record Junction(
            boolean all, List<Term> terms, int size, TermBounds bounds, int number, long mentions, long demands)
            implements Term {
        static final Junction TRUE = new Junction(true, List.of(), 0, TermBounds.of(true, List.of()), -1, 0, 0);
        static final Junction FALSE = new Junction(false, List.of(), 0, TermBounds.of(false, List.of()), -2, 0, 0);

        static Junction of(boolean all, List<Term> terms, int number) {
            int size = 0;
            long mentions = 0;
            long demands = all ? 0 : -1;
            for (Term term : terms) {
                size += term instanceof Junction junction ? junction.size() : 1;
                mentions |= term.mentions();
                demands = all ? demands | term.demands() : demands & term.demands();
            }
            return new Junction(all, List.copyOf(terms), size, TermBounds.of(all, terms), number, mentions, demands);
        }

        boolean isConstant() {
            return terms.isEmpty();
        }
    }
}
