package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.Term.Facet;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operands of one junction while they are brought together: what says something about the same subject becomes one term.
 * Inside "all" the sets of a subject are intersected, inside "any" they are united; "all" is spoiled by a term that is FALSE,
 * "any" by one that is TRUE.
 *
 * <p>Subjects that are NULL together ({@code x} and {@code abs(x)}) agree about NULL: inside "all" no facet of them admits it
 * if one does not, inside "any" each does if one does. And what other terms say about single subjects
 * is taken into account, see {@link TermBounds}.
 */
final class JunctionSimplifier {
    private final TermFactory terms;
    private final boolean all;
    private final Deque<Term> waiting = new ArrayDeque<>();
    private final Map<InternedOperand, List<Facet>> facets = new LinkedHashMap<>();
    private final Map<List<InternedOperand>, Relation> relations = new HashMap<>();
    private final Set<Match> matches = new HashSet<>();
    private final List<Term> junctions = new ArrayList<>();
    private final List<Term> unbounded = new ArrayList<>();
    private boolean spoiled;

    JunctionSimplifier(TermFactory terms, boolean all) {
        this.terms = terms;
        this.all = all;
    }

    void add(Term term) {
        waiting.add(term);
    }

    /** The merged terms, or null if one of them decides the whole. */
    @Nullable
    List<Term> finish() {
        while (!spoiled && !waiting.isEmpty()) {
            sort(waiting.remove());
            if (waiting.isEmpty()) {
                mergeFacets();
            }
            if (waiting.isEmpty()) {
                addBounds();
            }
            if (waiting.isEmpty()) {
                agreeAboutNull();
            }
        }
        if (spoiled) {
            return null;
        }
        List<Term> result = new ArrayList<>(junctions);
        facets.values().forEach(result::addAll);
        result.addAll(relations.values());
        result.addAll(matches);
        return result;
    }

    private void sort(Term term) {
        if (term instanceof Junction junction) {
            junction(junction);
        } else if (term instanceof Facet facet) {
            facets.computeIfAbsent(facet.subject(), subject -> new ArrayList<>(1))
                    .add(facet);
        } else if (term instanceof Relation relation) {
            relation(relation);
        } else if (term instanceof Match match) {
            match(match);
        }
    }

    private void junction(Junction junction) {
        if (junction.all() == all) {
            waiting.addAll(junction.terms());
        } else if (junction.isConstant()) {
            spoiled = true;
        } else {
            junctions.add(junction);
            unbounded.add(junction);
        }
    }

    private void relation(Relation relation) {
        List<InternedOperand> pair = List.of(relation.left(), relation.right());
        Relation before = relations.remove(pair);
        int outcomes = before == null
                ? relation.outcomes()
                : all ? before.outcomes() & relation.outcomes() : before.outcomes() | relation.outcomes();
        if (outcomes == 0) {
            spoiled = true;
        } else if (outcomes == Relation.ANY) {
            waiting.add(terms.all(List.of(isNotNull(relation.left()), isNotNull(relation.right()))));
        } else {
            Relation merged = new Relation(relation.left(), relation.right(), outcomes);
            relations.put(pair, merged);
            unbounded.add(merged);
        }
    }

    private void match(Match match) {
        if (!matches.remove(match.opposite())) {
            matches.add(match);
            unbounded.add(match);
        } else if (all) {
            spoiled = true;
        } else {
            waiting.add(isNotNull(match.subject()));
        }
    }

    private Term isNotNull(InternedOperand subject) {
        return terms.facet(subject, ValueSet.ALL, false);
    }

    private void mergeFacets() {
        for (InternedOperand subject : List.copyOf(facets.keySet())) {
            List<Facet> several = facets.getOrDefault(subject, List.of());
            if (several.size() < 2) {
                continue;
            }
            ValueSet values =
                    ValueSet.combined(several.stream().map(Facet::values).toList(), all);
            boolean orNull = all
                    ? several.stream().allMatch(Facet::orNull)
                    : several.stream().anyMatch(Facet::orNull);
            Term merged = terms.facet(subject, values, orNull);
            facets.remove(subject);
            if (merged instanceof Facet facet && facet.subject() == subject) {
                facets.put(subject, new ArrayList<>(List.of(facet)));
            } else {
                waiting.add(merged);
            }
        }
    }

    /** Adds what follows from the terms, or what they follow from, so that the merged facets do not depend on grouping. */
    private void addBounds() {
        for (Term term : unbounded) {
            TermBounds bounds = TermBounds.of(term);
            (all ? bounds.necessary() : bounds.sufficient())
                    .values()
                    .forEach(facet -> waiting.add(terms.facet(facet.subject(), facet.values(), facet.orNull())));
        }
        unbounded.clear();
    }

    private void agreeAboutNull() {
        Set<InternedOperand> decided = new HashSet<>();
        for (List<Facet> facet : facets.values()) {
            if (facet.get(0).orNull() != all) {
                decided.add(facet.get(0).subject().base());
            }
        }
        for (InternedOperand subject : List.copyOf(facets.keySet())) {
            Facet facet = facets.getOrDefault(subject, List.of()).get(0);
            if (facet.orNull() == all && decided.contains(subject.base())) {
                facets.remove(subject);
                waiting.add(terms.facet(subject, facet.values(), !all));
            }
        }
    }
}
