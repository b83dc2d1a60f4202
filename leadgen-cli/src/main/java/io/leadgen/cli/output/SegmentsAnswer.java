package io.leadgen.cli.output;

import io.leadgen.audience.AudienceSegments;
import io.leadgen.audience.AudienceSegments.Segment;
import io.leadgen.audience.SegmentRequest;
import io.leadgen.audience.Terms;
import io.leadgen.privacy.Bounds;
import io.leadgen.runtime.json.AnswerDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an audience breaks down. */
public final class SegmentsAnswer {
    private static final String[] SIZE = {
        "approx_count", "suppressed", "interval.low", "interval.high", "interval.confidence"
    };
    private static final String[] METRIC = {
        "metric_value", "metric_interval.low", "metric_interval.high", "metric_interval.confidence"
    };
    private static final String NULL = "NULL";

    private SegmentsAnswer() {}

    /** The answer; suppressed if not one segment is told. */
    public static Answer of(AudienceSegments answer) {
        Map<String, @Nullable Object> document = AnswerDocument.of(answer);
        Fields fields = Fields.under("key", answer.columns()).and(SIZE);
        return Answer.list(
                document,
                Answer.records(document, "segments"),
                answer.metric() == null ? fields : fields.and(METRIC),
                page -> write(page, answer),
                answer.segments().stream().allMatch(segment -> segment.size().suppressed()));
    }

    private static void write(Page page, AudienceSegments answer) {
        Terms terms = answer.terms();
        String people = PolicyFacts.people(terms.privacy().unit());
        page.headline(people + " by "
                + String.join(", ", answer.columns().stream().map(page::shown).toList()));
        page.sentence(CountAnswer.subject(page, terms.table().toString(), terms.predicate()));
        page.gap();
        if (answer.segments().isEmpty()) {
            page.sentence("No value is shared by enough " + people + " to be told.");
        } else {
            page.chart(chart(page, answer, people));
        }
        page.gap();
        PolicyFacts.suppressed(
                page,
                answer.segments().stream().anyMatch(segment -> segment.size().suppressed()));
        if (answer.found()) {
            page.fact("found", "in the data, where enough " + people + " share a value; rarer ones are left out");
        }
        if (answer.truncated()) {
            page.fact("truncated", "there are more segments than an answer may have (limits.max_rows)");
        }
        if (answer.perUnit() > 1) {
            page.fact("each counts", "in up to " + answer.perUnit() + " of them");
        }
        Bounds clampedTo = answer.clampedTo();
        if (clampedTo != null) {
            page.fact("clamped to", MetricAnswer.clamped(clampedTo));
        }
        PolicyFacts.terms(page, terms);
    }

    private static BarChart chart(Page page, AudienceSegments answer, String people) {
        SegmentRequest.Metric metric = answer.metric();
        BarChart chart = new BarChart(
                answer.columns().stream().map(page::shown).toList(),
                people,
                metric == null ? List.of() : List.of(metric.type() + "(" + page.shown(metric.column()) + ")"),
                answer.terms().below());
        for (Segment segment : answer.segments()) {
            List<String> key = answer.columns().stream()
                    .map(column -> value(page, segment.key().get(column)))
                    .toList();
            if (metric == null) {
                chart.row(key, segment.size());
            } else {
                chart.row(key, segment.size(), metricValue(page, segment));
            }
        }
        return chart;
    }

    private static String metricValue(Page page, Segment segment) {
        BigDecimal value = segment.metricValue();
        return value == null ? "" : Sizes.of(value, segment.metricInterval(), page.theme());
    }

    static String value(Page page, @Nullable String value) {
        return value == null ? NULL : page.shown(value);
    }
}
