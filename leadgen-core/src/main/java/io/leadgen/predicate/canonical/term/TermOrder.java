package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.canonical.domain.CutPoint;
import io.leadgen.predicate.canonical.domain.OperandOrder;
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

    private static final Comparator<InternedOperand> OPERANDS =
            Comparator.comparing(InternedOperand::operand, OperandOrder.INSTANCE);
    private static final Comparator<Term> LEAVES =
            Comparator.comparing(TermOrder::subject, OPERANDS).thenComparingInt(TermOrder::rank);
    private static final Comparator<Junction> JUNCTIONS = Comparator.comparingInt(Junction::size)
            .thenComparing(Junction::all)
            .thenComparing(Junction::terms, lists(INSTANCE));
    private static final Comparator<ValueConstraint> CONSTRAINTS = Comparator.comparing(
                    (ValueConstraint term) -> !term.orNull())
            .thenComparing(term -> !term.values().fromBottom())
            .thenComparing(term -> term.values().cuts(), lists(Comparator.<CutPoint.At>naturalOrder()));
    private static final Comparator<Match> MATCHES = Comparator.comparing((Match term) -> !term.matches())
            .thenComparing(Match::caseInsensitive)
            .thenComparing(term -> term.pattern().tokens(), lists(TermOrder::tokens));
    private static final Comparator<Relation> RELATIONS =
            Comparator.comparing(Relation::right, OPERANDS).thenComparingInt(Relation::outcomes);

    private TermOrder() {}

    @Override
    public int compare(Term left, Term right) {
        if (left == right) {
            return 0;
        }
        if (left instanceof Junction one && right instanceof Junction other) {
            return JUNCTIONS.compare(one, other);
        }
        if (left instanceof Junction || right instanceof Junction) {
            return left instanceof Junction ? 1 : -1;
        }
        int byOperand = LEAVES.compare(left, right);
        return byOperand != 0 ? byOperand : details(left, right);
    }

    private static int details(Term left, Term right) {
        if (left instanceof ValueConstraint one && right instanceof ValueConstraint other) {
            return CONSTRAINTS.compare(one, other);
        }
        return left instanceof Match one && right instanceof Match other
                ? MATCHES.compare(one, other)
                : RELATIONS.compare((Relation) left, (Relation) right);
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

    private static <T> Comparator<List<T>> lists(Comparator<T> order) {
        return (left, right) -> {
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                int byElement = order.compare(left.get(i), right.get(i));
                if (byElement != 0) {
                    return byElement;
                }
            }
            return Integer.compare(left.size(), right.size());
        };
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
