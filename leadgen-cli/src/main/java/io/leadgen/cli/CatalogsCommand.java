package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.CatalogAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "catalogs",
        header = "Lists the catalogs that you may ask about.",
        footer = {"  leadgen --demo catalogs", "  leadgen catalogs -o csv"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class CatalogsCommand implements Question {

    @Mixin
    Refreshing refreshing;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.catalogs(refreshing.of(audience).catalogs(context), context.requestId());
    }
}
