package io.leadgen.cli.command.operate;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.BudgetAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "budget",
        header = "How much of the privacy budget is left?",
        description = {
            "",
            "Budgets are kept for whoever asks, over all tables, and for each table, over all who ask. What is charged to you leaves"
                    + " the window after some days; a table has a budget for its lifetime too."
        },
        footer = {"  leadgen --demo budget", "  leadgen --demo budget main.leads.customer_360 --as agent-7"})
public final class BudgetCommand implements ServiceCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file (default: your own budget only).")
    @Nullable
    TableName table;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return BudgetAnswer.of(audience.budget(table, context));
    }
}
