package io.leadgen.mcp.tools;

import static io.leadgen.mcp.tools.Parameter.CATALOG;
import static io.leadgen.mcp.tools.Parameter.SCHEMA;
import static io.leadgen.mcp.tools.Parameter.optional;

import io.leadgen.audience.AudienceService;
import io.leadgen.runtime.answer.CatalogShapes;
import io.leadgen.runtime.answer.CatalogShapes.Names;
import java.util.List;
import java.util.function.Supplier;

/** What there is to ask about. Free of charge: names, types and declarations, nothing that depends on rows. */
record ExploringTools(Supplier<AudienceService> audience) {
    private static final String SEARCH = "search";

    List<Tool> tools() {
        return List.of(listCatalogs(), listSchemas(), listTables(), tableMetadata(), partitionInfo());
    }

    private Tool listCatalogs() {
        return Tool.of(
                "list_catalogs",
                "List catalogs",
                "The catalogs that you may ask about. Start here. Free.",
                List.of(),
                CatalogShapes.CATALOGS,
                call -> Names.catalogs(
                        audience.get().catalogs(call.context()), call.context().requestId()),
                names -> AnswerText.of(names, "catalog"));
    }

    private Tool listSchemas() {
        return Tool.of(
                "list_schemas",
                "List schemas",
                "The schemas of a catalog that you may ask about. Free.",
                List.of(CATALOG),
                CatalogShapes.SCHEMAS,
                call -> {
                    String catalog = call.arguments().text(CATALOG.name());
                    return Names.schemas(
                            catalog,
                            audience.get().schemas(catalog, call.context()),
                            call.context().requestId());
                },
                names -> AnswerText.of(names, "schema"));
    }

    private Tool listTables() {
        return Tool.of(
                "list_tables",
                "List tables",
                "The tables and views of a schema. Free.",
                List.of(CATALOG, SCHEMA),
                CatalogShapes.TABLES,
                call -> {
                    String catalog = call.arguments().text(CATALOG.name());
                    String schema = call.arguments().text(SCHEMA.name());
                    return Names.tables(
                            catalog,
                            schema,
                            audience.get().tables(catalog, schema, call.context()),
                            call.context().requestId());
                },
                names -> AnswerText.of(names, "table"));
    }

    private Tool tableMetadata() {
        return Tool.of(
                "table_metadata",
                "Describe a table",
                "A table's columns: name, type, meaning, and declared values or bounds where there are any. Call it before you write a"
                        + " predicate. Wide tables show 50 columns: search finds others. `applied` is what policy adds to"
                        + " every question. Free.",
                Parameter.ofTable(optional(
                        SEARCH, "Words to look for in names and meanings, e.g. \"income\"", Parameter.Text.ANY)),
                CatalogShapes.METADATA,
                call -> audience.get()
                        .tableMetadata(
                                call.arguments().table(), call.arguments().optionalText(SEARCH), call.context()),
                AnswerText::of);
    }

    private Tool partitionInfo() {
        return Tool.of(
                "partition_info",
                "Show partitions",
                "The partition columns of a table. If `required` names one, every predicate must filter on it, e.g."
                        + " \"par_month = 202510 AND age > 25\". Free.",
                Parameter.ofTable(),
                CatalogShapes.PARTITIONS,
                call -> audience.get().partitionInfo(call.arguments().table(), call.context()),
                AnswerText::of);
    }
}
