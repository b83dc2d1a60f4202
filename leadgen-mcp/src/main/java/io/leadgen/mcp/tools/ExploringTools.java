package io.leadgen.mcp.tools;

import static io.leadgen.mcp.tools.Parameter.CATALOG;
import static io.leadgen.mcp.tools.Parameter.SCHEMA;
import static io.leadgen.mcp.tools.Parameter.TABLE;
import static io.leadgen.mcp.tools.Parameter.optional;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.TableMetadata;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.answer.CatalogDocument;
import java.util.List;
import java.util.function.Supplier;

/** What there is to ask about. Free of charge: names, types and declarations, nothing that depends on rows. */
final class ExploringTools {
    private static final String SEARCH = "search";

    private final Supplier<AudienceService> audience;

    ExploringTools(Supplier<AudienceService> audience) {
        this.audience = audience;
    }

    List<Tool> tools() {
        return List.of(listCatalogs(), listSchemas(), listTables(), tableMetadata(), partitionInfo());
    }

    private Tool listCatalogs() {
        return new Tool(
                "list_catalogs",
                "List catalogs",
                "The catalogs that you may ask about. Start here. Free.",
                List.of(),
                new AnswerSchema().strings("catalogs").string("request_id").tree(),
                call -> {
                    List<String> catalogs = audience.get().catalogs(call.context());
                    return new ToolAnswer(
                            CatalogDocument.catalogs(catalogs, call.context().requestId()),
                            AnswerText.names("catalog", catalogs));
                });
    }

    private Tool listSchemas() {
        return new Tool(
                "list_schemas",
                "List schemas",
                "The schemas of a catalog that you may ask about. Free.",
                List.of(CATALOG),
                new AnswerSchema()
                        .string("catalog")
                        .strings("schemas")
                        .string("request_id")
                        .tree(),
                call -> {
                    String catalog = call.arguments().text(CATALOG.name());
                    List<String> schemas = audience.get().schemas(catalog, call.context());
                    return new ToolAnswer(
                            CatalogDocument.schemas(
                                    catalog, schemas, call.context().requestId()),
                            AnswerText.names("schema", schemas));
                });
    }

    private Tool listTables() {
        return new Tool(
                "list_tables",
                "List tables",
                "The tables and views of a schema. Free.",
                List.of(CATALOG, SCHEMA),
                new AnswerSchema()
                        .string("catalog")
                        .string("schema")
                        .strings("tables")
                        .string("request_id")
                        .tree(),
                call -> {
                    String catalog = call.arguments().text(CATALOG.name());
                    String schema = call.arguments().text(SCHEMA.name());
                    List<TableName> tables = audience.get().tables(catalog, schema, call.context());
                    return new ToolAnswer(
                            CatalogDocument.tables(
                                    catalog, schema, tables, call.context().requestId()),
                            AnswerText.names(
                                    "table",
                                    tables.stream().map(TableName::table).toList()));
                });
    }

    private Tool tableMetadata() {
        return new Tool(
                "table_metadata",
                "Describe a table",
                "A table's columns: name, type, meaning, and declared values or bounds where there are any. Call it before you write a"
                        + " predicate. Wide tables show 50 columns: search finds others. `applied` is what policy adds to"
                        + " every question. Free.",
                List.of(
                        CATALOG,
                        SCHEMA,
                        TABLE,
                        optional(
                                SEARCH,
                                "Words to look for in names and meanings, e.g. \"income\"",
                                Parameter.Text.ANY)),
                AnswerSchema.ofTable()
                        .nullableString("comment")
                        .string("unit")
                        .list(
                                "columns",
                                new AnswerSchema()
                                        .string("name")
                                        .string("type")
                                        .bool("nullable")
                                        .nullableString("comment"))
                        .integer("matching")
                        .integer("column_count")
                        .bool("truncated")
                        .nullableString("searched_for")
                        .object("applied")
                        .string("request_id")
                        .tree(),
                call -> {
                    TableMetadata metadata = audience.get()
                            .tableMetadata(
                                    call.arguments().table(), call.arguments().optionalText(SEARCH), call.context());
                    return new ToolAnswer(CatalogDocument.of(metadata), AnswerText.of(metadata));
                });
    }

    private Tool partitionInfo() {
        return new Tool(
                "partition_info",
                "Show partitions",
                "The partition columns of a table. If `required` names one, every predicate must filter on it, e.g."
                        + " \"par_month = 202510 AND age > 25\". Free.",
                List.of(CATALOG, SCHEMA, TABLE),
                AnswerSchema.ofTable()
                        .list(
                                "partition_columns",
                                new AnswerSchema().string("name").string("type").nullableString("comment"))
                        .nullableString("required")
                        .string("request_id")
                        .tree(),
                call -> {
                    PartitionInfo partitions =
                            audience.get().partitionInfo(call.arguments().table(), call.context());
                    return new ToolAnswer(CatalogDocument.of(partitions), AnswerText.of(partitions));
                });
    }
}
