package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import java.util.ArrayList;
import java.util.List;

/** Converts a term to a predicate. Each term has one. */
public final class TermWriter {
    private TermWriter() {}

    public static Predicate predicate(Term term) {
        List<Predicate> any = new ArrayList<>();
        alternatives(term, any);
        return any(any);
    }

    /** Adds the operands of the OR that the term is. None of them is an OR itself. */
    private static void alternatives(Term term, List<Predicate> result) {
        if (term instanceof ValueConstraint constraint) {
            ValueConstraintWriter.alternatives(constraint, result);
        } else if (term instanceof Match match) {
            Predicate like = new Like(match.subject().operand(), match.pattern(), match.caseInsensitive());
            result.add(match.matches() ? like : new Not(like));
        } else if (term instanceof Relation relation) {
            result.add(new Comparison(
                    operator(relation.outcomes()),
                    relation.left().operand(),
                    relation.right().operand()));
        } else if (term instanceof Junction junction) {
            junction(junction, result);
        }
    }

    private static void junction(Junction junction, List<Predicate> result) {
        if (!junction.all()) {
            junction.terms().forEach(term -> alternatives(term, result));
            return;
        }
        List<Predicate> conditions = new ArrayList<>();
        for (Term term : junction.terms()) {
            Predicate predicate = predicate(term);
            if (predicate instanceof And and) {
                conditions.addAll(and.operands());
            } else {
                conditions.add(predicate);
            }
        }
        result.add(all(conditions));
    }

    private static ComparisonOperator operator(int outcomes) {
        return switch (outcomes) {
            case Relation.LESS -> ComparisonOperator.LT;
            case Relation.EQUAL -> ComparisonOperator.EQ;
            case Relation.GREATER -> ComparisonOperator.GT;
            case Relation.LESS | Relation.EQUAL -> ComparisonOperator.LE;
            case Relation.GREATER | Relation.EQUAL -> ComparisonOperator.GE;
            case Relation.LESS | Relation.GREATER -> ComparisonOperator.NE;
            default -> throw new IllegalArgumentException("not a comparison");
        };
    }

    static Predicate all(List<Predicate> predicates) {
        return switch (predicates.size()) {
            case 0 -> Constant.TRUE;
            case 1 -> predicates.get(0);
            default -> new And(predicates);
        };
    }

    static Predicate any(List<Predicate> predicates) {
        return switch (predicates.size()) {
            case 0 -> Constant.FALSE;
            case 1 -> predicates.get(0);
            default -> new Or(predicates);
        };
    }
}
