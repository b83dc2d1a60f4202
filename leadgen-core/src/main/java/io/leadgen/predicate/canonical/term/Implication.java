package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether every row of one term is a row of another, as far as their structure shows. "Yes" is certain; "no" may mean "not
 * recognized".
 *
 * <p>A pair of junctions is compared once and remembered, so the cost is bounded by the product of the sizes of the terms,
 * whatever their depth. Most pairs end at once: a term can imply only what it has operands for.
 */
final class Implication {
    /**
     * Spreads pairs of small numbers over a hash table: the hash of Long itself maps many of them to one slot. Odd, so that
     * different pairs stay different.
     */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<Long, Boolean> known = new HashMap<>();

    boolean implies(Term premise, Term conclusion) {
        if (premise == conclusion) {
            return true;
        }
        if ((conclusion.demands() & ~premise.mentions()) != 0) {
            return false;
        }
        if (premise instanceof Junction one && conclusion instanceof Junction other) {
            long pair = (one.number() * (1L << Integer.SIZE) + other.number()) * SPREAD;
            Boolean before = known.get(pair);
            if (before == null) {
                before = byParts(premise, conclusion);
                known.put(pair, before);
            }
            return before;
        }
        if (premise instanceof Junction || conclusion instanceof Junction) {
            return byParts(premise, conclusion);
        }
        return leaves(premise, conclusion);
    }

    /** Whether every row of the premise is a row of at least one conclusion. */
    boolean impliesAny(Term premise, List<Term> conclusions) {
        if (premise instanceof Junction any && !any.all()) {
            return any.terms().stream().allMatch(term -> impliesAny(term, conclusions));
        }
        return conclusions.stream().anyMatch(conclusion -> implies(premise, conclusion))
                || (premise instanceof Junction all
                        && all.terms().stream().anyMatch(term -> impliesAny(term, conclusions)));
    }

    /** Whether every row of all premises is a row of the conclusion. */
    boolean allImply(List<Term> premises, Term conclusion) {
        if (conclusion instanceof Junction all && all.all()) {
            return all.terms().stream().allMatch(term -> allImply(premises, term));
        }
        return premises.stream().anyMatch(premise -> implies(premise, conclusion))
                || (conclusion instanceof Junction any
                        && any.terms().stream().anyMatch(term -> allImply(premises, term)));
    }

    private boolean byParts(Term premise, Term conclusion) {
        if (conclusion instanceof Junction target && target.all()) {
            return target.terms().stream().allMatch(term -> implies(premise, term));
        }
        if (premise instanceof Junction source && !source.all()) {
            return source.terms().stream().allMatch(term -> implies(term, conclusion));
        }
        boolean bySome = premise instanceof Junction source
                && source.terms().stream().anyMatch(term -> implies(term, conclusion));
        return bySome
                || (conclusion instanceof Junction target
                        && target.terms().stream().anyMatch(term -> implies(premise, term)));
    }

    private static boolean leaves(Term premise, Term conclusion) {
        if (conclusion instanceof ValueConstraint target) {
            return constraint(premise, target);
        }
        if (premise instanceof Relation one && conclusion instanceof Relation other) {
            return one.left() == other.left()
                    && one.right() == other.right()
                    && (one.outcomes() & ~other.outcomes()) == 0;
        }
        return premise.equals(conclusion);
    }

    private static boolean constraint(Term premise, ValueConstraint target) {
        if (premise instanceof ValueConstraint source && source.subject() == target.subject()) {
            return isWithin(source, target);
        }
        if (premise instanceof Relation relation) {
            ValueConstraint necessary = TermBounds.of(relation).necessary().get(target.subject());
            return necessary != null && isWithin(necessary, target);
        }
        if (premise instanceof ValueConstraint source) {
            boolean asToNull = !source.orNull()
                    || (target.orNull()
                            && source.subject().base() == target.subject().base());
            return asToNull && (source.values().isNone() || isKnown(source.subject(), target));
        }
        return isKnown(((Match) premise).subject(), target);
    }

    /** Whether the target follows if the operand is not NULL. */
    private static boolean isKnown(InternedOperand subject, ValueConstraint target) {
        if (subject == target.subject()) {
            return target.values().isAll();
        }
        ValueConstraint known = subject.known();
        return known != null && known.subject() == target.subject() && isWithin(known, target);
    }

    /** Whether one constraint of an operand is part of another one. */
    private static boolean isWithin(ValueConstraint constraint, ValueConstraint target) {
        return (target.orNull() || !constraint.orNull()) && constraint.values().isSubsetOf(target.values());
    }
}
