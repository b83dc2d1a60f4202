package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.Term.Facet;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a term says about single subjects, as far as its structure shows it: for each row of the term the subject lies in the
 * necessary facet, and each row where it lies in the sufficient one is a row of the term.
 *
 * <p>A junction takes this into account when it merges facets. Without it the form would depend on grouping: in
 * {@code x < 9 AND x <> 5 AND (x = 1 OR x = 7 AND p)} the first condition is superfluous beside the third, but no longer seen
 * to be so once it is merged with the second.
 */
record TermBounds(Map<InternedOperand, Facet> necessary, Map<InternedOperand, Facet> sufficient) {
    private static final TermBounds NONE = new TermBounds(Map.of(), Map.of());

    static TermBounds of(Term term) {
        if (term instanceof Junction junction) {
            return junction.bounds();
        }
        if (term instanceof Facet facet) {
            Map<InternedOperand, Facet> own = Map.of(facet.subject(), facet);
            Facet known = facet.subject().known();
            return new TermBounds(known == null || facet.orNull() ? own : both(facet, known), own);
        }
        if (term instanceof Relation relation) {
            return new TermBounds(both(notNull(relation.left()), notNull(relation.right())), Map.of());
        }
        return new TermBounds(both(notNull(((Match) term).subject()), notNull(((Match) term).subject())), Map.of());
    }

    private static Facet notNull(InternedOperand subject) {
        Facet known = subject.known();
        return known == null ? new Facet(subject, ValueSet.ALL, false) : known;
    }

    private static Map<InternedOperand, Facet> both(Facet one, Facet other) {
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
    private static Map<InternedOperand, Facet> combined(
            boolean all, List<Map<InternedOperand, Facet>> maps, boolean each) {
        Map<InternedOperand, Facet> result = new LinkedHashMap<>(maps.get(0));
        for (Map<InternedOperand, Facet> map : maps.subList(1, maps.size())) {
            if (!each) {
                result.keySet().retainAll(map.keySet());
            }
            map.forEach((subject, facet) -> {
                if (each || result.containsKey(subject)) {
                    result.merge(subject, facet, (one, other) -> combined(all, one, other));
                }
            });
        }
        return result;
    }

    private static Facet combined(boolean all, Facet one, Facet other) {
        return all
                ? new Facet(one.subject(), one.values().intersect(other.values()), one.orNull() && other.orNull())
                : new Facet(one.subject(), one.values().unite(other.values()), one.orNull() || other.orNull());
    }
}
