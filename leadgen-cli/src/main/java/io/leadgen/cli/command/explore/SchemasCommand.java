package io.leadgen.cli.command.explore;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.explore.CatalogAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.RefreshOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "schemas",
        header = "List the schemas of a catalog that you may query.",
        footer = {"  leadgen --demo schemas main", "  leadgen schemas main -o json"})
public final class SchemasCommand implements ServiceCommand {
    @Parameters(paramLabel = "CATALOG", description = "Name of a catalog.")
    String catalog;

    @Mixin
    RefreshOption refresh;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.schemas(catalog, refresh.of(audience).schemas(catalog, context), context.requestId());
    }
}
