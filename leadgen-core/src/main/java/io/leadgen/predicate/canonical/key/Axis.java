package io.leadgen.predicate.canonical.key;

import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.domain.OperandOrder;
import io.leadgen.predicate.canonical.term.InternedOperand;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.TermOrder;

/**
 * One thing that a term asks about a row. A row has one point on each axis, which depends on the row only. Where the point has no
 * meaning, such as that of a value that is NULL, it is arbitrary.
 */
sealed interface Axis extends Comparable<Axis> {

    /** Whether the operand is NULL: yes is the first point, no the second. */
    record Presence(InternedOperand subject) implements Axis {
        @Override
        public Operand operand() {
            return subject.operand();
        }

        @Override
        public Predicate sign() {
            return new IsNull(operand());
        }

        @Override
        public int rank() {
            return 0;
        }
    }

    /** The value of the operand. The points are the ranges between cuts. */
    record Values(InternedOperand subject) implements Axis {
        @Override
        public Operand operand() {
            return subject.operand();
        }

        @Override
        public Predicate sign() {
            return new IsNull(operand());
        }

        @Override
        public int rank() {
            return 1;
        }
    }

    /** Whether the value matches a pattern: no is the first point, yes the second. */
    record Pattern(Match match) implements Axis {
        @Override
        public Operand operand() {
            return match.subject().operand();
        }

        @Override
        public Predicate sign() {
            return new Like(operand(), match.pattern(), match.caseInsensitive());
        }

        @Override
        public int rank() {
            return 2;
        }
    }

    /** Whether the left value is smaller than the right one, equal or greater. */
    record Order(InternedOperand left, InternedOperand right) implements Axis {
        @Override
        public Operand operand() {
            return left.operand();
        }

        @Override
        public Predicate sign() {
            return new Comparison(ComparisonOperator.LT, left.operand(), right.operand());
        }

        @Override
        public int rank() {
            return 3;
        }
    }

    /** The operand, or the first of two. */
    Operand operand();

    /** Different for all axes of one rank. */
    Predicate sign();

    /** Different for each kind of axis. */
    int rank();

    /** A total order: whether a base is NULL comes first. */
    @Override
    default int compareTo(Axis other) {
        int byKind = Integer.compare(rank(), other.rank());
        if (byKind != 0) {
            return byKind;
        }
        if (this instanceof Pattern one && other instanceof Pattern another) {
            return TermOrder.INSTANCE.compare(one.match(), another.match());
        }
        int byOperand = OperandOrder.INSTANCE.compare(operand(), other.operand());
        return byOperand == 0 && this instanceof Order one && other instanceof Order another
                ? OperandOrder.INSTANCE.compare(
                        one.right().operand(), another.right().operand())
                : byOperand;
    }

    /** Unique across tables of all types: the same text means something else if the type of a column changes. */
    default String label() {
        String types = this instanceof Order order ? type(order.left()) + " " + type(order.right()) : type(operand());
        return rank() + " " + types + " " + PredicatePrinter.text(sign());
    }

    private static String type(InternedOperand subject) {
        return type(subject.operand());
    }

    private static String type(Operand operand) {
        return OperandOrder.column(operand).type().toString();
    }
}
