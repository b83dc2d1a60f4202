package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.TrendAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.ChartOption;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.question.Trend;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "trend",
        header = "Count an audience over time.",
        description = {
            "",
            "Counts people in each window between two days, both included; windows without people are shown too. "
                    + "Without --from, the windows are found in the data: this costs a little more and omits windows with "
                    + "few people at both ends."
        },
        footer = {
            "  leadgen --demo trend main.leads.customer_360 --time signup_date \\",
            "      --every year --from 2012-01-01",
            "  leadgen --demo trend main.leads.events --time event_time --every month \\",
            "      --from 2026-05-01 --to 2026-10-31 -w \"event_type = 'purchase'\"",
            "  leadgen --demo trend main.leads.events --time event_date --every week \\",
            "      --from 2026-08-01 --to 2026-10-31 --per-person 1 -o csv"
        })
public final class TrendCommand implements ServiceCommand {
    @Mixin
    QuestionOptions.Table table;

    @Option(
            names = "--time",
            required = true,
            paramLabel = "COLUMN",
            description = "A column of dates or times, or of digits YYYYMM or YYYYMMDD.")
    String time;

    @Option(
            names = "--every",
            required = true,
            paramLabel = "UNIT",
            description = "The length of a window: day, week (from Monday), month, quarter or year.")
    String every;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "A day in the first window, YYYY-MM-DD (default: found in the data).")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "A day in the last window, YYYY-MM-DD (default: today).")
    @Nullable
    LocalDate to;

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
        Trend question = Trend.of(table.name(), time, every)
                .within(from, to)
                .where(where.text())
                .perUnit(perPerson.most())
                .precision(precision.value());
        return chart.drawn(() -> new TrendAnswer(audience.ask(question, context)));
    }

    @Override
    public @Nullable String text(String part) {
        return switch (part) {
            case "the time column" -> time;
            case "the unit of time" -> every;
            default -> null;
        };
    }
}
