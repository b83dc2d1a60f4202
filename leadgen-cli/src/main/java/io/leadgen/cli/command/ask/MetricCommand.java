package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.MetricAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.PrecisionOption;
import io.leadgen.cli.command.option.WhereOption;
import io.leadgen.question.Metric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "metric",
        header = "What are the people who match a condition like together?",
        description = {
            "",
            "Numbers over a column. SUM and AVG clamp each person's value to a range, so that nobody counts for more; MIN and"
                    + " MAX are the 1st and 99th percentile, because a true extreme is one person's value. Several"
                    + " percentiles take one scan and one charge."
        },
        footer = {
            "  leadgen --demo metric main.leads.customer_360 AVG age -w \"age > 25\"",
            "  leadgen --demo metric main.leads.customer_360 COUNT \"*\"",
            "  leadgen --demo metric main.leads.customer_360 MEDIAN customer_lifetime_value",
            "  leadgen --demo metric main.leads.customer_360 P10,P50,P90 monthly_spend",
            "  leadgen --demo metric main.leads.customer_360 MAX age -o json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class MetricCommand implements ServiceCommand {
    @Parameters(
            index = "0",
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Parameters(
            index = "1",
            paramLabel = "METRIC",
            converter = Arguments.MetricName.class,
            description = "COUNT, SUM, AVG, MIN, MAX, MEDIAN, a percentile P1 to P99, or several: P10,P50,P90.")
    String metric;

    @Parameters(index = "2", paramLabel = "COLUMN", description = "A numeric column; for COUNT any column, or \"*\".")
    String column;

    @Mixin
    WhereOption where;

    @Mixin
    PrecisionOption precision;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Metric question = Metric.named(table, metric, column).where(predicate()).precision(precision.value);
        return MetricAnswer.of(audience.ask(question, context));
    }

    @Override
    public @Nullable String predicate() {
        return where.text();
    }

    @Override
    public @Nullable String text(@Nullable String part) {
        return part == null ? predicate() : "the metric's column".equals(part) ? column : null;
    }
}
