package io.leadgen.predicate;

import io.leadgen.catalog.ColumnName;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import io.leadgen.predicate.Predicate.SingleOperand;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the columns of the question's table that a predicate mentions, even if its outcome does not depend on them. */
public final class ColumnsOf {
    private ColumnsOf() {}

    public static SortedSet<ColumnName> predicate(Predicate predicate) {
        return Collections.unmodifiableSortedSet(columns(predicate).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The last cast fails for a node that is not listed: a column that is overlooked could be disclosed. */
    private static Stream<ColumnName> columns(Predicate predicate) {
        if (predicate instanceof And and) {
            return and.operands().stream().flatMap(ColumnsOf::columns);
        }
        if (predicate instanceof Or or) {
            return or.operands().stream().flatMap(ColumnsOf::columns);
        }
        if (predicate instanceof Not not) {
            return columns(not.operand());
        }
        if (predicate instanceof Comparison comparison) {
            return Stream.of(comparison.left(), comparison.right()).flatMap(ColumnsOf::columns);
        }
        return predicate instanceof Constant ? Stream.empty() : columns(((SingleOperand) predicate).operand());
    }

    private static Stream<ColumnName> columns(Operand operand) {
        if (operand instanceof ColumnRef column) {
            return Stream.of(column.name());
        }
        if (operand instanceof Call call) {
            return call.arguments().stream().flatMap(ColumnsOf::columns);
        }
        if (operand instanceof RelatedCount related) {
            return Stream.of(related.link().unit().name());
        }
        return operand instanceof Literal ? Stream.empty() : columns(((DateTrunc) operand).operand());
    }
}
