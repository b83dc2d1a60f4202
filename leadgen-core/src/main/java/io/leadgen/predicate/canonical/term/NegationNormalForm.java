package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Between;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsDistinctFrom;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.IsTruth;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import io.leadgen.predicate.Predicate.Truth;
import io.leadgen.predicate.canonical.domain.Domain;
import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts a predicate to the term of the rows for which it is TRUE or, within NOT, of those for which it is FALSE. NOT exchanges
 * the two, and by De Morgan's law AND and OR, so no NOT remains.
 */
public final class NegationNormalForm implements Predicate.Visitor<Term> {
    private final TermFactory terms;
    private final boolean wanted;
    private final NegationNormalForm opposite;

    private NegationNormalForm(TermFactory terms) {
        this.terms = terms;
        this.wanted = true;
        this.opposite = new NegationNormalForm(terms, this);
    }

    private NegationNormalForm(TermFactory terms, NegationNormalForm opposite) {
        this.terms = terms;
        this.wanted = false;
        this.opposite = opposite;
    }

    /** The rows for which the predicate is TRUE. */
    public static Term term(Predicate predicate) {
        return predicate.accept(new NegationNormalForm(new TermFactory()));
    }

    /** The rows for which each of several predicates is TRUE, as terms about the same operands. */
    public static List<Term> terms(List<Predicate> predicates) {
        NegationNormalForm form = new NegationNormalForm(new TermFactory());
        return predicates.stream().map(predicate -> predicate.accept(form)).toList();
    }

    @Override
    public Term and(And node) {
        return junction(node.operands(), wanted);
    }

    @Override
    public Term or(Or node) {
        return junction(node.operands(), !wanted);
    }

    /** Collects nested operands of one kind first: merging them level by level would be quadratic. */
    private Term junction(List<Predicate> operands, boolean all) {
        List<Term> result = new ArrayList<>();
        operands.forEach(operand -> collect(operand, all, result));
        return terms.junction(all, result);
    }

    private void collect(Predicate predicate, boolean all, List<Term> result) {
        if (predicate instanceof Not not) {
            opposite.collect(not.operand(), all, result);
        } else if (predicate instanceof And and && all == wanted) {
            and.operands().forEach(operand -> collect(operand, all, result));
        } else if (predicate instanceof Or or && all != wanted) {
            or.operands().forEach(operand -> collect(operand, all, result));
        } else {
            result.add(predicate.accept(this));
        }
    }

    @Override
    public Term not(Not node) {
        return node.operand().accept(opposite);
    }

    @Override
    public Term comparison(Comparison node) {
        ComparisonOperator operator = wanted ? node.operator() : node.operator().negated();
        if (node.right() instanceof Literal literal) {
            return compare(node.left(), operator, literal);
        }
        if (node.left() instanceof Literal literal) {
            return compare(node.right(), operator.mirrored(), literal);
        }
        return terms.relation(node.left(), node.right(), outcomes(operator));
    }

    private Term compare(Operand operand, ComparisonOperator operator, Literal literal) {
        InternedOperand subject = terms.subject(operand);
        return terms.constraint(subject, ValueSet.comparing(subject.domain(), operator, literal), false);
    }

    private static int outcomes(ComparisonOperator operator) {
        return switch (operator) {
            case EQ -> Relation.EQUAL;
            case NE -> Relation.LESS | Relation.GREATER;
            case LT -> Relation.LESS;
            case LE -> Relation.LESS | Relation.EQUAL;
            case GT -> Relation.GREATER;
            case GE -> Relation.GREATER | Relation.EQUAL;
        };
    }

    @Override
    public Term between(Between node) {
        Domain domain = terms.subject(node.operand()).domain();
        ValueSet fromLow = ValueSet.comparing(domain, ComparisonOperator.GE, node.low());
        return known(node.operand(), fromLow.intersect(ValueSet.comparing(domain, ComparisonOperator.LE, node.high())));
    }

    @Override
    public Term in(In node) {
        return known(
                node.operand(), ValueSet.points(terms.subject(node.operand()).domain(), node.values()));
    }

    @Override
    public Term truth(Truth node) {
        return known(node.operand(), truth(true));
    }

    /** The term of a predicate that is TRUE for these values, FALSE for others and unknown for NULL. */
    private Term known(Operand operand, ValueSet values) {
        return terms.constraint(terms.subject(operand), wanted ? values : values.complement(), false);
    }

    @Override
    public Term isNull(IsNull node) {
        return decided(node.operand(), ValueSet.NONE, true);
    }

    @Override
    public Term isTruth(IsTruth node) {
        return decided(node.operand(), truth(node.value()), false);
    }

    @Override
    public Term isDistinctFrom(IsDistinctFrom node) {
        Domain domain = terms.subject(node.operand()).domain();
        return decided(node.operand(), ValueSet.comparing(domain, ComparisonOperator.NE, node.value()), true);
    }

    /** The term of a predicate that is never unknown: TRUE for these values and possibly NULL, otherwise FALSE. */
    private Term decided(Operand operand, ValueSet values, boolean orNull) {
        InternedOperand subject = terms.subject(operand);
        return wanted
                ? terms.constraint(subject, values, orNull)
                : terms.constraint(subject, values.complement(), !orNull);
    }

    private static ValueSet truth(boolean value) {
        return ValueSet.point(Domain.Booleans.INSTANCE, new Literal.Bool(value));
    }

    @Override
    public Term like(Like node) {
        return terms.match(node.operand(), node.pattern(), node.caseInsensitive(), wanted);
    }

    @Override
    public Term constant(Constant node) {
        return node == (wanted ? Constant.TRUE : Constant.FALSE) ? Junction.TRUE : Junction.FALSE;
    }
}
