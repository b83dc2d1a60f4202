package io.leadgen.predicate.canonical.domain;

import io.leadgen.predicate.Literal;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateTrunc;
import java.util.Comparator;

/** A total order of the operands over one table: by the column looked at, then columns before functions of them. */
public final class OperandOrder implements Comparator<Operand> {
    public static final OperandOrder INSTANCE = new OperandOrder();

    private OperandOrder() {}

    @Override
    public int compare(Operand left, Operand right) {
        if (left == right) {
            return 0;
        }
        int byColumn = column(left).compareTo(column(right));
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
        if (left instanceof Literal one && right instanceof Literal other) {
            return LiteralOrder.INSTANCE.compare(one, other);
        }
        throw new AssertionError("one rank, two kinds of operand");
    }

    private static int byCall(Call left, Call right) {
        int byFunction = left.function().compareTo(right.function());
        for (int i = 0; byFunction == 0 && i < left.arguments().size(); i++) {
            byFunction = byStructure(left.arguments().get(i), right.arguments().get(i));
        }
        return byFunction;
    }

    private static int rank(Operand operand) {
        return operand.accept(Rank.INSTANCE);
    }

    private static String column(Operand operand) {
        return operand.accept(FirstColumn.INSTANCE);
    }

    private enum Rank implements Operand.Visitor<Integer> {
        INSTANCE;

        @Override
        public Integer column(ColumnRef node) {
            return 0;
        }

        @Override
        public Integer call(Call node) {
            return 1;
        }

        @Override
        public Integer dateTrunc(DateTrunc node) {
            return 2;
        }

        @Override
        public Integer literal(Literal node) {
            return 3;
        }
    }

    /** Every function's first argument leads to a column. */
    private enum FirstColumn implements Operand.Visitor<String> {
        INSTANCE;

        @Override
        public String column(ColumnRef node) {
            return node.name().value();
        }

        @Override
        public String call(Call node) {
            return node.arguments().get(0).accept(this);
        }

        @Override
        public String dateTrunc(DateTrunc node) {
            return node.operand().accept(this);
        }

        @Override
        public String literal(Literal node) {
            return "";
        }
    }
}
