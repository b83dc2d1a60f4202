package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.CatalogAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "tables",
        header = "Lists the tables and views of a schema.",
        footer = {"  leadgen --demo tables main.leads", "  leadgen tables main.leads -o ndjson"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class TablesCommand implements Question {
    @Parameters(
            paramLabel = "CATALOG.SCHEMA",
            converter = Arguments.SchemaName.class,
            description = "Name of a schema.")
    Arguments.Schema schema;

    @Mixin
    Refreshing refreshing;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.tables(
                schema.catalog(),
                schema.schema(),
                refreshing.of(audience).tables(schema.catalog(), schema.schema(), context),
                context.requestId());
    }
}
