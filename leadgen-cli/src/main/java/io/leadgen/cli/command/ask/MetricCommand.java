package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.MetricAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.question.Metric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "metric",
        header = "Compute a metric of the people who match a condition.",
        description = {
            "",
            "SUM and AVG clamp each person's value to a range, so that no person counts for more. MIN and MAX are "
                    + "the 1st and 99th percentile, because a true extreme is one person's value. Several percentiles take "
                    + "one scan and one charge."
        },
        footer = {
            "  leadgen --demo metric main.leads.customer_360 AVG age -w \"age > 25\"",
            "  leadgen --demo metric main.leads.customer_360 COUNT \"*\"",
            "  leadgen --demo metric main.leads.customer_360 MEDIAN customer_lifetime_value",
            "  leadgen --demo metric main.leads.customer_360 P10,P50,P90 monthly_spend",
            "  leadgen --demo metric main.leads.customer_360 MAX age -o json"
        })
public final class MetricCommand implements ServiceCommand {
    @Mixin
    QuestionOptions.Table table;

    @Parameters(
            index = "1",
            paramLabel = "METRIC",
            converter = MetricName.class,
            description = "COUNT, SUM, AVG, MIN, MAX, MEDIAN, a percentile P1 to P99, or several: P10,P50,P90.")
    String metric;

    @Parameters(index = "2", paramLabel = "COLUMN", description = "A numeric column; for COUNT any column, or \"*\".")
    String column;

    /** A name that a metric question accepts; it says more than a type: {@code P10,P50,P90}. */
    static final class MetricName implements ITypeConverter<String> {
        private static final TableName ANY = TableName.parse("any.any.any");

        @Override
        public String convert(String value) {
            Metric.named(ANY, value, "*"); // refuses unknown names
            return value;
        }
    }

    @Mixin
    QuestionOptions.Where where;

    @Mixin
    QuestionOptions.Precise precision;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Metric question =
                Metric.named(table.name(), metric, column).where(where.text()).precision(precision.value());
        return MetricAnswer.of(audience.ask(question, context));
    }

    @Override
    public @Nullable String text(String part) {
        return "the metric's column".equals(part) ? column : null;
    }
}
