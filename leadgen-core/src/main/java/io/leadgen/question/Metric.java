package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.UnitValue;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.question.answer.MetricEstimate.Percentile;
import io.leadgen.question.answer.MetricType;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Computes a number over a column of the people who match a predicate. By default of everyone, at {@link Precision#DEFAULT}.
 *
 * @param percents for PERCENTILE which ones, 1 to 99, one at least; for MIN, MEDIAN and MAX the one that each means; else none
 * @param column a numeric column; for COUNT any column, or {@code *}
 * @param predicate the predicate, or null for everyone
 */
public record Metric(
        TableName table,
        MetricType metric,
        List<Integer> percents,
        String column,
        @Nullable String predicate,
        Precision precision)
        implements Question<MetricEstimate> {
    /** The most percentiles of one question: each is paid for. */
    public static final int MOST_PERCENTS = 20;

    private static final Pattern PERCENTILE = Pattern.compile("P([1-9][0-9]?)");

    /**
     * Checks the values.
     *
     * @throws LeadgenException INVALID_ARGUMENT for percentiles out of range, repeated, none or too many
     */
    public Metric {
        requireNonNull(table, "table");
        requireNonNull(metric, "metric");
        requireNonNull(column, "column");
        requireNonNull(precision, "precision");
        percents = metric == MetricType.PERCENTILE ? List.copyOf(percents) : metric.percents();
        if (metric == MetricType.PERCENTILE
                && (percents.isEmpty()
                        || percents.size() > MOST_PERCENTS
                        || percents.stream().distinct().count() < percents.size()
                        || percents.stream().anyMatch(percent -> percent < 1 || percent > 99))) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A percentile is a whole number from 1 to 99, and each is asked for once, " + MOST_PERCENTS
                            + " at most",
                    "for example P90");
        }
    }

    /** A metric other than PERCENTILE. */
    public static Metric of(TableName table, MetricType metric, String column) {
        return new Metric(table, metric, List.of(), column, null, Precision.DEFAULT);
    }

    /** Percentiles, 1 to 99. */
    public static Metric percentiles(TableName table, List<Integer> percents, String column) {
        return new Metric(table, MetricType.PERCENTILE, percents, column, null, Precision.DEFAULT);
    }

    /**
     * A metric by its name: COUNT, SUM, AVG, MIN, MAX, MEDIAN, P1 to P99, or several percentiles with commas between, {@code
     * P10,P50,P90}; case does not matter.
     *
     * @throws LeadgenException METRIC_UNSUPPORTED for another name
     */
    public static Metric named(TableName table, String metric, String column) {
        String name = metric.strip().toUpperCase(Locale.ROOT);
        List<Integer> percents = new ArrayList<>();
        for (String part : name.split(",", -1)) {
            Matcher percentile = PERCENTILE.matcher(part.strip());
            if (percentile.matches()) {
                percents.add(Integer.valueOf(percentile.group(1)));
            } else if (part.strip().equals(MetricType.MEDIAN.name()) && name.contains(",")) {
                percents.addAll(MetricType.MEDIAN.percents());
            } else {
                return of(table, MetricType.parse(name), column);
            }
        }
        return percentiles(table, percents, column);
    }

    /** Restricts the question to people who match a predicate; null for everyone. */
    public Metric where(@Nullable String where) {
        return new Metric(table, metric, percents, column, where, precision);
    }

    /** The precision. That of a percentile is how far its rank is off, as a share of all people with a value. */
    public Metric precision(Precision wanted) {
        return new Metric(table, metric, percents, column, predicate, wanted);
    }

    @Override
    public String kind() {
        return "metric " + metric.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Plan<MetricEstimate> plan(QuestionCompiler compiler) {
        MetricColumn measured = MetricColumn.find(metric, column, compiler);
        CompiledQuestion question = compiler.compile(predicate, measured.counted());
        if (metric == MetricType.COUNT) {
            return Plan.OneScan.of(question, question.count(precision), answered -> count(answered, measured));
        }
        return compiler.bounded(
                question,
                measured.value(),
                clamping -> percents.isEmpty()
                        ? sum(question, measured, clamping)
                        : percentiles(question, measured, clamping));
    }

    private MetricEstimate count(Plan.Answered answered, MetricColumn measured) {
        NoisyCount count = NoisyCount.of(answered.release().cell().count(), answered.callerClass());
        MetricColumn.Value value = count.approxCount() == null
                ? null
                : new MetricColumn.Value(BigDecimal.valueOf(count.approxCount()), count.interval());
        return estimate(answered, measured, null, value, List.of());
    }

    private Plan.OneScan<MetricEstimate> sum(CompiledQuestion question, MetricColumn measured, Clamping clamping) {
        Bounds bounds = clamping.bounds();
        Plan.Part part = question.release(
                question.query(new Cells.Whole(), measured.measures(bounds)), measured.released(bounds), precision);
        return Plan.OneScan.of(question, part, answered -> {
            MetricColumn.Value value = measured.value(answered.release().cell(), bounds);
            return estimate(answered, measured, clamping, value, List.of());
        });
    }

    /** Any number of percentiles from one histogram. */
    private Plan.OneScan<MetricEstimate> percentiles(
            CompiledQuestion question, MetricColumn measured, Clamping clamping) {
        UnitValue value = measured.value();
        QuantileBin.Digits digits = QuantileBin.digits(value, question.policy().unit());
        Grid grid = Grid.forQuantiles(clamping.bounds(), digits.whole());
        Plan.Part part = question.release(
                question.query(new Cells.Bins(value, grid), new Measure.Units()),
                Mechanism.quantiles(grid, percents),
                precision);
        return Plan.OneScan.of(question, part, answered -> {
            List<QuantileBin> bins = QuantileBin.all(answered.release().cell());
            List<Percentile> percentiles = new ArrayList<>();
            for (int i = 0; i < bins.size(); i++) {
                percentiles.add(bins.get(i).percentile(percents.get(i), digits, clamping.bounds()));
            }
            BigDecimal only = percentiles.size() == 1 ? percentiles.get(0).value() : null;
            MetricEstimate estimate = estimate(
                    answered,
                    measured,
                    clamping,
                    only == null ? null : new MetricColumn.Value(only, null),
                    percentiles);
            return percentiles.stream().allMatch(each -> each.value() == null)
                    ? estimate.suppressed(
                            bins.stream().mapToInt(QuantileBin::least).max().orElseThrow())
                    : estimate;
        });
    }

    private MetricEstimate estimate(
            Plan.Answered answered,
            MetricColumn measured,
            @Nullable Clamping clamping,
            MetricColumn.@Nullable Value value,
            List<Percentile> percentiles) {
        ReleaseInfo info = answered.info();
        NoisyCount count = NoisyCount.of(answered.release().cell().count(), answered.callerClass());
        MetricColumn.Value shown = count.suppressed() ? null : value;
        return new MetricEstimate(
                info.table(),
                metric,
                measured.label(),
                shown == null ? null : shown.value(),
                count.suppressed() ? List.of() : percentiles,
                count.approxCount(),
                predicate,
                count.suppressed(),
                count.suppressed() ? info.below() : null,
                shown == null ? null : shown.interval(),
                clamping,
                metric == MetricType.MIN || metric == MetricType.MAX,
                info.coarse(),
                info.privacy(),
                info.applied(),
                info.requestId(),
                info.elapsedMs());
    }
}
