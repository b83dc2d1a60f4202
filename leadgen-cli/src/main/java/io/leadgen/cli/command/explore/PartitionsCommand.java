package io.leadgen.cli.command.explore;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.explore.CatalogAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.RefreshOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "partitions",
        header = "Shows by which columns a table is partitioned.",
        footer = {"  leadgen --demo partitions main.poc_mcp.vw_customer360"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class PartitionsCommand implements ServiceCommand {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Mixin
    RefreshOption refreshing;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.partitions(refreshing.of(audience).partitionInfo(table, context));
    }
}
