package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.CheckAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.question.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        header = "Check a condition and show its price.",
        description = {"", "Reads no rows and charges nothing."},
        footer = {
            "  leadgen --demo check main.leads.customer_360 -w \"age > 25\"",
            "  leadgen --demo check main.leads.customer_360 -w @audience.txt --sql"
        })
public final class CheckCommand implements ServiceCommand {
    @Mixin
    QuestionOptions.Table table;

    @Mixin
    QuestionOptions.RequiredWhere where;

    @Mixin
    QuestionOptions.Precise precision;

    @Option(names = "--sql", description = "Also show the SQL statement for the warehouse.")
    boolean sql;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CheckAnswer.of(
                audience.check(Count.of(table.name()).where(where.text()).precision(precision.value()), context), sql);
    }
}
