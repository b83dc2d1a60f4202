package io.leadgen.mcp.tools;

import static io.leadgen.mcp.tools.Parameter.optional;
import static io.leadgen.mcp.tools.Parameter.required;

import io.leadgen.audience.AudienceService;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.Count;
import io.leadgen.question.Metric;
import io.leadgen.question.Share;
import io.leadgen.question.answer.MetricType;
import io.leadgen.runtime.answer.EstimateShapes;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How many people there are, and one number about them. Each answer is paid for. */
record SizingTools(Supplier<AudienceService> audience) {
    private static final String METRIC_TYPE = "metric_type";
    private static final String METRIC_COLUMN = "metric_column";
    private static final String PERCENTILE = "percentile";
    private static final String CONDITION = "condition";

    List<Tool> tools() {
        return List.of(approxCount(), audienceShare(), aggregateMetric());
    }

    private Tool approxCount() {
        return Tool.of(
                "approx_count",
                "Count an audience",
                "About how many people match a predicate, e.g. \"age > 25 AND income_level = 'high'\". The count has noise that protects"
                        + " each person; `interval` holds the true one with 95% confidence. Costs budget (`privacy.cost`); the"
                        + " same question again is free until `epoch_ends`. suppressed: fewer than `below` people match, so"
                        + " no count is shown and none may be inferred.",
                Parameter.ofQuestion(),
                EstimateShapes.COUNT,
                Tool.asked(audience, SizingTools::count),
                AnswerText::of);
    }

    static Count count(Arguments arguments) {
        return Count.of(arguments.table()).where(arguments.predicate()).precision(arguments.precision());
    }

    private Tool audienceShare() {
        return Tool.of(
                "audience_share",
                "Measure the share of an audience",
                "Which share of an audience meets a further condition, with its interval. Costs twice as much as approx_count.",
                Parameter.ofQuestion(required(CONDITION, "SQL condition", Parameter.Text.ANY)),
                EstimateShapes.SHARE,
                Tool.asked(
                        audience,
                        arguments -> Share.of(arguments.table(), arguments.required(CONDITION))
                                .where(arguments.predicate())
                                .precision(arguments.precision())),
                answer -> AnswerText.about(
                        (answer.share() == null
                                        ? "Suppressed"
                                        : "Share " + AnswerText.number(answer.share(), answer.interval()))
                                + ": " + AnswerText.size(answer.meeting(), answer.terms()) + " meet "
                                + answer.condition() + " of " + AnswerText.size(answer.audience(), answer.terms()),
                        answer.terms(),
                        ""));
    }

    private Tool aggregateMetric() {
        return Tool.of(
                "aggregate_metric",
                "Measure an audience",
                "One number about the people who match: COUNT (with a value in the column), SUM, AVG, MIN, MAX, MEDIAN or a"
                        + " percentile of a numeric column, one value per person, clamped to declared bounds. MIN and MAX are"
                        + " the 1st and 99th percentile (`robust`). Costs more budget than approx_count.",
                Parameter.ofQuestion(
                        required(
                                METRIC_TYPE,
                                "COUNT, SUM, AVG, MIN, MAX, MEDIAN, PERCENTILE, or P1 to P99",
                                Parameter.Text.ANY),
                        required(METRIC_COLUMN, null, Parameter.Text.ANY),
                        optional(PERCENTILE, "For PERCENTILE", new Parameter.Whole(1, 99))),
                EstimateShapes.METRIC,
                Tool.asked(
                        audience,
                        arguments -> Metric.named(
                                        arguments.table(),
                                        metric(arguments.text(METRIC_TYPE), arguments.whole(PERCENTILE)),
                                        arguments.text(METRIC_COLUMN))
                                .where(arguments.predicate())
                                .precision(arguments.precision())),
                AnswerText::of);
    }

    private static String metric(String type, @Nullable Integer percentile) {
        boolean isPercentile = type.strip().toUpperCase(Locale.ROOT).equals(MetricType.PERCENTILE.name());
        if (isPercentile && percentile != null) {
            return "P" + percentile;
        }
        if (isPercentile) {
            throw LeadgenException.invalid(
                    "PERCENTILE needs the argument percentile",
                    "add percentile, a whole number from 1 to 99; or ask for MEDIAN");
        }
        if (percentile != null) {
            throw LeadgenException.invalid(
                    "percentile requires metric_type PERCENTILE",
                    "leave percentile out, or set metric_type to PERCENTILE");
        }
        return type;
    }
}
