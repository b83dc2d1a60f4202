package io.leadgen.cli.command.explore;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.explore.CatalogAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.RefreshOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "catalogs",
        header = "List the catalogs that you may query.",
        footer = {"  leadgen --demo catalogs", "  leadgen catalogs -o csv"})
public final class CatalogsCommand implements ServiceCommand {

    @Mixin
    RefreshOption refresh;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.catalogs(refresh.of(audience).catalogs(context), context.requestId());
    }
}
