package io.leadgen.runtime.answer;

import static io.leadgen.runtime.answer.CommonShapes.INTERVAL;
import static io.leadgen.runtime.answer.CommonShapes.OUTSIDE;
import static io.leadgen.runtime.answer.CommonShapes.RELEASE;
import static io.leadgen.runtime.answer.CommonShapes.SIZE;
import static io.leadgen.runtime.answer.CommonShapes.SUBJECT;
import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;
import static io.leadgen.runtime.answer.Type.mapOf;

import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.ColumnProfile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Answers that are many numbers about one audience. */
public final class BreakdownShapes {
    private static final String FOUND = "True if the values were found in the data; rare values are left out.";

    /** A segment; whether it has a metric is a matter of the whole answer. */
    private record Segment(AudienceSegments.Segment segment, boolean hasMetric) {}

    private static final Shape<Segment> SEGMENT = Shape.<Segment>of()
            .field("key", mapOf(TEXT.orNull()), row -> row.segment().key())
            .about("The value of each column; null for people without one.")
            .with(SIZE, row -> row.segment().size())
            .field("metric_value", NUMBER.orNull(), row -> row.segment().metricValue())
            .when(Segment::hasMetric)
            .field("metric_interval", INTERVAL.orNull(), row -> row.segment().metricInterval())
            .when(Segment::hasMetric);

    /** How an audience breaks down. */
    public static final Shape<AudienceSegments> SEGMENTS = Shape.<AudienceSegments>named("Segments")
            .with(SUBJECT, AudienceSegments::terms)
            .field("columns", listOf(TEXT), AudienceSegments::columns)
            .optional(
                    "metric_type",
                    TEXT,
                    answer -> answer.metric() == null
                            ? null
                            : answer.metric().type().name())
            .optional(
                    "metric_column",
                    TEXT,
                    answer -> answer.metric() == null ? null : answer.metric().column())
            .field("clamped_to", listOf(NUMBER).orNull(), answer -> CommonShapes.clampedTo(answer.clamping()))
            .when(answer -> answer.metric() != null)
            .optional("outside", OUTSIDE, answer -> CommonShapes.outside(answer.clamping()))
            .field(
                    "segments",
                    listOf(SEGMENT),
                    answer -> answer.segments().stream()
                            .map(segment -> new Segment(segment, answer.metric() != null))
                            .toList())
            .field("truncated", TRUTH, AudienceSegments::truncated)
            .about("True if there are more segments than limits.max_rows.")
            .field("found", TRUTH, AudienceSegments::found)
            .about(FOUND)
            .field("per_unit", WHOLE, AudienceSegments::perUnit)
            .about("The most segments that one person counts in.")
            .with(RELEASE, AudienceSegments::terms);

    private static final Shape<AudienceTrend.Window> WINDOW = Shape.<AudienceTrend.Window>of()
            .field("start", TEXT, window -> window.start().toString())
            .about("The first day.")
            .field("end", TEXT, window -> window.end().toString())
            .about("The day after the last one.")
            .with(SIZE, AudienceTrend.Window::size);

    /** How an audience changes over time. */
    public static final Shape<AudienceTrend> TREND = Shape.<AudienceTrend>named("Trend")
            .with(SUBJECT, AudienceTrend::terms)
            .field("time_column", TEXT, AudienceTrend::timeColumn)
            .field("every", TEXT, AudienceTrend::every)
            .field("zone", TEXT, AudienceTrend::zone)
            .field("windows", listOf(WINDOW), AudienceTrend::windows)
            .field("found", TRUTH, AudienceTrend::found)
            .about(FOUND)
            .field("per_unit", WHOLE, AudienceTrend::perUnit)
            .about("The most windows that one person counts in.")
            .with(RELEASE, AudienceTrend::terms);

    private static final Shape<AudienceFunnel.Step> STEP = Shape.<AudienceFunnel.Step>of()
            .field("predicate", TEXT, AudienceFunnel.Step::predicate)
            .with(SIZE, AudienceFunnel.Step::size)
            .field("share", NUMBER.orNull(), AudienceFunnel.Step::share)
            .about("Of the people in the step before.")
            .field("share_of_first", NUMBER.orNull(), AudienceFunnel.Step::shareOfFirst)
            .about("Of the people in the first step.");

    /** How many people reach each step. */
    public static final Shape<AudienceFunnel> FUNNEL = Shape.<AudienceFunnel>named("Funnel")
            .with(SUBJECT, AudienceFunnel::terms)
            .field("start", SIZE, AudienceFunnel::start)
            .field("steps", listOf(STEP), AudienceFunnel::steps)
            .with(RELEASE, AudienceFunnel::terms);

    private static final Shape<AudienceOverlap.Member> MEMBER = Shape.<AudienceOverlap.Member>of()
            .field("predicate", TEXT, AudienceOverlap.Member::predicate)
            .with(SIZE, AudienceOverlap.Member::size)
            .field("adds", SIZE, AudienceOverlap.Member::adds)
            .about("People who are in none of the audiences before this one.");

    private static final Shape<AudienceOverlap.Atom> ATOM = Shape.<AudienceOverlap.Atom>of()
            .field("in", listOf(TEXT), AudienceOverlap.Atom::in)
            .about("In these audiences and in no other.")
            .with(SIZE, AudienceOverlap.Atom::size);

    private static final Shape<AudienceOverlap.Pair> PAIR = Shape.<AudienceOverlap.Pair>of()
            .field("first", TEXT, AudienceOverlap.Pair::first)
            .field("second", TEXT, AudienceOverlap.Pair::second)
            .field("both", SIZE, AudienceOverlap.Pair::both)
            .field("either", SIZE, AudienceOverlap.Pair::either)
            .field("only_first", SIZE, AudienceOverlap.Pair::onlyFirst)
            .field("only_second", SIZE, AudienceOverlap.Pair::onlySecond)
            .field("share_of_first", NUMBER.orNull(), AudienceOverlap.Pair::shareOfFirst)
            .field("share_of_second", NUMBER.orNull(), AudienceOverlap.Pair::shareOfSecond);

    /** How audiences overlap. */
    public static final Shape<AudienceOverlap> OVERLAP = Shape.<AudienceOverlap>of()
            .with(SUBJECT, AudienceOverlap::terms)
            .field("audiences", mapOf(MEMBER), AudienceOverlap::audiences)
            .field("atoms", listOf(ATOM), AudienceOverlap::atoms)
            .field("reach", SIZE, AudienceOverlap::reach)
            .about("People in at least one of the audiences.")
            .field("pairs", listOf(PAIR), AudienceOverlap::pairs)
            .with(RELEASE, AudienceOverlap::terms);

    private static final Shape<ColumnProfile.Value> VALUE = Shape.<ColumnProfile.Value>of()
            .field("value", TEXT.orNull(), ColumnProfile.Value::value)
            .field("literal", TEXT.orNull(), ColumnProfile.Value::literal)
            .about("The value as a predicate writes it.")
            .field("condition", TEXT.orNull(), ColumnProfile.Value::condition)
            .about("The predicate that selects it.")
            .with(SIZE, ColumnProfile.Value::size)
            .field("share", NUMBER.orNull(), ColumnProfile.Value::share);

    /** The values of a column. */
    public static final Shape<ColumnProfile> PROFILE = Shape.<ColumnProfile>named("Profile")
            .with(SUBJECT, ColumnProfile::terms)
            .field("column", TEXT, ColumnProfile::column)
            .field("type", TEXT, ColumnProfile::type)
            .field("kind", kinds(), answer -> word(answer.kind()))
            .field("values", listOf(VALUE), ColumnProfile::values)
            .field("null_share", NUMBER.orNull(), ColumnProfile::nullShare)
            .field("low", TEXT.orNull(), ColumnProfile::low)
            .field("high", TEXT.orNull(), ColumnProfile::high)
            .field("truncated", TRUTH, ColumnProfile::truncated)
            .about("True if there are more values than limits.max_rows.")
            .with(RELEASE, ColumnProfile::terms);

    private BreakdownShapes() {}

    private static Type<String> kinds() {
        List<String> kinds = Stream.of(ColumnProfile.Kind.values())
                .map(BreakdownShapes::word)
                .toList();
        return Type.words(kinds);
    }

    private static String word(ColumnProfile.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
