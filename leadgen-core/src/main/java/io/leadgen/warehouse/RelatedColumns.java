package io.leadgen.warehouse;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.OperandReplacer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A query over one table that has a column more for each count of rows elsewhere. So an engine has to know such counts in one place
 * only: where it reads the table.
 *
 * @param query the query, in which those columns stand for the counts
 * @param counts what each of those columns is, in the order of their names
 */
public record RelatedColumns(AggregateQuery query, Map<ColumnName, RelatedCount> counts) {
    /** No column of a table has such a name by chance. */
    private static final String NAME = "leadgen related rows ";

    /** The query without counts of related rows in its conditions. */
    public static RelatedColumns of(AggregateQuery query) {
        Map<RelatedCount, ColumnRef> columns = new LinkedHashMap<>();
        OperandReplacer replacer = new OperandReplacer(operand -> column(operand, columns));
        AggregateQuery flat = query.with(predicate -> predicate.accept(replacer));
        Map<ColumnName, RelatedCount> counts = new LinkedHashMap<>();
        columns.forEach((count, column) -> counts.put(column.name(), count));
        return new RelatedColumns(flat, counts);
    }

    private static Operand column(Operand operand, Map<RelatedCount, ColumnRef> columns) {
        return operand instanceof RelatedCount count
                ? columns.computeIfAbsent(
                        count, any -> new ColumnRef(new ColumnName(NAME + columns.size()), ColumnType.BIGINT))
                : operand;
    }
}
