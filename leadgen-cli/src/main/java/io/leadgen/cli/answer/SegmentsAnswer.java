package io.leadgen.cli.answer;

import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.PictureTables;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceSegments.Segment;
import io.leadgen.question.answer.GroupMetric;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.SegmentsDocument;
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
        Map<String, @Nullable Object> document = SegmentsDocument.of(answer);
        Fields fields = Fields.under("key", answer.columns()).and(SIZE);
        return Answer.list(
                document,
                Answer.records(document, "segments"),
                answer.metric() == null ? fields : fields.and(METRIC),
                page -> write(page, answer),
                answer.segments().stream().allMatch(segment -> segment.size().suppressed()));
    }

    /** The answer for a file of its own. */
    public static Figure figure(AudienceSegments answer) {
        Page page = new Page(Theme.OF_FILES);
        facts(page, answer);
        PolicyFacts.figure(page, answer.terms());
        return PictureTables.figure(
                title(page, answer), subject(page, answer), picture(page, answer), List.of(), page.facts());
    }

    private static void write(Page page, AudienceSegments answer) {
        page.headline(title(page, answer));
        page.sentence(subject(page, answer));
        page.gap();
        if (answer.segments().isEmpty()) {
            page.sentence("No value is shared by enough " + people(answer) + " to be told.");
        } else {
            page.picture(picture(page, answer));
        }
        page.gap();
        facts(page, answer);
        PolicyFacts.terms(page, answer.terms());
    }

    private static String title(Page page, AudienceSegments answer) {
        return people(answer) + " by "
                + String.join(", ", answer.columns().stream().map(page::shown).toList());
    }

    private static String subject(Page page, AudienceSegments answer) {
        ReleaseInfo terms = answer.terms();
        return CountAnswer.subject(page, terms.table().toString(), terms.predicate());
    }

    private static String people(AudienceSegments answer) {
        return PolicyFacts.people(answer.terms().privacy().unit());
    }

    private static void facts(Page page, AudienceSegments answer) {
        PolicyFacts.suppressed(
                page,
                answer.segments().stream().anyMatch(segment -> segment.size().suppressed()));
        if (answer.found()) {
            page.fact(
                    "found", "in the data, where enough " + people(answer) + " share a value; rarer ones are left out");
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
    }

    private static Picture picture(Page page, AudienceSegments answer) {
        GroupMetric metric = answer.metric();
        return new Picture.Bars(
                people(answer),
                answer.terms().below(),
                answer.columns().stream().map(page::shown).toList(),
                metric == null ? List.of() : List.of(metric.type() + "(" + page.shown(metric.column()) + ")"),
                answer.segments().stream()
                        .map(segment -> new Picture.Bar(
                                answer.columns().stream()
                                        .map(column -> value(page, segment.key().get(column)))
                                        .toList(),
                                segment.size(),
                                metric == null ? List.of() : List.of(metricValue(page, segment))))
                        .toList());
    }

    private static String metricValue(Page page, Segment segment) {
        BigDecimal value = segment.metricValue();
        return value == null ? "" : Sizes.of(value, segment.metricInterval(), page.theme());
    }

    static String value(Page page, @Nullable String value) {
        return value == null ? NULL : page.shown(value);
    }
}
