package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.TablePolicy;
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
        ColumnRef column = Part.of("the metric's column", () -> ColumnFinder.find(name, 0, schema, policy));
        if (metric != MetricType.COUNT && !column.family().isNumber()) {
            throw LeadgenException.of(
                    ErrorCode.METRIC_UNSUPPORTED,
                    metric + " needs a numeric column; " + column.name() + " is of type " + column.type(),
                    "COUNT takes a column of any type");
        }
        return new MetricColumn(
                column.name().value(),
                metric,
                column,
                policy.column(column.name()).bounds());
    }

    /** The condition that a unit has a value here, or null where every unit counts. */
    @Nullable
    Predicate counted() {
        return column == null ? null : new Predicate.Not(new Predicate.IsNull(column));
    }

    /** One number for each unit, combined in the way that fits the metric. */
    UnitValue value() {
        Combination combination = switch (metric) {
            case AVG, MEDIAN, PERCENTILE -> Combination.AVERAGE;
            case MIN -> Combination.MINIMUM;
            case MAX -> Combination.MAXIMUM;
            case SUM, COUNT -> Combination.SUM;
        };
        return new UnitValue(requireNonNull(column), combination);
    }
}
