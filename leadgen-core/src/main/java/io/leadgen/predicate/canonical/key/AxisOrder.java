package io.leadgen.predicate.canonical.key;

import io.leadgen.predicate.canonical.domain.OperandOrder;
import io.leadgen.predicate.canonical.key.Axis.Order;
import io.leadgen.predicate.canonical.key.Axis.Pattern;
import io.leadgen.predicate.canonical.term.TermOrder;
import java.util.Comparator;

/** A total order of the axes of one kind and of those of one base: whether it is NULL at all comes first. */
final class AxisOrder implements Comparator<Axis> {
    static final AxisOrder INSTANCE = new AxisOrder();

    private AxisOrder() {}

    @Override
    public int compare(Axis left, Axis right) {
        int byKind = Integer.compare(left.rank(), right.rank());
        if (byKind != 0) {
            return byKind;
        }
        if (left instanceof Pattern one && right instanceof Pattern other) {
            return TermOrder.INSTANCE.compare(one.match(), other.match());
        }
        int byOperand = OperandOrder.INSTANCE.compare(left.operand(), right.operand());
        return byOperand == 0 && left instanceof Order one && right instanceof Order other
                ? OperandOrder.INSTANCE.compare(
                        one.right().operand(), other.right().operand())
                : byOperand;
    }
}
