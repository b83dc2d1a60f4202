package io.leadgen.cli.answer.ask;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceSegments.Segment;
import io.leadgen.question.answer.GroupMetric;
import io.leadgen.runtime.answer.BreakdownShapes;
import io.leadgen.runtime.answer.Columns;
import java.math.BigDecimal;
import java.util.List;

/** How an audience breaks down. */
public final class SegmentsAnswer extends Breakdown<AudienceSegments> {
    public SegmentsAnswer(AudienceSegments answer) {
        super(
                answer,
                answer.terms(),
                BreakdownShapes.SEGMENTS,
                "segments",
                answer.segments().stream().map(Segment::size).toList());
    }

    @Override
    public Answer answer() {
        Answer list = super.answer();
        Columns columns = answer.metric() == null
                ? list.columns().without("metric_value").without("metric_interval")
                : list.columns();
        return list.with(Columns.under("key", answer.columns()).and(columns));
    }

    @Override
    String title(Page page) {
        return people + " by "
                + String.join(", ", answer.columns().stream().map(page::shown).toList());
    }

    @Override
    void facts(Page page) {
        found(page, answer.found());
        truncated(page, answer.truncated(), "segments");
        perUnit(page, answer.perUnit(), "segments");
        PolicyFacts.clamped(page, answer.clamping(), answer.terms().privacy().unit());
    }

    @Override
    Picture picture(Page page) {
        GroupMetric metric = answer.metric();
        return new Picture.Bars(
                people,
                release.below(),
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
}
