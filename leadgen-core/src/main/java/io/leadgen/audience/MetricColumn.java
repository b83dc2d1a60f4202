package io.leadgen.audience;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.DidYouMean;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.Bounds;
import io.leadgen.privacy.TablePolicy;
import io.leadgen.warehouse.UnitValue;
import io.leadgen.warehouse.UnitValue.Combination;
import org.jspecify.annotations.Nullable;

/**
 * The column of a metric, found and fit for it.
 *
 * @param label as it appears in the answer
 * @param column the column, or null for {@code *}
 * @param declared the declared range of one person's value, or null
 */
record MetricColumn(
        String label,
        MetricType metric,
        @Nullable ColumnRef column,
        @Nullable Bounds declared) {
    private static final String ALL = "*";

    static MetricColumn resolve(MetricType metric, String text, TableSchema schema, TablePolicy policy) {
        String name = text.strip();
        if (name.equals(ALL)) {
            if (metric != MetricType.COUNT) {
                throw LeadgenException.of(
                        ErrorCode.METRIC_UNSUPPORTED,
                        metric + " needs a numeric column, not *",
                        "* stands for whole rows and goes with COUNT only");
            }
            return new MetricColumn(ALL, metric, null, null);
        }
        Column column = find(name, schema, policy);
        if (metric != MetricType.COUNT && !column.type().family().isNumber()) {
            throw LeadgenException.of(
                    ErrorCode.METRIC_UNSUPPORTED,
                    metric + " needs a numeric column; " + column.name() + " is of type " + column.type(),
                    "COUNT takes a column of any type");
        }
        return new MetricColumn(
                column.name().value(),
                metric,
                new ColumnRef(column.name(), column.type()),
                policy.column(column.name()).bounds());
    }

    private static Column find(String name, TableSchema schema, TablePolicy policy) {
        Column column = schema.columns().stream()
                .filter(candidate -> candidate.name().value().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, schema, policy));
        if (!policy.mayUse(column.name())) {
            throw LeadgenException.of(
                    ErrorCode.COLUMN_FORBIDDEN,
                    "The column " + column.name() + " identifies people and cannot be used in a question",
                    "use a column that describes people");
        }
        return column;
    }

    private static LeadgenException unknown(String name, TableSchema schema, TablePolicy policy) {
        String near = DidYouMean.nearest(
                        name,
                        schema.columns().stream()
                                .map(Column::name)
                                .filter(policy::mayUse)
                                .map(ColumnName::value)
                                .toList())
                .map(match -> "did you mean " + match + "?")
                .orElse("describe the table to see its columns");
        return LeadgenException.of(ErrorCode.UNKNOWN_COLUMN, "The table has no such column", near);
    }

    /** The condition that a unit has a value here, or null where every unit counts. */
    @Nullable
    Predicate counted() {
        return column == null ? null : new Predicate.Not(new Predicate.IsNull(column));
    }

    /** One number for each unit, combined in the way that fits the metric. */
    UnitValue value() {
        Combination combination = switch (metric) {
            case AVG -> Combination.AVERAGE;
            case MIN -> Combination.MINIMUM;
            case MAX -> Combination.MAXIMUM;
            case SUM, COUNT -> Combination.SUM;
        };
        return new UnitValue(requireNonNull(column), combination);
    }
}
