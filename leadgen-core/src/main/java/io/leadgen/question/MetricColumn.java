package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricType;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column of a metric, found and fit for it.
 *
 * @param column the column, or null for {@code *}
 */
record MetricColumn(MetricType metric, @Nullable ColumnRef column) {
    private static final String ALL = "*";

    static MetricColumn find(MetricType metric, String text, QuestionCompiler compiler) {
        String name = text.strip();
        if (name.equals(ALL)) {
            if (metric != MetricType.COUNT) {
                throw LeadgenException.of(
                        ErrorCode.METRIC_UNSUPPORTED,
                        metric + " needs a numeric column, not *",
                        "use * with COUNT only, or name a numeric column");
            }
            return new MetricColumn(metric, null);
        }
        ColumnRef column = compiler.column("the metric's column", name);
        if (metric != MetricType.COUNT && !column.family().isNumber()) {
            throw LeadgenException.of(
                    ErrorCode.METRIC_UNSUPPORTED,
                    metric + " needs a numeric column; " + column.name() + " is of type " + column.type(),
                    "COUNT takes a column of any type");
        }
        return new MetricColumn(metric, column);
    }

    /** As it appears in the answer. */
    String label() {
        return column == null ? ALL : column.name().value();
    }

    /** The predicate that a unit has a value here; none where every unit counts. */
    List<Predicate> counted() {
        return column == null ? List.of() : List.of(new Predicate.Not(new Predicate.IsNull(column)));
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

    /** The measures of SUM and AVG: how many units have a value, and their sum around the middle of the bounds. */
    Measure[] measures(Bounds bounds) {
        return new Measure[] {new Measure.ValuedUnits(value()), new Measure.CentredSum(value(), bounds)};
    }

    /** What is released of SUM and AVG. */
    Mechanism.Value released(Bounds bounds) {
        int sensitivity = new Measure.CentredSum(value(), bounds).sensitivity();
        return metric == MetricType.SUM
                ? Mechanism.Value.sum(sensitivity, bounds)
                : Mechanism.Value.average(sensitivity, bounds);
    }

    /** A metric's noisy value, rounded to the digits that its noise leaves meaningful. */
    record Value(BigDecimal value, @Nullable Interval interval) {
        private static Value of(double value, double sigma) {
            int digits = sigma > 0 ? Math.max(0, 1 - (int) Math.floor(Math.log10(sigma))) : 0;
            double half = Precision.Z95 * sigma;
            return new Value(
                    rounded(value, digits),
                    new Interval(rounded(value - half, digits), rounded(value + half, digits), NoisyCount.CONFIDENCE));
        }

        private static BigDecimal rounded(double value, int digits) {
            return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        }

        /** Cut to where values can be: rounding, too, can lead out of there. */
        Value within(Bounds bounds) {
            return new Value(
                    within(value, bounds),
                    interval == null
                            ? null
                            : new Interval(
                                    within(interval.low(), bounds),
                                    within(interval.high(), bounds),
                                    interval.confidence()));
        }

        private static BigDecimal within(BigDecimal number, Bounds bounds) {
            return number.max(BigDecimal.valueOf(bounds.lower())).min(BigDecimal.valueOf(bounds.upper()));
        }
    }

    /** The value of SUM or AVG in one cell. */
    Value value(Release.Cell cell, Bounds bounds) {
        NoisyValue count = cell.count();
        NoisyValue steps = cell.details().get(0);
        double distances = steps.value().doubleValue() / Measure.CentredSum.STEPS * bounds.halfWidth();
        double sigma = steps.sigma() / Measure.CentredSum.STEPS * bounds.halfWidth();
        if (metric == MetricType.SUM) {
            // The centred sum put back in its place: the middle times the count, plus the sum of the distances from it.
            return Value.of(
                    bounds.midpoint() * count.value().doubleValue() + distances,
                    Math.hypot(bounds.midpoint() * count.sigma(), sigma));
        }
        // The middle, plus the mean distance from it; never outside of the bounds.
        double size = Math.max(1, count.value().doubleValue());
        double distance = distances / size;
        return Value.of(
                        Math.max(bounds.lower(), Math.min(bounds.upper(), bounds.midpoint() + distance)),
                        Math.hypot(sigma, distance * count.sigma()) / size)
                .within(bounds);
    }
}
