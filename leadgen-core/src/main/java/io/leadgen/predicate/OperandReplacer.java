package io.leadgen.predicate;

import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Between;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsDistinctFrom;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.IsTruth;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import io.leadgen.predicate.Predicate.Truth;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The same predicate over other operands.
 *
 * @param replacement what an operand becomes, literals excepted; it has the same type. Operands within functions are replaced first
 */
public record OperandReplacer(UnaryOperator<Operand> replacement) implements Predicate.Visitor<Predicate> {
    private Operand replaced(Operand operand) {
        if (operand instanceof Literal) {
            return operand;
        }
        Operand inner = operand;
        if (operand instanceof Call call) {
            inner = new Call(
                    call.function(),
                    call.arguments().stream().map(this::replaced).toList());
        } else if (operand instanceof DateTrunc cut) {
            inner = new DateTrunc(cut.unit(), replaced(cut.operand()));
        }
        return replacement.apply(inner);
    }

    private List<Predicate> all(List<Predicate> operands) {
        return operands.stream().map(operand -> operand.accept(this)).toList();
    }

    @Override
    public Predicate and(And node) {
        return new And(all(node.operands()));
    }

    @Override
    public Predicate or(Or node) {
        return new Or(all(node.operands()));
    }

    @Override
    public Predicate not(Not node) {
        return new Not(node.operand().accept(this));
    }

    @Override
    public Predicate comparison(Comparison node) {
        return new Comparison(node.operator(), replaced(node.left()), replaced(node.right()));
    }

    @Override
    public Predicate between(Between node) {
        return new Between(replaced(node.operand()), node.low(), node.high());
    }

    @Override
    public Predicate in(In node) {
        return new In(replaced(node.operand()), node.values());
    }

    @Override
    public Predicate like(Like node) {
        return new Like(replaced(node.operand()), node.pattern(), node.caseInsensitive());
    }

    @Override
    public Predicate isNull(IsNull node) {
        return new IsNull(replaced(node.operand()));
    }

    @Override
    public Predicate isTruth(IsTruth node) {
        return new IsTruth(replaced(node.operand()), node.value());
    }

    @Override
    public Predicate isDistinctFrom(IsDistinctFrom node) {
        return new IsDistinctFrom(replaced(node.operand()), node.value());
    }

    @Override
    public Predicate truth(Truth node) {
        return new Truth(replaced(node.operand()));
    }

    @Override
    public Predicate constant(Constant node) {
        return node;
    }
}
