package io.leadgen.predicate.canonical.key;

import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.domain.OperandOrder;
import io.leadgen.predicate.canonical.term.InternedOperand;
import io.leadgen.predicate.canonical.term.Term;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes which rows a term selects: its truth table if that is small enough, otherwise its form. The first word says which. */
public final class TermKey {
    private final SortedSet<String> columns = new TreeSet<>();

    private TermKey() {}

    /** The key of a term, which is also given as a predicate. */
    public static String of(Term term, Predicate form) {
        TruthTable table = TruthTable.of(new Axes(List.of(term)));
        return table == null
                ? new TermKey().byForm(term, form)
                : "rows " + DecisionDiagramText.of(new DecisionDiagram(table));
    }

    /** How many of these terms one row can meet at most. */
    public static int mostTogether(List<Term> terms) {
        return TruthTable.mostTogether(new Axes(terms));
    }

    private String byForm(Term term, Predicate form) {
        visit(term);
        StringBuilder out = new StringBuilder("form ");
        columns.forEach(
                column -> out.append(column.length()).append(' ').append(column).append(' '));
        return out.append(": ").append(PredicatePrinter.text(form)).toString();
    }

    private void visit(Term term) {
        if (term instanceof Junction junction) {
            junction.terms().forEach(this::visit);
        } else if (term instanceof ValueConstraint constraint) {
            visit(constraint.subject());
        } else if (term instanceof Match match) {
            visit(match.subject());
        } else if (term instanceof Relation relation) {
            visit(relation.left());
            visit(relation.right());
        }
    }

    private void visit(InternedOperand subject) {
        Operand.ColumnRef column = OperandOrder.column(subject.operand());
        columns.add(column.type() + " " + column.name());
    }
}
