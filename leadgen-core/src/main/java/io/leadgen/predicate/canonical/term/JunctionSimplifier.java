package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
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
 * Merges the operands of one junction: all constraints of one operand become one term. For "all" the sets of an operand are
 * intersected, for "any" they are united. A term that is FALSE decides "all", one that is TRUE decides "any".
 *
 * <p>Operands that are NULL together ({@code x} and {@code abs(x)}) agree about NULL: for "all" no constraint admits it if one
 * does not, for "any" each does if one does. Constraints that follow from other terms are included, see {@link TermBounds}.
 */
final class JunctionSimplifier {
    private final TermFactory terms;
    private final boolean all;
    private final Deque<Term> waiting = new ArrayDeque<>();
    private final Map<InternedOperand, List<ValueConstraint>> constraints = new LinkedHashMap<>();
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
                mergeConstraints();
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
        constraints.values().forEach(result::addAll);
        result.addAll(relations.values());
        result.addAll(matches);
        return result;
    }

    private void sort(Term term) {
        if (term instanceof Junction junction) {
            junction(junction);
        } else if (term instanceof ValueConstraint constraint) {
            constraints
                    .computeIfAbsent(constraint.subject(), subject -> new ArrayList<>(1))
                    .add(constraint);
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
        return terms.constraint(subject, ValueSet.ALL, false);
    }

    private void mergeConstraints() {
        for (InternedOperand subject : List.copyOf(constraints.keySet())) {
            List<ValueConstraint> several = constraints.getOrDefault(subject, List.of());
            if (several.size() < 2) {
                continue;
            }
            ValueSet values = ValueSet.combined(
                    several.stream().map(ValueConstraint::values).toList(), all);
            boolean orNull = all
                    ? several.stream().allMatch(ValueConstraint::orNull)
                    : several.stream().anyMatch(ValueConstraint::orNull);
            Term merged = terms.constraint(subject, values, orNull);
            constraints.remove(subject);
            if (merged instanceof ValueConstraint constraint && constraint.subject() == subject) {
                constraints.put(subject, new ArrayList<>(List.of(constraint)));
            } else {
                waiting.add(merged);
            }
        }
    }

    /** Adds what follows from the terms, or what they follow from, so that grouping does not matter. */
    private void addBounds() {
        for (Term term : unbounded) {
            TermBounds bounds = TermBounds.of(term);
            (all ? bounds.necessary() : bounds.sufficient())
                    .values()
                    .forEach(constraint -> waiting.add(
                            terms.constraint(constraint.subject(), constraint.values(), constraint.orNull())));
        }
        unbounded.clear();
    }

    private void agreeAboutNull() {
        Set<InternedOperand> decided = new HashSet<>();
        for (List<ValueConstraint> constraint : constraints.values()) {
            if (constraint.get(0).orNull() != all) {
                decided.add(constraint.get(0).subject().base());
            }
        }
        for (InternedOperand subject : List.copyOf(constraints.keySet())) {
            ValueConstraint constraint =
                    constraints.getOrDefault(subject, List.of()).get(0);
            if (constraint.orNull() == all && decided.contains(subject.base())) {
                constraints.remove(subject);
                waiting.add(terms.constraint(subject, constraint.values(), !all));
            }
        }
    }
}
