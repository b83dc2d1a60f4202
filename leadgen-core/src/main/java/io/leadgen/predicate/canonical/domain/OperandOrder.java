package io.leadgen.predicate.canonical.domain;

import io.leadgen.predicate.Literal;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import java.util.Comparator;

/** A total order of the operands of one table: by column, and columns before functions of them. */
public final class OperandOrder implements Comparator<Operand> {
    public static final OperandOrder INSTANCE = new OperandOrder();

    private OperandOrder() {}

    @Override
    public int compare(Operand left, Operand right) {
        if (left == right) {
            return 0;
        }
        int byColumn = column(left).name().compareTo(column(right).name());
        return byColumn != 0 ? byColumn : byStructure(left, right);
    }

    private static int byStructure(Operand left, Operand right) {
        int byKind = Integer.compare(rank(left), rank(right));
        if (byKind != 0) {
            return byKind;
        }
        if (left instanceof ColumnRef one && right instanceof ColumnRef other) {
            int byName = one.name().compareTo(other.name());
            return byName != 0
                    ? byName
                    : one.type().toString().compareTo(other.type().toString());
        }
        if (left instanceof DateTrunc one && right instanceof DateTrunc other) {
            int byUnit = one.unit().compareTo(other.unit());
            return byUnit != 0 ? byUnit : byStructure(one.operand(), other.operand());
        }
        if (left instanceof Call one && right instanceof Call other) {
            return byCall(one, other);
        }
        if (left instanceof RelatedCount one && right instanceof RelatedCount other) {
            return text(one).compareTo(text(other));
        }
        if (left instanceof Literal one && right instanceof Literal other) {
            return LiteralOrder.INSTANCE.compare(one, other);
        }
        throw new AssertionError("two kinds of operand with one rank");
    }

    private static int byCall(Call left, Call right) {
        int byFunction = left.function().compareTo(right.function());
        for (int i = 0; byFunction == 0 && i < left.arguments().size(); i++) {
            byFunction = byStructure(left.arguments().get(i), right.arguments().get(i));
        }
        return byFunction;
    }

    /** Different operands have different texts. */
    private static String text(RelatedCount operand) {
        return PredicatePrinter.text(new Predicate.IsNull(operand));
    }

    private static int rank(Operand operand) {
        if (operand instanceof ColumnRef) {
            return 0;
        }
        return operand instanceof Call ? 1 : operand instanceof DateTrunc ? 2 : operand instanceof RelatedCount ? 4 : 3;
    }

    /** The column that an operand depends on: the first argument of every function leads to one, and a link begins with one. */
    public static ColumnRef column(Operand operand) {
        Operand inner = operand;
        while (!(inner instanceof ColumnRef column)) {
            if (inner instanceof RelatedCount related) {
                return related.link().unit();
            }
            inner = inner instanceof Call call ? call.arguments().get(0) : ((DateTrunc) inner).operand();
        }
        return column;
    }
}
