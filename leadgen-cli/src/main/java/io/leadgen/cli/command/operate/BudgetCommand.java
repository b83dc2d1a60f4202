package io.leadgen.cli.command.operate;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.BudgetAnswer;
import io.leadgen.cli.command.ServiceCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "budget",
        header = "Show the remaining privacy budget.",
        description = {
            "",
            "There is a budget for each principal, over all tables, and one for each table, over all principals. "
                    + "A charge to a principal expires after some days. A table also has a budget for its lifetime."
        },
        footer = {"  leadgen --demo budget", "  leadgen --demo budget main.leads.customer_360 --as agent-7"})
public final class BudgetCommand implements ServiceCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "TABLE",
            description = "A table as catalog.schema.table, or a Parquet or CSV file (default: only your own budget).")
    @Nullable
    TableName table;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return BudgetAnswer.of(audience.budget(table, context));
    }
}
