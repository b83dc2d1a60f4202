package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.AuditedCall;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.people.UnitValue;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.Shape;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricEstimate.Percentile;
import io.leadgen.question.answer.MetricValue;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the people who match a condition are like together. */
public final class Measuring {
    /** Digits of a percentile of a column without a fixed number of decimals. */
    private static final MathContext PERCENTILE_DIGITS = new MathContext(6);

    private final QuestionCompiler compiler;
    private final QuestionRunner releases;

    public Measuring(QuestionCompiler compiler, QuestionRunner releases) {
        this.compiler = compiler;
        this.releases = releases;
    }

    /** A metric's column and, for all but COUNT, the bounds of one person's value. */
    record Measured(
            CompiledQuestion question,
            MetricColumn column,
            @Nullable Bounds bounds) {
        /** The sum around the middle of the bounds. */
        Measure.CentredSum sum() {
            return new Measure.CentredSum(column.value(), requireNonNull(bounds));
        }

        List<Measure> measures() {
            return List.of(new Measure.ValuedUnits(column.value()), sum());
        }

        Detail detail() {
            Measure.CentredSum sum = sum();
            return column.metric() == MetricType.SUM
                    ? new Detail.Sum(sum.sensitivity(), sum.bounds())
                    : new Detail.Average(sum.sensitivity(), sum.bounds());
        }
    }

    /** Stands for the detail of a metric whose bounds are not known yet: they change no price. */
    static final Detail ANY_DETAIL = new Detail.Average(1, new Bounds(0, 1));

    /** As {@link #measured}, without looking for bounds, which would be a question by itself. */
    CompiledQuestion priced(
            TableName table, @Nullable String predicate, MetricType metric, String column, AuditedCall call) {
        MetricColumn resolved =
                MetricColumn.resolve(metric, column, compiler.schema(table, call), compiler.policy(table));
        return compiler.compile(table, predicate, resolved.counted(), call);
    }

    /** The people who match a condition and have a value in a metric's column; looks the bounds up where none are declared. */
    Measured measured(TableName table, @Nullable String predicate, MetricType metric, String column, AuditedCall call) {
        MetricColumn resolved =
                MetricColumn.resolve(metric, column, compiler.schema(table, call), compiler.policy(table));
        CompiledQuestion question = compiler.compile(table, predicate, resolved.counted(), call);
        if (metric == MetricType.COUNT) {
            return new Measured(question, resolved, null);
        }
        Bounds bounds = resolved.declared() != null
                ? resolved.declared()
                : releases.range(compiler.everyone(table, call), resolved.value(), call);
        return new Measured(question, resolved, bounds);
    }

    public MetricEstimate measure(Metric request, AuditedCall call) {
        Measured measured = measured(request.table(), request.predicate(), request.metric(), request.column(), call);
        CompiledQuestion question = measured.question();
        if (request.metric() == MetricType.COUNT) {
            Released released = releases.release(
                    question, QuestionRunner.countQuery(question), Shape.COUNT, request.precision(), call);
            NoisyCount count = NoisyCount.of(released.release().cell().count(), question.callerClass());
            MetricValue value = count.approxCount() == null
                    ? null
                    : new MetricValue(BigDecimal.valueOf(count.approxCount()), count.interval());
            return estimate(request, measured, released, value, List.of(), call);
        }
        if (!request.percents().isEmpty()) {
            return percentiles(request, measured, call);
        }
        AggregateQuery query = QuestionRunner.query(question, new Cells.Whole(), measured.measures());
        Released released = releases.release(question, query, measured.detail(), request.precision(), call);
        Release.Cell cell = released.release().cell();
        MetricValue value = MetricValue.of(request.metric(), cell, requireNonNull(measured.bounds()));
        return estimate(request, measured, released, value, List.of(), call);
    }

    /** Any number of percentiles from one histogram. */
    private MetricEstimate percentiles(Metric request, Measured measured, AuditedCall call) {
        UnitValue value = measured.column().value();
        Grid grid = new Grid.Linear(requireNonNull(measured.bounds()));
        Cells cells = new Cells.Bins(value, grid);
        AggregateQuery query = QuestionRunner.query(measured.question(), cells, List.of(new Measure.Units()));
        Shape shape = new Shape.Quantiles(grid, request.percents());
        Released released = releases.release(measured.question(), query, shape, Precision.MAX, call);
        List<Percentile> percentiles = new ArrayList<>();
        List<NoisyValue> edges = released.release().cell().details();
        for (int i = 0; i < edges.size(); i++) {
            BigDecimal edge =
                    inColumnDigits(edges.get(i).value(), value.column().type());
            percentiles.add(new Percentile(request.percents().get(i), edge));
        }
        MetricValue only =
                percentiles.size() == 1 ? new MetricValue(percentiles.get(0).value(), null) : null;
        return estimate(request, measured, released, only, percentiles, call);
    }

    private static BigDecimal inColumnDigits(BigDecimal edge, ColumnType type) {
        return type.family() == TypeFamily.EXACT_NUMBER
                ? edge.setScale(type.scale(), RoundingMode.HALF_EVEN)
                : edge.round(PERCENTILE_DIGITS);
    }

    private MetricEstimate estimate(
            Metric request,
            Measured measured,
            Released released,
            @Nullable MetricValue value,
            List<Percentile> percentiles,
            AuditedCall call) {
        CompiledQuestion question = measured.question();
        ReleaseInfo terms = releases.terms(question, request.predicate(), released, call);
        NoisyCount count = NoisyCount.of(released.release().cell().count(), question.callerClass());
        MetricValue told = count.suppressed() ? null : value;
        return new MetricEstimate(
                terms.table(),
                request.metric(),
                measured.column().label(),
                told == null ? null : told.value(),
                count.suppressed() ? List.of() : percentiles,
                count.approxCount(),
                request.predicate(),
                count.suppressed(),
                count.suppressed() ? terms.below() : null,
                told == null ? null : told.interval(),
                measured.bounds(),
                request.metric() == MetricType.MIN || request.metric() == MetricType.MAX,
                terms.coarse(),
                terms.privacy(),
                terms.applied(),
                terms.requestId(),
                terms.elapsedMs());
    }
}
