package io.leadgen.cli.output;

import io.leadgen.audience.Interval;
import io.leadgen.audience.MetricEstimate;
import io.leadgen.audience.MetricType;
import io.leadgen.privacy.Bounds;
import io.leadgen.runtime.json.AnswerDocument;
import java.math.BigDecimal;
import java.math.MathContext;

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

    private MetricAnswer() {}

    public static Answer of(MetricEstimate estimate) {
        return Answer.one(AnswerDocument.of(estimate), FIELDS, page -> write(page, estimate), estimate.suppressed());
    }

    private static void write(Page page, MetricEstimate estimate) {
        String people = PolicyFacts.people(estimate.privacy().unit());
        String name = estimate.metricType() + "(" + page.shown(estimate.metricColumn()) + ")";
        BigDecimal value = estimate.metricValue();
        Interval interval = estimate.interval();
        if (value == null) {
            Suppression.write(page, people, estimate.below());
        } else if (interval == null) {
            page.headline(name + " " + page.theme().about() + " " + Numerals.grouped(value));
        } else {
            page.headline(name + " = " + Numerals.grouped(value) + " "
                    + page.theme().plusMinus() + " " + Numerals.grouped(CountAnswer.halfWidth(value, interval)) + " ("
                    + Numerals.percent(interval.confidence()) + ")");
        }
        Long count = estimate.approxCount();
        String overWhom = count == null || estimate.metricType() == MetricType.COUNT
                ? ""
                : "over about " + Numerals.grouped(count) + " " + people + " with a value ";
        page.sentence(overWhom + CountAnswer.subject(page, estimate.table().toString(), estimate.predicate()));
        page.gap();
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
            page.fact(
                    "clamped to",
                    number(clampedTo.lower()) + " to " + number(clampedTo.upper())
                            + ": no single value counts for more");
        }
        PolicyFacts.unit(page, estimate.privacy().unit());
        PolicyFacts.applied(page, estimate.applied());
        PolicyFacts.budget(page, estimate.privacy());
        PolicyFacts.request(page, estimate.requestId(), estimate.elapsedMs());
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
