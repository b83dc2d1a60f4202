package io.leadgen.cli.command.explore;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.explore.CatalogAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.RefreshOption;
import io.leadgen.cli.command.option.SchemaName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "tables",
        header = "List the tables and views of a schema.",
        footer = {"  leadgen --demo tables main.leads", "  leadgen tables main.leads -o ndjson"})
public final class TablesCommand implements ServiceCommand {
    @Parameters(paramLabel = "CATALOG.SCHEMA", description = "Name of a schema.")
    SchemaName schema;

    @Mixin
    RefreshOption refresh;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.tables(
                schema.catalog(),
                schema.schema(),
                refresh.of(audience).tables(schema.catalog(), schema.schema(), context),
                context.requestId());
    }
}
