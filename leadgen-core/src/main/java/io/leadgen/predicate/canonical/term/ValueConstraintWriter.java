package io.leadgen.predicate.canonical.term;

import static java.util.Objects.requireNonNull;

import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Truth;
import io.leadgen.predicate.canonical.domain.CutPoint;
import io.leadgen.predicate.canonical.domain.Domain;
import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a set of values of one operand as comparisons, as a person would: a few single values are listed, long runs are ranges,
 * and a range with a few small gaps excludes their values.
 *
 * <p>A set consists of runs with gaps between them. A run or a gap is small if it has at most three values. Runs that are
 * separated only by small gaps form a group. A group is written as a range from its first long run to its last one, without the
 * values in its gaps ({@code NOT IN}). The other small runs are listed ({@code IN}). All this depends on the set only, so a set
 * has one form.
 */
final class ValueConstraintWriter {
    private static final int SMALL = 3;

    /** From one cut to another; null is an end of the domain. */
    private record Stretch(CutPoint.@Nullable At from, CutPoint.@Nullable At to) {}

    private final Operand operand;
    private final Domain domain;
    private final List<Literal> listed = new ArrayList<>();
    private final List<Predicate> ranges = new ArrayList<>();

    private ValueConstraintWriter(InternedOperand subject) {
        this.operand = subject.operand();
        this.domain = subject.domain();
    }

    /** Adds the operands of the OR that the constraint is. None of them is an OR itself. */
    static void alternatives(ValueConstraint constraint, List<Predicate> result) {
        ValueConstraintWriter writer = new ValueConstraintWriter(constraint.subject());
        Predicate isNull = new IsNull(constraint.subject().base().operand());
        if (constraint.orNull() && !result.contains(isNull)) {
            result.add(isNull);
        }
        if (constraint.values().isAll()) {
            result.add(new Not(new IsNull(writer.operand)));
            return;
        }
        writer.groups(constraint.values());
        if (!writer.listed.isEmpty()) {
            result.add(writer.isOneOf(writer.listed));
        }
        result.addAll(writer.ranges);
    }

    private void groups(ValueSet values) {
        List<Stretch> group = new ArrayList<>();
        for (Stretch run : runs(values)) {
            if (!group.isEmpty() && fewValues(gap(group.get(group.size() - 1), run)) == null) {
                group(group);
                group.clear();
            }
            group.add(run);
        }
        group(group);
    }

    private static Stretch gap(Stretch run, Stretch next) {
        return new Stretch(run.to(), next.from());
    }

    private static List<Stretch> runs(ValueSet values) {
        List<Stretch> runs = new ArrayList<>();
        boolean in = values.fromBottom();
        CutPoint.At from = null;
        for (CutPoint.At cut : values.cuts()) {
            if (in) {
                runs.add(new Stretch(from, cut));
            }
            in = !in;
            from = cut;
        }
        if (in) {
            runs.add(new Stretch(from, null));
        }
        return runs;
    }

    private void group(List<Stretch> runs) {
        int first = 0;
        while (first < runs.size() && list(runs.get(first))) {
            first++;
        }
        if (first == runs.size()) {
            return;
        }
        int last = runs.size() - 1;
        while (fewValues(runs.get(last)) != null) {
            last--;
        }
        List<Literal> gaps = new ArrayList<>();
        for (int i = first; i < last; i++) {
            gaps.addAll(requireNonNull(fewValues(gap(runs.get(i), runs.get(i + 1)))));
        }
        range(runs.get(first).from(), runs.get(last).to(), gaps);
        runs.subList(last + 1, runs.size()).forEach(this::list);
    }

    /** Lists the values of a run if it is small. */
    private boolean list(Stretch run) {
        List<Literal> few = fewValues(run);
        return few != null && listed.addAll(few);
    }

    private void range(CutPoint.@Nullable At from, CutPoint.@Nullable At to, List<Literal> gaps) {
        List<Predicate> conditions = new ArrayList<>();
        List<Literal> excluded = new ArrayList<>();
        if (from != null && isAboveSmallest(from)) {
            excluded.add(from.value());
        } else if (from != null) {
            conditions.add(compare(from.above() ? ComparisonOperator.GT : ComparisonOperator.GE, from.value()));
        }
        if (to != null) {
            conditions.add(upTo(to));
        }
        excluded.addAll(gaps);
        if (!excluded.isEmpty()) {
            conditions.add(isNoneOf(excluded));
        }
        ranges.add(TermWriter.all(conditions));
    }

    /** For {@code name <> ''} instead of {@code name > ''}. */
    private boolean isAboveSmallest(CutPoint.At from) {
        return !domain.discrete() && from.above() && from.value().equals(domain.first());
    }

    private Predicate upTo(CutPoint.At cut) {
        if (cut.above()) {
            return compare(ComparisonOperator.LE, cut.value());
        }
        Literal last = domain.previous(cut.value());
        return last == null ? compare(ComparisonOperator.LT, cut.value()) : compare(ComparisonOperator.LE, last);
    }

    private Predicate compare(ComparisonOperator operator, Literal literal) {
        return new Comparison(operator, operand, literal);
    }

    private Predicate isOneOf(List<Literal> values) {
        if (values.size() > 1) {
            return new In(operand, values);
        }
        if (values.get(0) instanceof Literal.Bool bool) {
            return bool.value() ? new Truth(operand) : new Not(new Truth(operand));
        }
        return compare(ComparisonOperator.EQ, values.get(0));
    }

    private Predicate isNoneOf(List<Literal> values) {
        return values.size() > 1 ? new Not(new In(operand, values)) : compare(ComparisonOperator.NE, values.get(0));
    }

    /** The values of a run or a gap if it is small and all of them have literals; otherwise null. */
    private @Nullable List<Literal> fewValues(Stretch stretch) {
        CutPoint.At from = stretch.from();
        CutPoint.At to = stretch.to();
        Literal value = from == null ? domain.first() : from.above() ? domain.next(from.value()) : from.value();
        List<Literal> result = new ArrayList<>(SMALL);
        while (value != null) {
            if (to != null && new CutPoint.At(value, false).compareTo(to) >= 0) {
                return result;
            }
            if (result.size() == SMALL) {
                return null;
            }
            result.add(value);
            if (to == null ? value.equals(domain.last()) : to.equals(new CutPoint.At(value, true))) {
                return result;
            }
            value = domain.next(value);
        }
        return null;
    }
}
