package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.SegmentsAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.ChartOption;
import io.leadgen.cli.command.option.GroupingList;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.question.Segments;
import io.leadgen.question.answer.GroupMetric;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "segment",
        header = "Break an audience down by columns.",
        description = {
            "",
            "A segment is a value of a column, a band (age[18, 30, 45]) or a calendar unit (signup_date:month). "
                    + "Values that the data owner has declared are all shown, others only where enough people share them. "
                    + "One scan and one charge for all segments."
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
public final class SegmentCommand implements ServiceCommand {
    @Mixin
    QuestionOptions.Table table;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "GROUPING[,GROUPING]",
            description =
                    "One to three of COLUMN, COLUMN[EDGE, EDGE, ...] and COLUMN:day, week, month, quarter or year.")
    List<GroupingList> by;

    @Option(
            names = "--metric",
            paramLabel = "TYPE:COLUMN",
            description = "SUM or AVG of a numeric column, next to the size of each segment.")
    @Nullable
    GroupMetric metric;

    @Mixin
    QuestionOptions.Where where;

    @Mixin
    QuestionOptions.PerPerson perPerson;

    @Mixin
    QuestionOptions.Precise precision;

    @Mixin
    ChartOption chart;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Segments question = Segments.of(table.name(), groupings())
                .metric(metric)
                .where(where.text())
                .perUnit(perPerson.most())
                .precision(precision.value());
        return chart.drawn(() -> new SegmentsAnswer(audience.ask(question, context)));
    }

    private List<String> groupings() {
        return by.stream().flatMap(each -> each.texts().stream()).toList();
    }

    @Override
    public @Nullable String text(String part) {
        return part.equals("the metric's column")
                ? metric == null ? null : metric.column()
                : ServiceCommand.numbered("grouping", groupings(), part);
    }
}
