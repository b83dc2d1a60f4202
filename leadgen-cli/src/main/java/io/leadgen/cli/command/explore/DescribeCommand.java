package io.leadgen.cli.command.explore;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audience.TableMetadata;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.explore.CatalogAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.RefreshOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        header = "Shows the columns of a table, and what policy adds to questions about it.",
        description = {
            "",
            "Names, types, comments, declared values and the business dictionary; nothing that depends on the rows. Columns"
                    + " that identify people are left out. Free of charge."
        },
        footer = {
            "  leadgen --demo describe main.leads.customer_360",
            "  leadgen --demo describe main.leads.customer_360 --search \"income level\""
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class DescribeCommand implements ServiceCommand {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Only columns with these words in name, comment or dictionary; the best first.")
    @Nullable
    String search;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Shows at most so many columns (default: ${DEFAULT-VALUE}).")
    int limit = TableMetadata.MOST_COLUMNS;

    @Mixin
    RefreshOption refreshing;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.metadata(refreshing.of(audience).tableMetadata(table, search, limit, context));
    }
}
