package io.leadgen.predicate.canonical.key;

import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.domain.OperandOrder;
import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.InternedOperand;
import io.leadgen.predicate.canonical.term.Term;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import io.leadgen.predicate.canonical.term.TermOrder;
import io.leadgen.predicate.canonical.term.TermWriter;

/**
 * One thing that a term asks about a row. A row has one point on each axis, which depends on the row only. Where the point has no
 * meaning, such as that of a value that is NULL, it is arbitrary.
 *
 * @param question a term that is the same for all terms that ask this
 */
record Axis(Kind kind, Term question) implements Comparable<Axis> {

    /** Kinds of axes. Their order and their numbers are part of keys, so they never change. */
    enum Kind {
        /** Whether the operand is NULL: yes is the first point, no the second. */
        PRESENCE(0),
        /** The value of the operand. The points are the ranges between cuts. */
        VALUES(1),
        /** Whether the value matches a pattern: no is the first point, yes the second. */
        PATTERN(2),
        /** Whether the left value is smaller than the right one, equal or greater. */
        ORDER(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    static Axis presence(InternedOperand subject) {
        return new Axis(Kind.PRESENCE, new ValueConstraint(subject, ValueSet.NONE, true));
    }

    static Axis values(InternedOperand subject) {
        return new Axis(Kind.VALUES, new ValueConstraint(subject, ValueSet.NONE, true));
    }

    static Axis pattern(Match match) {
        return new Axis(Kind.PATTERN, match.matches() ? match : match.opposite());
    }

    static Axis order(Relation relation) {
        return new Axis(Kind.ORDER, new Relation(relation.left(), relation.right(), Relation.LESS));
    }

    /** The operand, or the first of two. */
    Operand operand() {
        return TermOrder.subject(question).operand();
    }

    /** A total order: whether a base is NULL comes first. */
    @Override
    public int compareTo(Axis other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : TermOrder.INSTANCE.compare(question, other.question);
    }

    /** Unique across tables of all types: the same text means something else if the type of a column changes. */
    String label() {
        String types = question instanceof Relation relation
                ? type(operand()) + " " + type(relation.right().operand())
                : type(operand());
        // A constraint that NULL meets is written about the base, which several operands share.
        Predicate sign = question instanceof ValueConstraint ? new IsNull(operand()) : TermWriter.predicate(question);
        return kind.number + " " + types + " " + PredicatePrinter.text(sign);
    }

    private static String type(Operand operand) {
        return OperandOrder.column(operand).type().toString();
    }
}
