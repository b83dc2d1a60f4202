package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.SegmentsAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.ChartOption;
import io.leadgen.cli.command.option.PrecisionOption;
import io.leadgen.cli.command.option.WhereOption;
import io.leadgen.question.Segments;
import io.leadgen.question.answer.GroupMetric;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "segment",
        header = "How does an audience break down?",
        description = {
            "",
            "By the values of a column, by bands (age[18, 30, 45]) or by units of the calendar (signup_date:month). "
                    + "Values that the data owner has declared are all shown; others only where enough people share them. One "
                    + "scan, one charge for all segments."
        },
        footer = {
            "  leadgen --demo segment main.leads.customer_360 --by income_level",
            "  leadgen --demo segment main.leads.customer_360 --by \"age[18, 30, 45, 65]\" \\",
            "      --by gender",
            "  leadgen --demo segment main.leads.customer_360 --by plan,income_level \\",
            "      -w \"age > 25\"",
            "  leadgen --demo segment main.leads.customer_360 --by plan \\",
            "      --metric AVG:monthly_spend",
            "  leadgen --demo segment main.leads.customer_360 --by signup_date:year -o csv"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class SegmentCommand implements ServiceCommand {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "GROUPING[,GROUPING]",
            converter = Arguments.GroupingList.class,
            description =
                    "One to three of COLUMN, COLUMN[EDGE, EDGE, ...] and COLUMN:day, week, month, quarter or year.")
    List<Arguments.Groupings> by;

    @Option(
            names = "--metric",
            paramLabel = "TYPE:COLUMN",
            converter = Arguments.SegmentMetric.class,
            description = "SUM or AVG of a numeric column, beside the size of each segment.")
    @Nullable
    GroupMetric metric;

    @Mixin
    WhereOption where;

    @Option(
            names = "--per-person",
            paramLabel = "K",
            description =
                    "In how many segments a person with many rows may count, 1 to 100 (default: 4). Each is paid for.")
    @Nullable
    Integer perPerson;

    @Mixin
    PrecisionOption precision;

    @Mixin
    ChartOption chart;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Segments question = Segments.of(table, groupings())
                .metric(metric)
                .where(predicate())
                .perUnit(perPerson)
                .precision(precision.value);
        return chart.drawn(() -> audience.ask(question, context), SegmentsAnswer::figure, SegmentsAnswer::of);
    }

    private List<String> groupings() {
        return by.stream().flatMap(each -> each.texts().stream()).toList();
    }

    @Override
    public @Nullable String predicate() {
        return where.text();
    }

    @Override
    public @Nullable String text(@Nullable String part) {
        if (part == null) {
            return predicate();
        }
        return part.equals("the metric's column")
                ? metric == null ? null : metric.column()
                : ServiceCommand.numbered("grouping", groupings(), part);
    }
}
