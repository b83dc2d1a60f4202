package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.DisplayText;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricType;
import io.leadgen.runtime.answer.MetricDocument;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A metric over an audience. */
public final class MetricAnswer {
    private static final Fields FIELDS = Fields.of(
            "catalog",
            "schema",
            "table",
            "metric_type",
            "metric_column",
            "metric_value",
            "approx_count",
            "predicate",
            "suppressed",
            "below",
            "interval.low",
            "interval.high",
            "interval.confidence",
            "clamped_to",
            "robust",
            "coarse",
            "privacy.unit",
            "privacy.class",
            "privacy.cost",
            "privacy.budget_left",
            "privacy.questions_left",
            "privacy.epoch_ends",
            "privacy.repeated",
            "applied.require",
            "applied.row_filter",
            "applied.partition",
            "request_id",
            "elapsed_ms");

    private static final Fields PERCENTILES = Fields.of("percentile", "value");

    private MetricAnswer() {}

    public static Answer of(MetricEstimate estimate) {
        Map<String, @Nullable Object> document = MetricDocument.of(estimate);
        return estimate.metricType() == MetricType.PERCENTILE
                ? Answer.list(
                        document,
                        Answer.records(document, "percentiles"),
                        PERCENTILES,
                        page -> write(page, estimate),
                        estimate.suppressed())
                : Answer.one(document, FIELDS, page -> write(page, estimate), estimate.suppressed());
    }

    private static void write(Page page, MetricEstimate estimate) {
        String people = PolicyFacts.people(estimate.privacy().unit());
        String column = page.shown(estimate.metricColumn());
        String name = name(estimate) + "(" + column + ")";
        BigDecimal value = estimate.metricValue();
        Interval interval = estimate.interval();
        if (estimate.suppressed()) {
            Suppression.write(page, people, estimate.below());
        } else if (value == null) {
            page.headline(estimate.percentiles().size() + " percentiles of " + column);
        } else if (interval == null) {
            page.headline(name + " " + page.theme().about() + " " + Numerals.grouped(value));
        } else {
            page.headline(name + " = " + Numerals.grouped(value) + " "
                    + page.theme().plusMinus() + " " + Numerals.grouped(Sizes.halfWidth(value, interval)) + " ("
                    + Numerals.percent(interval.confidence()) + ")");
        }
        Long count = estimate.approxCount();
        String overWhom = count == null || estimate.metricType() == MetricType.COUNT
                ? ""
                : "over about " + Numerals.grouped(count) + " " + people + " with a value ";
        page.sentence(overWhom + CountAnswer.subject(page, estimate.table().toString(), estimate.predicate()));
        page.gap();
        if (estimate.percentiles().size() > 1) {
            percentiles(page, estimate, column);
            page.gap();
        }
        if (interval != null) {
            page.fact(
                    "interval",
                    Numerals.grouped(interval.low()) + " to " + Numerals.grouped(interval.high())
                            + ", from the noise that was added");
        }
        if (estimate.robust()) {
            page.fact("robust", percentile(estimate.metricType()));
        }
        Bounds clampedTo = estimate.clampedTo();
        if (clampedTo != null) {
            page.fact("clamped to", clamped(clampedTo));
        }
        PolicyFacts.unit(page, estimate.privacy().unit());
        PolicyFacts.applied(page, estimate.applied());
        PolicyFacts.budget(page, estimate.privacy());
        PolicyFacts.request(page, estimate.requestId(), estimate.elapsedMs());
    }

    private static void percentiles(Page page, MetricEstimate estimate, String column) {
        List<String> values = estimate.percentiles().stream()
                .map(each -> Numerals.grouped(each.value()))
                .toList();
        int width = values.stream().mapToInt(String::length).max().orElse(0);
        TextTable table = new TextTable(List.of("percentile", page.theme().about() + " " + column));
        for (int i = 0; i < values.size(); i++) {
            table.row(List.of(
                    "P" + estimate.percentiles().get(i).percent(), DisplayText.rightAligned(values.get(i), width)));
        }
        page.table(table);
    }

    /** A single percentile by its own name. */
    private static String name(MetricEstimate estimate) {
        return estimate.metricType() == MetricType.PERCENTILE
                        && estimate.percentiles().size() == 1
                ? "P" + estimate.percentiles().get(0).percent()
                : estimate.metricType().name();
    }

    static String clamped(Bounds bounds) {
        return number(bounds.lower()) + " to " + number(bounds.upper()) + ": no single value counts for more";
    }

    private static String percentile(MetricType metric) {
        String which = metric == MetricType.MIN ? "1 % of values are below" : "99 % of values are below";
        return which + "; the true extreme is one person's value and is never told";
    }

    static String number(double value) {
        BigDecimal decimal = new BigDecimal(value, MathContext.DECIMAL64).stripTrailingZeros();
        return Math.abs(decimal.scale()) <= 15 ? Numerals.grouped(decimal) : Double.toString(value);
    }
}
