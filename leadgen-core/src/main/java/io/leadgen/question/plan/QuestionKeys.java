package io.leadgen.question.plan;

import io.leadgen.catalog.ColumnName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes everything that an answer depends on as text, so that equal questions, and only they, share a key. */
final class QuestionKeys {
    /** Changes when the meaning of the parts does. */
    private static final String FORMAT = "3";

    private QuestionKeys() {}

    static QuestionKey of(CompiledQuestion question, AggregateQuery query, Mechanism mechanism, Precision precision) {
        CallerClass callerClass = question.callerClass();
        List<String> parts = new ArrayList<>(List.of(
                FORMAT,
                callerClass.name(),
                Integer.toString(callerClass.sigma()),
                query.table().catalog(),
                query.table().schema(),
                query.table().table(),
                unit(query.unit()),
                question.rows().key()));
        CellsText cells = new CellsText(question.parts());
        parts.addAll(query.cells().accept(cells));
        parts.add(mechanism.keyText());
        parts.add(precision.toString());
        query.measures().forEach(measure -> parts.add(measure(measure)));
        // The same words mean something else when the owner changes a column's type.
        for (ColumnName column : cells.columns()) {
            question.schema().column(column).ifPresent(known -> parts.add(column + " " + known.type()));
        }
        question.predicates().stream().flatMap(ColumnsOf::operands).forEach(operand -> related(operand, parts));
        return QuestionKey.of(parts);
    }

    /** The types of what a count of related rows depends on; the predicate's key has only their names. */
    private static void related(Operand operand, List<String> parts) {
        if (operand instanceof RelatedCount count) {
            parts.add("unit " + count.link().unit().type());
            ColumnsOf.operands(count.filter())
                    .map(ColumnRef.class::cast)
                    .map(column -> quoted(column.name()) + " " + column.type())
                    .distinct()
                    .sorted()
                    .forEach(parts::add);
        }
    }

    private static String unit(PrivacyUnit unit) {
        return (unit instanceof PrivacyUnit.Key ? "key " : "row ") + unit.label();
    }

    private static String measure(Measure measure) {
        if (measure instanceof Measure.CentredSum sum) {
            return "sum " + value(sum.value()) + " " + bounds(sum.bounds());
        }
        return measure instanceof Measure.ValuedUnits valued ? "valued " + value(valued.value()) : "units";
    }

    /** The columns that a query reads beyond its filter and its cells' predicates. */
    static SortedSet<ColumnName> columns(AggregateQuery query) {
        CellsText cells = new CellsText(List.of());
        SortedSet<ColumnName> columns = new TreeSet<>();
        if (query.cells() instanceof Cells.Bins bins) {
            columns.add(bins.value().column().name());
        } else if (query.cells() instanceof Cells.Groups || query.cells() instanceof Cells.FoundGroups) {
            query.cells().accept(cells);
            columns.addAll(cells.columns());
        }
        for (Measure measure : query.measures()) {
            if (measure instanceof Measure.ValuedUnits valued) {
                columns.add(valued.value().column().name());
            }
        }
        return columns;
    }

    static String value(UnitValue value) {
        return value.combination() + " " + quoted(value.column().name());
    }

    static String bounds(Bounds bounds) {
        return Double.toHexString(bounds.lower()) + " " + Double.toHexString(bounds.upper());
    }

    static String quoted(ColumnName column) {
        return "`" + column.value().replace("`", "``") + "`";
    }
}
