package io.leadgen.predicate.canonical.key;

import io.leadgen.predicate.Function;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.canonical.domain.CutPoint;
import io.leadgen.predicate.canonical.domain.OperandOrder;
import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.key.Formula.Joined;
import io.leadgen.predicate.canonical.key.Formula.Within;
import io.leadgen.predicate.canonical.term.InternedOperand;
import io.leadgen.predicate.canonical.term.Term;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What terms ask about a row, as axes in one order, and each term as a formula over them.
 *
 * <p>A leaf that needs a value (a constraint, a pattern or an order) is joined with a condition that holds exactly where its
 * operand is not NULL. So the formula never depends on the point of a row on an axis that has no meaning for it.
 */
final class Axes {
    private static final Comparator<InternedOperand> BY_OPERAND =
            (one, other) -> OperandOrder.INSTANCE.compare(one.operand(), other.operand());

    /** By the operand that is NULL exactly where the whole is. */
    private final SortedMap<InternedOperand, SortedSet<Axis>> groups = new TreeMap<>(BY_OPERAND);

    private final SortedSet<Axis> orders = new TreeSet<>();
    private final Map<Axis, SortedSet<CutPoint.At>> cuts = new HashMap<>();
    private final Map<Axis, Dimension> dimensions = new HashMap<>();
    private final List<Dimension> inOrder = new ArrayList<>();
    private final List<Formula> formulas;

    /** @param terms about the same operands */
    Axes(List<Term> terms) {
        terms.forEach(this::collect);
        groups.forEach(this::group);
        orders.forEach(axis -> add(Dimension.of(null, axis, List.of()), axis));
        formulas = terms.stream().map(this::formula).toList();
    }

    /** All dimensions that the formulas mention, and perhaps more, of one class each. */
    List<Dimension> dimensions() {
        return inOrder;
    }

    /** Those of the terms, in their order. */
    List<Formula> formulas() {
        return formulas;
    }

    private void collect(Term term) {
        if (term instanceof Junction junction) {
            junction.terms().forEach(this::collect);
        } else if (term instanceof ValueConstraint constraint) {
            SortedSet<Axis> group = groupOf(constraint.subject());
            if (!constraint.values().cuts().isEmpty()) {
                Axis axis = Axis.values(constraint.subject());
                group.add(axis);
                cuts.computeIfAbsent(axis, key -> new TreeSet<>())
                        .addAll(constraint.values().cuts());
            }
        } else if (term instanceof Match match) {
            groupOf(match.subject()).add(Axis.pattern(match));
            collectGuard(match.subject());
        } else if (term instanceof Relation relation) {
            orders.add(Axis.order(relation));
            collectGuard(relation.left());
            collectGuard(relation.right());
        }
    }

    private SortedSet<Axis> groupOf(InternedOperand subject) {
        return groups.computeIfAbsent(subject.base(), base -> new TreeSet<>());
    }

    private void collectGuard(InternedOperand subject) {
        ValueConstraint guard = guard(subject);
        if (guard != null) {
            collect(guard);
        }
    }

    /** The rows where the subject is not NULL; null if those are all. */
    private static @Nullable ValueConstraint guard(InternedOperand subject) {
        if (subject.known() != null) {
            return subject.known();
        }
        boolean never = subject.operand() instanceof Call call && call.function() == Function.COALESCE;
        return never ? null : new ValueConstraint(subject, ValueSet.ALL, false);
    }

    private void group(InternedOperand base, SortedSet<Axis> axes) {
        ValueConstraint guard = guard(base);
        Axis presence = guard != null && guard.subject() == base ? Axis.presence(base) : null;
        if (presence != null && axes.size() == 1) {
            Axis only = axes.first();
            add(Dimension.of(presence, only, cuts(only)), presence, only);
            return;
        }
        if (presence != null) {
            add(Dimension.of(presence), presence);
        }
        axes.forEach(axis -> add(Dimension.of(null, axis, cuts(axis)), axis));
    }

    private List<CutPoint.At> cuts(Axis axis) {
        SortedSet<CutPoint.At> found = cuts.get(axis);
        return found == null ? List.of() : List.copyOf(found);
    }

    private void add(Dimension dimension, Axis... axes) {
        inOrder.add(dimension);
        for (Axis axis : axes) {
            dimensions.put(axis, dimension);
        }
    }

    private Formula formula(Term term) {
        if (term instanceof Junction junction) {
            return new Joined(
                    junction.all(), junction.terms().stream().map(this::formula).toList());
        }
        if (term instanceof ValueConstraint constraint) {
            return constraint(constraint);
        }
        if (term instanceof Match match) {
            int points = match.matches() ? 0b10 : 0b01;
            return new Joined(true, List.of(notNull(match.subject()), within(Axis.pattern(match), points)));
        }
        Relation relation = (Relation) term;
        return new Joined(
                true,
                List.of(
                        notNull(relation.left()),
                        notNull(relation.right()),
                        within(Axis.order(relation), relation.outcomes())));
    }

    private Formula notNull(InternedOperand subject) {
        ValueConstraint guard = guard(subject);
        return guard == null ? new Joined(true, List.of()) : constraint(guard);
    }

    private Formula constraint(ValueConstraint constraint) {
        Dimension presence = dimension(Axis.presence(constraint.subject().base()));
        List<Formula> parts = new ArrayList<>();
        if (constraint.orNull()) {
            parts.add(within(presence, presence.isNull()));
        }
        if (!constraint.values().isNone()) {
            parts.add(known(presence, constraint));
        }
        return new Joined(false, parts);
    }

    private Formula known(Dimension presence, ValueConstraint constraint) {
        if (constraint.values().isAll()) {
            return within(presence, presence.isKnown());
        }
        Dimension values = dimension(Axis.values(constraint.subject()));
        Formula within = within(values, values.points(constraint.values()));
        return values == presence ? within : new Joined(true, List.of(within(presence, presence.isKnown()), within));
    }

    private Dimension dimension(Axis axis) {
        Dimension found = dimensions.get(axis);
        if (found == null) {
            throw new AssertionError("an axis that was not collected");
        }
        return found;
    }

    private Formula within(Axis axis, int points) {
        Dimension dimension = dimension(axis);
        return within(dimension, dimension.points(points));
    }

    private static Formula within(Dimension dimension, BitSet points) {
        dimension.distinguish(points);
        return new Within(dimension, points);
    }
}
