package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.CheckAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.privacy.Precision;
import io.leadgen.question.Count;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        header = "Is a condition valid, what would it ask, and what would it cost?",
        description = {"", "Asks the warehouse nothing about its rows and spends nothing."},
        footer = {
            "  leadgen --demo check main.leads.customer_360 -w \"age > 25\"",
            "  leadgen --demo check main.leads.customer_360 -w @audience.txt --sql"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class CheckCommand implements ServiceCommand {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Option(
            names = {"-w", "--where"},
            required = true,
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description = "The condition, @FILE with it, or @NAME of a saved audience.")
    PredicateArgument where;

    @Option(
            names = "--precision",
            paramLabel = "P",
            converter = Arguments.PrecisionName.class,
            description = "The precision to be paid for, 0.1%% to 20%%, or max (default: 1%%).")
    Precision precision = Precision.DEFAULT;

    @Option(names = "--sql", description = "Also shows the statement that the warehouse would get.")
    boolean sql;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CheckAnswer.of(audience.check(Count.of(table).where(predicate()).precision(precision), context), sql);
    }

    @Override
    public String predicate() {
        return where.text();
    }
}
