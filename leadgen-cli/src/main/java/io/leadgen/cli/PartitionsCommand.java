package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.CatalogAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "partitions",
        header = "Shows by which columns a table is partitioned.",
        footer = {"  leadgen --demo partitions main.poc_mcp.vw_customer360"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class PartitionsCommand implements Question {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Mixin
    Refreshing refreshing;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.partitions(refreshing.of(audience).partitionInfo(table, context));
    }
}
