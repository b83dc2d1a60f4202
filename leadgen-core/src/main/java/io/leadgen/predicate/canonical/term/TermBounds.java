package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a term says about single subjects, as far as its structure shows it: for each row of the term the subject lies in the
 * necessary constraint, and each row where it lies in the sufficient one is a row of the term.
 *
 * <p>A junction takes this into account when it merges constraints. Without it the form would depend on grouping: in
 * {@code x < 9 AND x <> 5 AND (x = 1 OR x = 7 AND p)} the first condition is superfluous beside the third, but no longer seen
 * to be so once it is merged with the second.
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

    /** @param each whether a subject counts that only some of the maps have */
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
                ? new ValueConstraint(one.subject(), one.values().intersect(other.values()), one.orNull() && other.orNull())
                : new ValueConstraint(one.subject(), one.values().unite(other.values()), one.orNull() || other.orNull());
    }
}
