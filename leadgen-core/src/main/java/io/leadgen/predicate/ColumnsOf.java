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
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the columns of the question's table that a predicate mentions, even if its outcome does not depend on them. */
public final class ColumnsOf {
    private ColumnsOf() {}

    public static SortedSet<ColumnName> predicate(Predicate predicate) {
        return sorted(operands(predicate)
                .map(operand -> operand instanceof RelatedCount related
                        ? related.link().unit().name()
                        : ((ColumnRef) operand).name()));
    }

    /** Those of them whose value in a row is tested: not the column that only links a row to those of other tables. */
    public static SortedSet<ColumnName> tested(Predicate predicate) {
        return sorted(operands(predicate)
                .flatMap(operand -> operand instanceof ColumnRef column ? Stream.of(column.name()) : Stream.empty()));
    }

    /** Of the conditions that AND joins in a predicate, those that test columns of these and nothing else. */
    public static List<Predicate> onlyOn(Set<ColumnName> columns, Predicate predicate) {
        if (predicate instanceof And and) {
            return and.operands().stream()
                    .flatMap(operand -> onlyOn(columns, operand).stream())
                    .toList();
        }
        List<Operand> operands = operands(predicate).toList();
        boolean only = !operands.isEmpty()
                && operands.stream()
                        .allMatch(operand -> operand instanceof ColumnRef column && columns.contains(column.name()));
        return only ? List.of(predicate) : List.of();
    }

    private static SortedSet<ColumnName> sorted(Stream<ColumnName> columns) {
        return Collections.unmodifiableSortedSet(columns.collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * What a predicate depends on: columns, and counts of rows of other tables. The last cast fails for a node that is not listed: a
     * column that is overlooked could be disclosed.
     */
    public static Stream<Operand> operands(Predicate predicate) {
        if (predicate instanceof And and) {
            return and.operands().stream().flatMap(ColumnsOf::operands);
        }
        if (predicate instanceof Or or) {
            return or.operands().stream().flatMap(ColumnsOf::operands);
        }
        if (predicate instanceof Not not) {
            return operands(not.operand());
        }
        if (predicate instanceof Comparison comparison) {
            return Stream.of(comparison.left(), comparison.right()).flatMap(ColumnsOf::operands);
        }
        return predicate instanceof Constant ? Stream.empty() : operands(((SingleOperand) predicate).operand());
    }

    private static Stream<Operand> operands(Operand operand) {
        if (operand instanceof ColumnRef || operand instanceof RelatedCount) {
            return Stream.of(operand);
        }
        if (operand instanceof Call call) {
            return call.arguments().stream().flatMap(ColumnsOf::operands);
        }
        return operand instanceof Literal ? Stream.empty() : operands(((DateTrunc) operand).operand());
    }
}
