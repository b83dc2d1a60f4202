package io.leadgen.cli.command.explore;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.explore.CatalogAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.RefreshOption;
import io.leadgen.cli.command.option.TableArgument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "partitions",
        header = "Show the partition columns of a table.",
        footer = {"  leadgen --demo partitions main.poc_mcp.vw_customer360"})
public final class PartitionsCommand implements ServiceCommand {
    @Mixin
    TableArgument table;

    @Mixin
    RefreshOption refresh;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return CatalogAnswers.partitions(refresh.of(audience).partitionInfo(table.name(), context));
    }
}
