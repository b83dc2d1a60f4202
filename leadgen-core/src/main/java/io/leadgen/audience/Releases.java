package io.leadgen.audience;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.Bounds;
import io.leadgen.privacy.Delta;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Grid;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.Principal;
import io.leadgen.privacy.PrivacyLoss;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.ReleaseMechanism;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.Shape;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.UnitValue;
import io.leadgen.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The second half of the pipeline: one aggregate, one release, and the noisy values put into words. */
final class Releases {
    private static final double CONFIDENCE = 0.95;
    /** The percentiles that stand for the extremes. */
    private static final int LOW = 1;

    private static final int HIGH = 99;
    /** Digits of a percentile of a column without a fixed number of decimals. */
    private static final MathContext PERCENTILE_DIGITS = new MathContext(6);

    private final Warehouse warehouse;
    private final ReleaseMechanism mechanism;

    Releases(Warehouse warehouse, ReleaseMechanism mechanism) {
        this.warehouse = warehouse;
        this.mechanism = mechanism;
    }

    static AggregateQuery countQuery(Question question) {
        return query(question, new Cells.Whole(), List.of(new Measure.Units()));
    }

    private static AggregateQuery query(Question question, Cells cells, List<Measure> measures) {
        return new AggregateQuery(
                question.schema().name(), question.policy().unit(), question.filter(), cells, measures);
    }

    /** What the principal may still spend on the question's table. */
    PrivacyLoss left(Principal principal, Question question) {
        return mechanism.left(
                principal, question.callerClass(), question.schema().name());
    }

    AudienceEstimate count(Question question, CountRequest request, AuditedCall call) {
        Released released = release(question, countQuery(question), Shape.COUNT, request.precision(), call);
        NoisyValue count = released.release().cell().count();
        boolean suppressed = tooSmall(count, question);
        return new AudienceEstimate(
                request.table(),
                suppressed ? null : wholeNumber(count),
                request.predicate(),
                suppressed,
                suppressed ? question.callerClass().threshold() : null,
                suppressed ? null : countInterval(count),
                released.release().coarse(),
                statement(question, released, call),
                question.applied(),
                call.context().requestId(),
                call.elapsedMs());
    }

    /** @param everyone the question about the whole table, from which an undeclared range is found */
    MetricEstimate metric(
            Question question,
            MetricColumn column,
            MetricRequest request,
            AuditedCall call,
            Supplier<Question> everyone) {
        if (request.metric() == MetricType.COUNT) {
            Released released = release(question, countQuery(question), Shape.COUNT, request.precision(), call);
            NoisyValue count = released.release().cell().count();
            Value value = new Value(BigDecimal.valueOf(wholeNumber(count)), countInterval(count));
            return estimate(question, request, column, released, value, null, call);
        }
        UnitValue unitValue = column.value();
        Bounds bounds = column.declared() != null ? column.declared() : range(everyone.get(), unitValue, call);
        if (request.metric().isRobust()) {
            Grid grid = new Grid.Linear(bounds);
            AggregateQuery query = query(question, new Cells.Bins(unitValue, grid), List.of(new Measure.Units()));
            Shape shape = new Shape.Quantiles(grid, List.of(request.metric() == MetricType.MIN ? LOW : HIGH));
            Released released = release(question, query, shape, Precision.MAX, call);
            BigDecimal edge = released.release().cell().details().get(0).value();
            Value value = new Value(inColumnDigits(edge, unitValue.column().type()), null);
            return estimate(question, request, column, released, value, bounds, call);
        }
        Measure.CentredSum sum = new Measure.CentredSum(unitValue, bounds);
        AggregateQuery query = query(question, new Cells.Whole(), List.of(new Measure.ValuedUnits(unitValue), sum));
        boolean summed = request.metric() == MetricType.SUM;
        Detail detail =
                summed ? new Detail.Sum(sum.sensitivity(), bounds) : new Detail.Average(sum.sensitivity(), bounds);
        Released released = release(question, query, new Shape.Named(1, 1, detail), request.precision(), call);
        Release.Cell cell = released.release().cell();
        Value value = summed ? Value.sum(cell, bounds) : Value.average(cell, bounds);
        return estimate(question, request, column, released, value, bounds, call);
    }

    /** Charged to the table alone, so that nobody pays for an owner who declares nothing. */
    private Bounds range(Question everyone, UnitValue value, AuditedCall call) {
        Grid grid = new Grid.Logarithmic();
        AggregateQuery query = query(everyone, new Cells.Bins(value, grid), List.of(new Measure.Units()));
        Released released = release(everyone, null, query, new Shape.Range(grid), Precision.MAX, call);
        List<NoisyValue> ends = released.release().cell().details();
        if (ends.isEmpty()) {
            throw LeadgenException.of(
                    ErrorCode.METRIC_UNSUPPORTED,
                    "The range of " + value.column().name()
                            + " could not be found privately: too few people have a value" + " in it",
                    "the data owner can declare it in the configuration: privacy.tables.<table>.columns."
                            + value.column().name() + ".bounds");
        }
        return new Bounds(ends.get(0).value().doubleValue(), ends.get(1).value().doubleValue());
    }

    private Released release(
            Question question, AggregateQuery query, Shape shape, Precision precision, AuditedCall call) {
        return release(question, call.context().principal(), query, shape, precision, call);
    }

    private Released release(
            Question question,
            @Nullable Principal payer,
            AggregateQuery query,
            Shape shape,
            Precision precision,
            AuditedCall call) {
        Ask ask = new Ask(
                payer,
                question.callerClass(),
                query.table(),
                QuestionKeys.of(question, query, shape, precision),
                precision);
        try {
            Released released = mechanism.release(ask, shape, () -> scan(query, call));
            call.charged(released.charged());
            return released;
        } finally {
            call.hideTime(question.callerClass().responseStep());
        }
    }

    private Aggregate scan(AggregateQuery query, AuditedCall call) {
        call.scanned();
        return warehouse.aggregate(query, call.context().cancellation());
    }

    private MetricEstimate estimate(
            Question question,
            MetricRequest request,
            MetricColumn column,
            Released released,
            Value value,
            @Nullable Bounds clampedTo,
            AuditedCall call) {
        NoisyValue count = released.release().cell().count();
        boolean suppressed = tooSmall(count, question);
        return new MetricEstimate(
                request.table(),
                request.metric(),
                column.label(),
                suppressed ? null : value.value(),
                suppressed ? null : wholeNumber(count),
                request.predicate(),
                suppressed,
                suppressed ? question.callerClass().threshold() : null,
                suppressed ? null : value.interval(),
                clampedTo,
                request.metric().isRobust(),
                released.release().coarse(),
                statement(question, released, call),
                question.applied(),
                call.context().requestId(),
                call.elapsedMs());
    }

    private PrivacyStatement statement(Question question, Released released, AuditedCall call) {
        PrivacyLoss left = left(call.context().principal(), question);
        return new PrivacyStatement(
                question.policy().unit().label(),
                question.callerClass().name(),
                released.charged(),
                left,
                questionsLeft(left, released.release().cost()),
                released.epochEnds(),
                released.repeated());
    }

    private static long questionsLeft(PrivacyLoss left, PrivacyLoss cost) {
        long byRho = left.rho().pico() / cost.rho().pico();
        return cost.delta().equals(Delta.ZERO)
                ? byRho
                : Math.min(byRho, left.delta().atto() / cost.delta().atto());
    }

    private static boolean tooSmall(NoisyValue count, Question question) {
        return count.value().compareTo(BigDecimal.valueOf(question.callerClass().threshold())) < 0;
    }

    private static long wholeNumber(NoisyValue count) {
        return Math.max(0, count.value().setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    private static Interval countInterval(NoisyValue count) {
        BigDecimal half = BigDecimal.valueOf(Precision.Z95 * count.sigma());
        return new Interval(
                count.value().subtract(half).setScale(0, RoundingMode.HALF_EVEN).max(BigDecimal.ZERO),
                count.value().add(half).setScale(0, RoundingMode.HALF_EVEN),
                CONFIDENCE);
    }

    private static BigDecimal inColumnDigits(BigDecimal edge, ColumnType type) {
        return type.family() == TypeFamily.EXACT_NUMBER
                ? edge.setScale(type.scale(), RoundingMode.HALF_EVEN)
                : edge.round(PERCENTILE_DIGITS);
    }

    /** A metric's noisy value, rounded to the digits that its noise leaves meaningful. */
    private record Value(BigDecimal value, @Nullable Interval interval) {

        /** The centred sum put back in its place: midpoint times count, plus the sum of the distances from it. */
        static Value sum(Release.Cell cell, Bounds bounds) {
            NoisyValue count = cell.count();
            double sum = bounds.midpoint() * count.value().doubleValue() + distances(cell, bounds);
            return of(sum, Math.hypot(bounds.midpoint() * count.sigma(), distancesSigma(cell, bounds)));
        }

        /** The midpoint, plus the mean distance from it; never outside the bounds. */
        static Value average(Release.Cell cell, Bounds bounds) {
            NoisyValue count = cell.count();
            double size = Math.max(1, count.value().doubleValue());
            double distance = distances(cell, bounds) / size;
            double sigma = Math.hypot(distancesSigma(cell, bounds), distance * count.sigma()) / size;
            return of(Math.max(bounds.lower(), Math.min(bounds.upper(), bounds.midpoint() + distance)), sigma);
        }

        private static double distances(Release.Cell cell, Bounds bounds) {
            return cell.details().get(0).value().doubleValue() / Measure.CentredSum.STEPS * bounds.halfWidth();
        }

        private static double distancesSigma(Release.Cell cell, Bounds bounds) {
            return cell.details().get(0).sigma() / Measure.CentredSum.STEPS * bounds.halfWidth();
        }

        private static Value of(double value, double sigma) {
            int digits = sigma > 0 ? Math.max(0, 1 - (int) Math.floor(Math.log10(sigma))) : 0;
            double half = Precision.Z95 * sigma;
            return new Value(
                    rounded(value, digits),
                    new Interval(rounded(value - half, digits), rounded(value + half, digits), CONFIDENCE));
        }

        private static BigDecimal rounded(double value, int digits) {
            return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        }
    }
}
