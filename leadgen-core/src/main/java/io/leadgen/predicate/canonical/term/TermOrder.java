package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.canonical.domain.OperandOrder;
import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import java.util.Comparator;
import java.util.List;

/**
 * A total order of terms in which only equal terms are equal: leaves before junctions, small terms before large ones, then by
 * column.
 */
public final class TermOrder implements Comparator<Term> {
    public static final TermOrder INSTANCE = new TermOrder();

    private TermOrder() {}

    @Override
    public int compare(Term left, Term right) {
        if (left == right) {
            return 0;
        }
        int byJunction = Boolean.compare(left instanceof Junction, right instanceof Junction);
        if (byJunction != 0) {
            return byJunction;
        }
        if (left instanceof Junction one && right instanceof Junction other) {
            int bySize = Integer.compare(one.size(), other.size());
            int byKind = bySize != 0 ? bySize : Boolean.compare(one.all(), other.all());
            return byKind != 0 ? byKind : lists(one.terms(), other.terms(), this);
        }
        int bySubject = subjects(subject(left), subject(right));
        if (bySubject != 0) {
            return bySubject;
        }
        int byKind = Integer.compare(rank(left), rank(right));
        return byKind != 0 ? byKind : details(left, right);
    }

    private static int details(Term left, Term right) {
        if (left instanceof ValueConstraint one && right instanceof ValueConstraint other) {
            int byNull = Boolean.compare(other.orNull(), one.orNull());
            return byNull != 0 ? byNull : values(one.values(), other.values());
        }
        if (left instanceof Match one && right instanceof Match other) {
            return matches(one, other);
        }
        if (left instanceof Relation one && right instanceof Relation other) {
            int byRight = subjects(one.right(), other.right());
            return byRight != 0 ? byRight : Integer.compare(one.outcomes(), other.outcomes());
        }
        throw new AssertionError("two kinds of term with one rank");
    }

    private static int values(ValueSet left, ValueSet right) {
        int byStart = Boolean.compare(right.fromBottom(), left.fromBottom());
        return byStart != 0 ? byStart : lists(left.cuts(), right.cuts(), Comparator.naturalOrder());
    }

    private static int matches(Match left, Match right) {
        int byMatch = Boolean.compare(right.matches(), left.matches());
        if (byMatch != 0) {
            return byMatch;
        }
        int byCase = Boolean.compare(left.caseInsensitive(), right.caseInsensitive());
        return byCase != 0
                ? byCase
                : lists(left.pattern().tokens(), right.pattern().tokens(), TermOrder::tokens);
    }

    private static int tokens(LikePattern.Token left, LikePattern.Token right) {
        if (left instanceof LikePattern.Text one && right instanceof LikePattern.Text other) {
            return LiteralOrder.compareCodePoints(one.value(), other.value());
        }
        if (left instanceof Wildcard one && right instanceof Wildcard other) {
            return one.compareTo(other);
        }
        return left instanceof LikePattern.Text ? -1 : 1;
    }

    private static int subjects(InternedOperand left, InternedOperand right) {
        return left == right ? 0 : OperandOrder.INSTANCE.compare(left.operand(), right.operand());
    }

    private static <T> int lists(List<? extends T> left, List<? extends T> right, Comparator<T> order) {
        int common = Math.min(left.size(), right.size());
        for (int i = 0; i < common; i++) {
            int byElement = order.compare(left.get(i), right.get(i));
            if (byElement != 0) {
                return byElement;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** The operand of a leaf, or the first of two. */
    public static InternedOperand subject(Term leaf) {
        if (leaf instanceof ValueConstraint constraint) {
            return constraint.subject();
        }
        return leaf instanceof Match match ? match.subject() : ((Relation) leaf).left();
    }

    private static int rank(Term leaf) {
        return leaf instanceof ValueConstraint ? 0 : leaf instanceof Match ? 1 : 2;
    }
}
