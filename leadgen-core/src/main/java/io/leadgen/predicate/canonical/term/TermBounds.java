package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a term implies about single operands, as far as its structure shows. For each row of the term the operand satisfies the
 * necessary constraint; each row that satisfies the sufficient one is a row of the term.
 *
 * <p>A junction uses this when it merges constraints. Otherwise the form would depend on grouping. In {@code x < 9 AND x <> 5 AND
 * (x = 1 OR x = 7 AND p)} the third condition makes the first one superfluous, but this is no longer visible once the first is
 * merged with the second.
 */
record TermBounds(Map<InternedOperand, ValueConstraint> necessary, Map<InternedOperand, ValueConstraint> sufficient) {
    private static final TermBounds NONE = new TermBounds(Map.of(), Map.of());

    static TermBounds of(Term term) {
        if (term instanceof Junction junction) {
            return junction.bounds();
        }
        if (term instanceof ValueConstraint constraint) {
            Map<InternedOperand, ValueConstraint> own = Map.of(constraint.subject(), constraint);
            ValueConstraint known = constraint.subject().known();
            return new TermBounds(known == null || constraint.orNull() ? own : both(constraint, known), own);
        }
        if (term instanceof Relation relation) {
            return new TermBounds(both(notNull(relation.left()), notNull(relation.right())), Map.of());
        }
        return new TermBounds(both(notNull(((Match) term).subject()), notNull(((Match) term).subject())), Map.of());
    }

    private static ValueConstraint notNull(InternedOperand subject) {
        ValueConstraint known = subject.known();
        return known == null ? new ValueConstraint(subject, ValueSet.ALL, false) : known;
    }

    private static Map<InternedOperand, ValueConstraint> both(ValueConstraint one, ValueConstraint other) {
        return combined(true, List.of(Map.of(one.subject(), one), Map.of(other.subject(), other)), true);
    }

    /** The bounds of all of these terms, or of any of them. */
    static TermBounds of(boolean all, List<Term> terms) {
        if (terms.isEmpty()) {
            return NONE;
        }
        List<TermBounds> bounds = terms.stream().map(TermBounds::of).toList();
        return new TermBounds(
                combined(all, bounds.stream().map(TermBounds::necessary).toList(), all),
                combined(all, bounds.stream().map(TermBounds::sufficient).toList(), !all));
    }

    /** @param each whether to include operands that only some of the maps have */
    private static Map<InternedOperand, ValueConstraint> combined(
            boolean all, List<Map<InternedOperand, ValueConstraint>> maps, boolean each) {
        Map<InternedOperand, ValueConstraint> result = new LinkedHashMap<>(maps.get(0));
        for (Map<InternedOperand, ValueConstraint> map : maps.subList(1, maps.size())) {
            if (!each) {
                result.keySet().retainAll(map.keySet());
            }
            map.forEach((subject, constraint) -> {
                if (each || result.containsKey(subject)) {
                    result.merge(subject, constraint, (one, other) -> combined(all, one, other));
                }
            });
        }
        return result;
    }

    private static ValueConstraint combined(boolean all, ValueConstraint one, ValueConstraint other) {
        return all
                ? new ValueConstraint(
                        one.subject(), one.values().intersect(other.values()), one.orNull() && other.orNull())
                : new ValueConstraint(
                        one.subject(), one.values().unite(other.values()), one.orNull() || other.orNull());
    }
}
