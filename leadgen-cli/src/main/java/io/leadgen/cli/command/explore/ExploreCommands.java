package io.leadgen.cli.command.explore;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audience.TableMetadata;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.explore.CatalogAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.cli.command.option.SchemaName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that list what there is: free of charge. */
public final class ExploreCommands {
    private ExploreCommands() {}

    @Command(
            name = "catalogs",
            header = "List the catalogs that you may query.",
            footer = {"  leadgen --demo catalogs", "  leadgen catalogs -o csv"})
    public static final class Catalogs implements ServiceCommand {

        @Mixin
        QuestionOptions.Refresh refresh;

        @Override
        public Answer ask(AudienceService audience, RequestContext context) {
            return CatalogAnswers.catalogs(refresh.of(audience).catalogs(context), context.requestId());
        }
    }

    @Command(
            name = "schemas",
            header = "List the schemas of a catalog that you may query.",
            footer = {"  leadgen --demo schemas main", "  leadgen schemas main -o json"})
    public static final class Schemas implements ServiceCommand {
        @Parameters(paramLabel = "CATALOG", description = "Name of a catalog.")
        String catalog;

        @Mixin
        QuestionOptions.Refresh refresh;

        @Override
        public Answer ask(AudienceService audience, RequestContext context) {
            return CatalogAnswers.schemas(catalog, refresh.of(audience).schemas(catalog, context), context.requestId());
        }
    }

    @Command(
            name = "tables",
            header = "List the tables and views of a schema.",
            footer = {"  leadgen --demo tables main.leads", "  leadgen tables main.leads -o ndjson"})
    public static final class Tables implements ServiceCommand {
        @Parameters(paramLabel = "CATALOG.SCHEMA", description = "Name of a schema.")
        SchemaName schema;

        @Mixin
        QuestionOptions.Refresh refresh;

        @Override
        public Answer ask(AudienceService audience, RequestContext context) {
            return CatalogAnswers.tables(
                    schema.catalog(),
                    schema.schema(),
                    refresh.of(audience).tables(schema.catalog(), schema.schema(), context),
                    context.requestId());
        }
    }

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
    public static final class Describe implements ServiceCommand {
        @Mixin
        QuestionOptions.Table table;

        @Option(
                names = "--search",
                paramLabel = "TEXT",
                description = "Show only columns with these words in name, comment or dictionary, best match first.")
        @Nullable
        String search;

        @Option(
                names = "--limit",
                paramLabel = "N",
                description = "Show at most N columns (default: ${DEFAULT-VALUE}).")
        int limit = TableMetadata.MOST_COLUMNS;

        @Mixin
        QuestionOptions.Refresh refresh;

        @Override
        public Answer ask(AudienceService audience, RequestContext context) {
            return CatalogAnswers.metadata(refresh.of(audience).tableMetadata(table.name(), search, limit, context));
        }
    }

    @Command(
            name = "partitions",
            header = "Show the partition columns of a table.",
            footer = {"  leadgen --demo partitions main.poc_mcp.vw_customer360"})
    public static final class Partitions implements ServiceCommand {
        @Mixin
        QuestionOptions.Table table;

        @Mixin
        QuestionOptions.Refresh refresh;

        @Override
        public Answer ask(AudienceService audience, RequestContext context) {
            return CatalogAnswers.partitions(refresh.of(audience).partitionInfo(table.name(), context));
        }
    }
}
