package io.leadgen.predicate;

import io.leadgen.catalog.ColumnName;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
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
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the columns that a predicate mentions, even if its outcome does not depend on them. */
public final class ColumnsOf {
    private ColumnsOf() {}

    public static SortedSet<ColumnName> predicate(Predicate predicate) {
        return Collections.unmodifiableSortedSet(predicate.accept(new Collector()));
    }

    private static final class Collector
            implements Predicate.Visitor<SortedSet<ColumnName>>, Operand.Visitor<SortedSet<ColumnName>> {
        private final SortedSet<ColumnName> columns = new TreeSet<>();

        @Override
        public SortedSet<ColumnName> and(And node) {
            return each(node.operands());
        }

        @Override
        public SortedSet<ColumnName> or(Or node) {
            return each(node.operands());
        }

        private SortedSet<ColumnName> each(List<Predicate> operands) {
            for (Predicate operand : operands) {
                operand.accept(this);
            }
            return columns;
        }

        @Override
        public SortedSet<ColumnName> not(Not node) {
            return node.operand().accept(this);
        }

        @Override
        public SortedSet<ColumnName> comparison(Comparison node) {
            node.left().accept(this);
            return node.right().accept(this);
        }

        @Override
        public SortedSet<ColumnName> between(Between node) {
            return node.operand().accept(this);
        }

        @Override
        public SortedSet<ColumnName> in(In node) {
            return node.operand().accept(this);
        }

        @Override
        public SortedSet<ColumnName> like(Like node) {
            return node.operand().accept(this);
        }

        @Override
        public SortedSet<ColumnName> isNull(IsNull node) {
            return node.operand().accept(this);
        }

        @Override
        public SortedSet<ColumnName> isTruth(IsTruth node) {
            return node.operand().accept(this);
        }

        @Override
        public SortedSet<ColumnName> isDistinctFrom(IsDistinctFrom node) {
            return node.operand().accept(this);
        }

        @Override
        public SortedSet<ColumnName> truth(Truth node) {
            return node.operand().accept(this);
        }

        @Override
        public SortedSet<ColumnName> constant(Constant node) {
            return columns;
        }

        @Override
        public SortedSet<ColumnName> column(ColumnRef node) {
            columns.add(node.name());
            return columns;
        }

        @Override
        public SortedSet<ColumnName> call(Call node) {
            for (Operand argument : node.arguments()) {
                argument.accept(this);
            }
            return columns;
        }

        @Override
        public SortedSet<ColumnName> dateTrunc(DateTrunc node) {
            return node.operand().accept(this);
        }

        @Override
        public SortedSet<ColumnName> literal(Literal node) {
            return columns;
        }
    }
}
