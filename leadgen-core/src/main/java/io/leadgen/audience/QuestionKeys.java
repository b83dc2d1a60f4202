package io.leadgen.audience;

import io.leadgen.catalog.ColumnName;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.privacy.Bounds;
import io.leadgen.privacy.CallerClass;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.PrivacyUnit;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.privacy.Shape;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.UnitValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes everything that an answer depends on as text, so that equal questions, and only they, share a key. */
final class QuestionKeys {
    /** Changes when the meaning of the parts does. */
    private static final String FORMAT = "2";

    private QuestionKeys() {}

    static QuestionKey of(Question question, AggregateQuery query, Shape shape, Precision precision) {
        CallerClass callerClass = question.callerClass();
        List<String> parts = new ArrayList<>(List.of(
                FORMAT,
                callerClass.name(),
                Integer.toString(callerClass.sigma()),
                query.table().catalog(),
                query.table().schema(),
                query.table().table(),
                unit(query.unit()),
                PredicatePrinter.text(query.filter())));
        CellsText cells = new CellsText();
        parts.addAll(query.cells().accept(cells));
        parts.add(shape(shape));
        parts.add(precision.toString());
        query.measures().forEach(measure -> parts.add(measure(measure)));
        // The same words mean something else when the owner changes a column's type.
        SortedSet<ColumnName> columns = new TreeSet<>(ColumnsOf.predicate(query.filter()));
        columns.addAll(cells.columns());
        for (ColumnName column : columns) {
            question.schema().column(column).ifPresent(known -> parts.add(column + " " + known.type()));
        }
        return QuestionKey.of(parts);
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

    private static String shape(Shape shape) {
        if (shape instanceof Shape.Named named) {
            return "named " + named.size() + " " + named.perUnit() + " " + detail(named.detail());
        }
        if (shape instanceof Shape.Found found) {
            return "found " + found.perUnit() + " " + found.atLeast() + " " + detail(found.detail());
        }
        return shape instanceof Shape.Quantiles quantiles ? "quantiles " + quantiles.percents() : "range";
    }

    private static String detail(Detail detail) {
        return detail instanceof Detail.Sum ? "sum" : detail instanceof Detail.Average ? "average" : "none";
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
