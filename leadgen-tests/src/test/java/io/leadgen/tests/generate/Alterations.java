package io.leadgen.tests.generate;

import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Between;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsDistinctFrom;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.IsTruth;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import java.util.ArrayList;
import java.util.List;

/** Small changes of a predicate that often, not always, change which rows it selects: by a boundary, by NULL, by one condition. */
final class Alterations {
    private final Dice dice;
    private final PredicateGenerator generator;

    Alterations(Dice dice, PredicateGenerator generator) {
        this.dice = dice;
        this.generator = generator;
    }

    Predicate alter(Predicate p) {
        if (dice.percent(85)) {
            if (p instanceof Not not) {
                return new Not(alter(not.operand()));
            }
            if (p instanceof And and) {
                return new And(one(and.operands()));
            }
            if (p instanceof Or or) {
                return new Or(one(or.operands()));
            }
        }
        return node(p);
    }

    private List<Predicate> one(List<Predicate> operands) {
        List<Predicate> result = new ArrayList<>(operands);
        int index = dice.below(operands.size());
        result.set(index, alter(operands.get(index)));
        return result;
    }

    private Predicate node(Predicate p) {
        if (p instanceof And and) {
            return new Or(and.operands());
        }
        if (p instanceof Or or) {
            return new And(or.operands());
        }
        if (p instanceof Not not) {
            return not.operand();
        }
        if (p instanceof Comparison comparison) {
            return comparison(comparison);
        }
        if (p instanceof In in) {
            Literal literal = generator.literal(in.operand());
            return dice.percent(50)
                    ? new Or(List.of(in, new IsNull(in.operand())))
                    : new Or(List.of(in, new Comparison(ComparisonOperator.EQ, in.operand(), literal)));
        }
        if (p instanceof Between between) {
            return new Comparison(ComparisonOperator.GE, between.operand(), between.low());
        }
        if (p instanceof IsDistinctFrom distinct) {
            return new Comparison(ComparisonOperator.NE, distinct.operand(), distinct.value());
        }
        if (p instanceof Like like) {
            return new Like(like.operand(), like.pattern(), !like.caseInsensitive());
        }
        return p instanceof IsTruth truth ? new IsTruth(truth.operand(), !truth.value()) : new Not(p);
    }

    private Predicate comparison(Comparison p) {
        if (p.right() instanceof Literal literal && dice.percent(50)) {
            return dice.percent(50)
                    ? new Or(List.of(p, new IsNull(p.left())))
                    : new Not(new And(List.of(p, new IsDistinctFrom(p.left(), literal))));
        }
        return new Comparison(dice.of(ComparisonOperator.values()), p.left(), p.right());
    }
}
