package io.leadgen.predicate.canonical.domain;

import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of values of one ordered domain. From the smallest value to the largest, membership changes at each cut. NULL is not a
 * value. Equal sets are equal objects, because each position in a domain has one cut.
 *
 * @param fromBottom whether the smallest values are in the set
 * @param cuts where membership changes, in ascending order, all different
 */
public record ValueSet(boolean fromBottom, List<CutPoint.At> cuts) {
    public static final ValueSet NONE = new ValueSet(false, List.of());
    public static final ValueSet ALL = new ValueSet(true, List.of());

    /** The values for which the comparison with the literal holds. */
    public static ValueSet comparing(Domain domain, ComparisonOperator operator, Literal literal) {
        return switch (operator) {
            case LT -> upTo(domain.below(literal));
            case LE -> upTo(domain.above(literal));
            case GT -> upTo(domain.above(literal)).complement();
            case GE -> upTo(domain.below(literal)).complement();
            case EQ -> point(domain, literal);
            case NE -> point(domain, literal).complement();
        };
    }

    public static ValueSet points(Domain domain, List<Literal> literals) {
        return combined(literals.stream().map(literal -> point(domain, literal)).toList(), false);
    }

    public static ValueSet point(Domain domain, Literal literal) {
        return upTo(domain.above(literal)).minus(upTo(domain.below(literal)));
    }

    private static ValueSet upTo(CutPoint cut) {
        if (cut instanceof CutPoint.At at) {
            return new ValueSet(true, List.of(at));
        }
        return cut == CutPoint.End.BOTTOM ? NONE : ALL;
    }

    /** The intersection of all sets, or their union. By halves, so that many small sets cost n log n. */
    public static ValueSet combined(List<ValueSet> sets, boolean all) {
        return switch (sets.size()) {
            case 0 -> all ? ALL : NONE;
            case 1 -> sets.get(0);
            default -> {
                int half = sets.size() / 2;
                ValueSet left = combined(sets.subList(0, half), all);
                ValueSet right = combined(sets.subList(half, sets.size()), all);
                yield all ? left.intersect(right) : left.unite(right);
            }
        };
    }

    public ValueSet unite(ValueSet other) {
        return complement().intersect(other.complement()).complement();
    }

    public ValueSet minus(ValueSet other) {
        return intersect(other.complement());
    }

    public ValueSet complement() {
        return new ValueSet(!fromBottom, cuts);
    }

    public ValueSet intersect(ValueSet other) {
        if (isAll() || other.isNone()) {
            return other;
        }
        if (other.isAll() || isNone()) {
            return this;
        }
        List<CutPoint.At> result = new ArrayList<>();
        boolean start = fromBottom && other.fromBottom;
        boolean inThis = fromBottom;
        boolean inOther = other.fromBottom;
        boolean in = start;
        int i = 0;
        int j = 0;
        while (i < cuts.size() || j < other.cuts.size()) {
            int order = i == cuts.size()
                    ? 1
                    : j == other.cuts.size() ? -1 : cuts.get(i).compareTo(other.cuts.get(j));
            CutPoint.At cut = order <= 0 ? cuts.get(i) : other.cuts.get(j);
            if (order <= 0) {
                inThis = !inThis;
                i++;
            }
            if (order >= 0) {
                inOther = !inOther;
                j++;
            }
            if ((inThis && inOther) != in) {
                in = !in;
                result.add(cut);
            }
        }
        return new ValueSet(start, result);
    }

    public boolean isSubsetOf(ValueSet other) {
        return minus(other).isNone();
    }

    /** Whether the literal, a value of the domain, is in the set. */
    public boolean contains(Domain domain, Literal literal) {
        return !intersect(point(domain, literal)).isNone();
    }

    /** The same set in a domain that may have fewer values. */
    public ValueSet within(Domain domain) {
        ValueSet result = fromBottom ? ALL : NONE;
        boolean in = fromBottom;
        for (CutPoint.At cut : cuts) {
            in = !in;
            ValueSet below = upTo(cut.above() ? domain.above(cut.value()) : domain.below(cut.value()));
            result = in ? result.unite(below.complement()) : result.intersect(below);
        }
        return result;
    }

    public boolean isNone() {
        return !fromBottom && cuts.isEmpty();
    }

    public boolean isAll() {
        return fromBottom && cuts.isEmpty();
    }
}
