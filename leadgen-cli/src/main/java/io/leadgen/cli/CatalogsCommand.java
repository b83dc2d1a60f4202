package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.output.Answer;
import io.leadgen.cli.output.CatalogAnswers;
import picocli.CommandLine.Command;

@Command(
        name = "catalogs",
        header = "Lists the catalogs that you may ask about.",
        footer = {"  leadgen --demo catalogs", "  leadgen catalogs -o csv"})
final class CatalogsCommand implements Question {

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.catalogs(audience.catalogs(context), context.requestId());
    }
}
