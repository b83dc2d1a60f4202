package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.ProfileAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.ChartOption;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.question.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "profile",
        header = "Show the values of a column, as a condition uses them.",
        description = {
            "",
            "Shows values that the data owner has declared, or else values that enough people share; bands for "
                    + "numbers and months for times. No row is shown."
        },
        footer = {
            "  leadgen --demo profile main.leads.customer_360 income_level",
            "  leadgen --demo profile main.leads.customer_360 age \\",
            "      -w \"income_level = 'high'\"",
            "  leadgen --demo profile main.leads.customer_360 occupation -o json"
        })
public final class ProfileCommand implements ServiceCommand {
    @Mixin
    QuestionOptions.Table table;

    @Parameters(index = "1", paramLabel = "COLUMN", description = "A column that does not identify people.")
    String column;

    @Mixin
    QuestionOptions.Where where;

    @Mixin
    QuestionOptions.Precise precision;

    @Mixin
    ChartOption chart;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Profile question = Profile.of(table.name(), column).where(where.text()).precision(precision.value());
        return chart.drawn(() -> new ProfileAnswer(audience.ask(question, context)));
    }

    @Override
    public @Nullable String text(String part) {
        return "the column".equals(part) ? column : null;
    }
}
