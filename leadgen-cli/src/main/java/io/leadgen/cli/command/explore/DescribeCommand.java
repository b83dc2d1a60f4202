package io.leadgen.cli.command.explore;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audience.TableMetadata;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.explore.CatalogAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.RefreshOption;
import io.leadgen.cli.command.option.TableArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "describe",
        header = "Show the columns of a table, and what policy adds to questions about it.",
        description = {
            "",
            "Shows names, types, comments, declared values and the business dictionary, nothing that depends on "
                    + "the rows. Columns that identify people are left out. Free of charge."
        },
        footer = {
            "  leadgen --demo describe main.leads.customer_360",
            "  leadgen --demo describe main.leads.customer_360 --search \"income level\""
        })
public final class DescribeCommand implements ServiceCommand {
    @Mixin
    TableArgument table;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Show only columns with these words in name, comment or dictionary, best match first.")
    @Nullable
    String search;

    @Option(names = "--limit", paramLabel = "N", description = "Show at most N columns (default: ${DEFAULT-VALUE}).")
    int limit = TableMetadata.MOST_COLUMNS;

    @Mixin
    RefreshOption refresh;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.metadata(refresh.of(audience).tableMetadata(table.name(), search, limit, context));
    }
}
