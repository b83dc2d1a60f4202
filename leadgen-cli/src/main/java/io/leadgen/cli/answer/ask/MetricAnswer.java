package io.leadgen.cli.answer.ask;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.terminal.DisplayText;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricEstimate.Percentile;
import io.leadgen.question.answer.MetricType;
import io.leadgen.runtime.answer.EstimateShapes;
import java.math.BigDecimal;
import java.util.List;

/** A metric over an audience. */
public final class MetricAnswer {
    private MetricAnswer() {}

    public static Answer of(MetricEstimate estimate) {
        Answer answer = estimate.metricType() == MetricType.PERCENTILE
                ? Answer.list(EstimateShapes.METRIC, estimate, "percentiles", page -> write(page, estimate))
                : Answer.one(EstimateShapes.METRIC, estimate, page -> write(page, estimate));
        return answer.as(Answer.Kind.suppressedIf(estimate.suppressed()));
    }

    private static void write(Page page, MetricEstimate estimate) {
        String people = PolicyFacts.people(estimate.privacy().unit());
        String column = page.shown(estimate.metricColumn());
        String name = name(estimate) + "(" + column + ")";
        BigDecimal value = estimate.metricValue();
        Interval interval = estimate.interval();
        if (estimate.suppressed()) {
            PolicyFacts.suppressed(page, people, estimate.below());
        } else if (value == null) {
            page.headline(estimate.percentiles().size() + " percentiles of " + column);
        } else if (interval == null) {
            page.headline(name + " " + page.theme().about() + " " + Numerals.grouped(value) + " ("
                    + rank(estimate.percentiles().get(0)) + ")");
        } else {
            page.headline(name + " = " + Sizes.of(value, interval, page.theme()) + " ("
                    + Numerals.percent(interval.confidence()) + ")");
        }
        Long count = estimate.approxCount();
        String overWhom = count == null || estimate.metricType() == MetricType.COUNT
                ? ""
                : "over about " + Numerals.grouped(count) + " " + people + " with a value ";
        page.sentence(overWhom + PolicyFacts.subject(page, estimate.table().toString(), estimate.predicate()));
        page.gap();
        if (estimate.percentiles().size() > 1) {
            percentiles(page, estimate, column);
            page.gap();
        }
        PolicyFacts.interval(page, interval);
        PolicyFacts.coarse(page, estimate.coarse());
        if (estimate.robust()) {
            page.fact(
                    "robust",
                    estimate.metricType() == MetricType.MIN
                            ? "the 1st percentile; the true minimum belongs to one person and is never disclosed"
                            : "the 99th percentile; the true maximum belongs to one person and is never disclosed");
        }
        PolicyFacts.clamped(page, estimate.clamping(), estimate.privacy().unit());
        PolicyFacts.unit(page, estimate.privacy().unit());
        PolicyFacts.applied(page, estimate.applied());
        PolicyFacts.budget(page, estimate.privacy());
        PolicyFacts.request(page, estimate.requestId(), estimate.elapsedMs());
    }

    private static void percentiles(Page page, MetricEstimate estimate, String column) {
        List<String> values = estimate.percentiles().stream()
                .map(each -> each.value() == null ? "suppressed" : Numerals.grouped(each.value()))
                .toList();
        int width = values.stream().mapToInt(String::length).max().orElse(0);
        TextTable table = new TextTable(List.of("percentile", page.theme().about() + " " + column, "which is"));
        for (int i = 0; i < values.size(); i++) {
            Percentile percentile = estimate.percentiles().get(i);
            table.row(List.of(
                    "P" + percentile.percent(), DisplayText.rightAligned(values.get(i), width), rank(percentile)));
        }
        page.table(table);
    }

    private static String rank(Percentile percentile) {
        Interval rank = percentile.rank();
        return rank == null ? "too uncertain" : "between P" + plain(rank.low()) + " and P" + plain(rank.high());
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }

    /** A single percentile by its own name. */
    private static String name(MetricEstimate estimate) {
        return estimate.metricType() == MetricType.PERCENTILE
                        && estimate.percentiles().size() == 1
                ? "P" + estimate.percentiles().get(0).percent()
                : estimate.metricType().name();
    }
}
