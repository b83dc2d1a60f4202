package io.leadgen.runtime.answer;

import static io.leadgen.runtime.answer.CommonShapes.CHARGED;
import static io.leadgen.runtime.answer.CommonShapes.INTERVAL;
import static io.leadgen.runtime.answer.CommonShapes.OUTSIDE;
import static io.leadgen.runtime.answer.CommonShapes.RELEASE;
import static io.leadgen.runtime.answer.CommonShapes.SIZE;
import static io.leadgen.runtime.answer.CommonShapes.SUBJECT;
import static io.leadgen.runtime.answer.CommonShapes.TABLE;
import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.question.Share;
import io.leadgen.question.answer.AudienceComparison;
import io.leadgen.question.answer.AudienceComparison.Difference;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricEstimate.Percentile;
import io.leadgen.question.answer.MetricType;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers that are one number, or a few. */
public final class EstimateShapes {
    private static final String RANK =
            "From the share of values below it to that of values not above it, in percent, with 95 % confidence.";
    private static final String THRESHOLD = "Fewer people than about this are suppressed; null if the number is shown.";

    /** The size of an audience. */
    public static final Shape<AudienceEstimate> COUNT = Shape.<AudienceEstimate>named("Count")
            .with(TABLE, AudienceEstimate::table)
            .with(SIZE.pick("approx_count"), EstimateShapes::size)
            .with(SUBJECT.pick("predicate"), EstimateShapes::release)
            .with(SIZE.pick("suppressed"), EstimateShapes::size)
            .field("below", WHOLE.orNull(), AudienceEstimate::below)
            .about(THRESHOLD)
            .with(SIZE.pick("interval"), EstimateShapes::size)
            .with(CHARGED, EstimateShapes::release);

    /** The sizes of several audiences. */
    public static final Shape<List<AudienceEstimate>> COUNTS =
            Shape.<List<AudienceEstimate>>of().field("counts", listOf(COUNT), estimates -> estimates);

    /** Which share of an audience meets a condition. */
    public static final Shape<Share.Answer> SHARE = Shape.<Share.Answer>of()
            .with(SUBJECT, Share.Answer::terms)
            .field("condition", TEXT, Share.Answer::condition)
            .field("share", NUMBER.orNull(), Share.Answer::share)
            .about("0 to 1, with noise; null if suppressed.")
            .field("interval", INTERVAL.orNull(), Share.Answer::interval)
            .field("meeting", SIZE, Share.Answer::meeting)
            .about("People of the audience who meet the condition.")
            .field("audience", SIZE, Share.Answer::audience)
            .with(RELEASE, Share.Answer::terms);

    private static final Shape<Percentile> PERCENTILE = Shape.<Percentile>of()
            .field("percentile", WHOLE, Percentile::percent)
            .field("value", NUMBER.orNull(), Percentile::value)
            .about("Null if the noise says too little of its rank.")
            .field("rank", INTERVAL.orNull(), Percentile::rank)
            .about(RANK);

    /** A metric over an audience. */
    public static final Shape<MetricEstimate> METRIC = Shape.<MetricEstimate>of()
            .with(TABLE, MetricEstimate::table)
            .field("metric_type", TEXT, metric -> metric.metricType().name())
            .field("metric_column", TEXT, MetricEstimate::metricColumn)
            .field("metric_value", NUMBER.orNull(), MetricEstimate::metricValue)
            .field("percentiles", listOf(PERCENTILE), MetricEstimate::percentiles)
            .when(metric -> metric.metricType() == MetricType.PERCENTILE)
            .optional("rank", INTERVAL, EstimateShapes::rank)
            .about(RANK)
            .field("approx_count", WHOLE.orNull(), MetricEstimate::approxCount)
            .about("People with a value, with noise; null if suppressed.")
            .with(SUBJECT.pick("predicate"), EstimateShapes::release)
            .field("suppressed", TRUTH, MetricEstimate::suppressed)
            .field("below", WHOLE.orNull(), MetricEstimate::below)
            .about(THRESHOLD)
            .field("interval", INTERVAL.orNull(), MetricEstimate::interval)
            .field("clamped_to", listOf(NUMBER).orNull(), metric -> CommonShapes.clampedTo(metric.clamping()))
            .about("Lower and upper bound: a value outside counts as the nearer one.")
            .optional("outside", OUTSIDE, metric -> CommonShapes.outside(metric.clamping()))
            .about("Shares of people whose value is below and above, for bounds that were found in the data.")
            .field("robust", TRUTH, MetricEstimate::robust)
            .about("True if no single person, however extreme, can move the value by much.")
            .with(CHARGED, EstimateShapes::release);

    private static final Shape<Difference> DIFFERENCE = Shape.<Difference>of()
            .field("approx_count", WHOLE, Difference::count)
            .field("interval", INTERVAL, Difference::interval);

    private static final Shape<AudienceComparison> SIZES = Shape.<AudienceComparison>of()
            .field("first", sizeColumns(), AudienceComparison::first)
            .field("second", sizeColumns(), AudienceComparison::second)
            .field("both", sizeColumns(), AudienceComparison::both)
            .columnAfter("only_second")
            .field("only_first", sizeColumns(), AudienceComparison::onlyFirst)
            .field("only_second", sizeColumns(), AudienceComparison::onlySecond)
            .field(
                    "difference",
                    DIFFERENCE
                            .withColumns("approx_count", "interval.low", "interval.high")
                            .orNull(),
                    AudienceComparison::difference)
            .about("How many more people the second has; null if one of the two is suppressed.")
            .columnAfter("second");

    /** How two audiences differ in size. */
    public static final Shape<AudienceComparison> COMPARISON = Shape.<AudienceComparison>of()
            .field("size", SIZES, answer -> answer)
            .with(RELEASE, AudienceComparison::terms);

    private EstimateShapes() {}

    private static @Nullable Interval rank(MetricEstimate metric) {
        boolean one = metric.percentiles().size() == 1 && metric.metricType() != MetricType.PERCENTILE;
        return one ? metric.percentiles().get(0).rank() : null;
    }

    private static Shape<NoisyCount> sizeColumns() {
        return SIZE.withColumns("approx_count", "interval.low", "interval.high");
    }

    private static NoisyCount size(AudienceEstimate estimate) {
        return new NoisyCount(estimate.approxCount(), estimate.suppressed(), estimate.interval());
    }

    private static ReleaseInfo release(AudienceEstimate of) {
        return new ReleaseInfo(
                of.table(), of.predicate(), 0, of.coarse(), of.privacy(), of.applied(), of.requestId(), of.elapsedMs());
    }

    private static ReleaseInfo release(MetricEstimate of) {
        return new ReleaseInfo(
                of.table(), of.predicate(), 0, of.coarse(), of.privacy(), of.applied(), of.requestId(), of.elapsedMs());
    }
}
