package io.leadgen.mcp.tools;

import static io.leadgen.mcp.tools.Parameter.CATALOG;
import static io.leadgen.mcp.tools.Parameter.PRECISION;
import static io.leadgen.mcp.tools.Parameter.PREDICATE;
import static io.leadgen.mcp.tools.Parameter.SCHEMA;
import static io.leadgen.mcp.tools.Parameter.TABLE;
import static io.leadgen.mcp.tools.Parameter.optional;
import static io.leadgen.mcp.tools.Parameter.required;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.Count;
import io.leadgen.question.Metric;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricType;
import io.leadgen.runtime.answer.CountDocument;
import io.leadgen.runtime.answer.MetricDocument;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How many people there are, and one number about them. Each answer is paid for. */
final class SizingTools {
    private static final String METRIC_TYPE = "metric_type";
    private static final String METRIC_COLUMN = "metric_column";
    private static final String PERCENTILE = "percentile";

    private final Supplier<AudienceService> audience;

    SizingTools(Supplier<AudienceService> audience) {
        this.audience = audience;
    }

    List<Tool> tools() {
        return List.of(approxCount(), aggregateMetric());
    }

    private Tool approxCount() {
        return new Tool(
                "approx_count",
                "Count an audience",
                "About how many people match a predicate, e.g. \"age > 25 AND income_level = 'high'\". The count has noise that protects"
                        + " each person; `interval` holds the true one with 95% confidence. Costs budget (`privacy.cost`); the"
                        + " same question again is free until `epoch_ends`. suppressed: fewer than `below` people, no count"
                        + " is told and none may be inferred.",
                List.of(CATALOG, SCHEMA, TABLE, PREDICATE, PRECISION),
                AnswerSchema.ofQuestion().size().paid().tree(),
                call -> {
                    TableName table = call.arguments().table();
                    AudienceEstimate estimate = audience.get()
                            .ask(
                                    Count.of(table)
                                            .where(call.arguments().predicate(table))
                                            .precision(call.arguments().precision()),
                                    call.context());
                    return new ToolAnswer(CountDocument.of(estimate), AnswerText.of(estimate));
                });
    }

    private Tool aggregateMetric() {
        return new Tool(
                "aggregate_metric",
                "Measure an audience",
                "One number about the people who match: COUNT (with a value in the column), SUM, AVG, MIN, MAX, MEDIAN or a"
                        + " percentile of a numeric column, one value per person, clamped to declared bounds. MIN and MAX are"
                        + " the 1st and 99th percentile (`robust`). Costs more budget than approx_count.",
                List.of(
                        CATALOG,
                        SCHEMA,
                        TABLE,
                        required(
                                METRIC_TYPE,
                                "COUNT, SUM, AVG, MIN, MAX, MEDIAN, PERCENTILE, or P1 to P99",
                                Parameter.Text.ANY),
                        required(METRIC_COLUMN, null, Parameter.Text.ANY),
                        PREDICATE,
                        optional(PERCENTILE, "For PERCENTILE", new Parameter.Whole(1, 99)),
                        PRECISION),
                AnswerSchema.ofQuestion()
                        .string(METRIC_TYPE)
                        .string(METRIC_COLUMN)
                        .nullableNumber("metric_value")
                        .optionalList(
                                "percentiles",
                                new AnswerSchema().integer("percentile").number("value"))
                        .size()
                        .numbersOrNull("clamped_to")
                        .bool("robust")
                        .paid()
                        .tree(),
                call -> {
                    Arguments arguments = call.arguments();
                    TableName table = arguments.table();
                    MetricEstimate estimate = audience.get()
                            .ask(
                                    Metric.named(
                                                    table,
                                                    metric(arguments.text(METRIC_TYPE), arguments.whole(PERCENTILE)),
                                                    arguments.text(METRIC_COLUMN))
                                            .where(arguments.predicate(table))
                                            .precision(arguments.precision()),
                                    call.context());
                    return new ToolAnswer(MetricDocument.of(estimate), AnswerText.of(estimate));
                });
    }

    private static String metric(String type, @Nullable Integer percentile) {
        boolean meant = type.strip().toUpperCase(Locale.ROOT).equals(MetricType.PERCENTILE.name());
        if (meant && percentile != null) {
            return "P" + percentile;
        }
        if (meant) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "PERCENTILE needs to know which one",
                    "add percentile, a whole number from 1 to 99; or ask for MEDIAN");
        }
        if (percentile != null) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A percentile goes with metric_type PERCENTILE only",
                    "leave percentile out, or set metric_type to PERCENTILE");
        }
        return type;
    }
}
