package io.leadgen.question;

import io.leadgen.catalog.ColumnName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.privacy.Shape;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Measure;
import java.util.ArrayList;
import java.util.List;

/** Writes everything that an answer depends on as text, so that equal questions, and only they, share a key. */
final class QuestionKeys {
    /** Changes when the meaning of the parts does. */
    private static final String FORMAT = "3";

    private QuestionKeys() {}

    static QuestionKey of(CompiledQuestion question, AggregateQuery query, Shape shape, Precision precision) {
        CallerClass callerClass = question.callerClass();
        List<String> parts = new ArrayList<>(List.of(
                FORMAT,
                callerClass.name(),
                Integer.toString(callerClass.sigma()),
                query.table().catalog(),
                query.table().schema(),
                query.table().table(),
                unit(query.unit()),
                rows(query.filter())));
        CellsText cells = new CellsText();
        parts.addAll(query.cells().accept(cells));
        parts.add(shape(shape));
        parts.add(precision.toString());
        query.measures().forEach(measure -> parts.add(measure(measure)));
        // The same words mean something else when the owner changes a column's type.
        for (ColumnName column : cells.columns()) {
            question.schema().column(column).ifPresent(known -> parts.add(column + " " + known.type()));
        }
        return QuestionKey.of(parts);
    }

    /** Which rows a condition selects, the types of its columns included: of just the condition that is executed. */
    static String rows(Predicate condition) {
        return new PredicateCanonicalizer().keyed(condition).key();
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
