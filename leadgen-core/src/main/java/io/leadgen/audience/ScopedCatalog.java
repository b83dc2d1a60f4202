package io.leadgen.audience;

import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.spelling.DidYouMean;
import io.leadgen.warehouse.Warehouse;
import java.util.List;
import java.util.Locale;

/** What exists within the scopes. What is out of scope looks like what does not exist. */
record ScopedCatalog(Warehouse warehouse, Scopes scopes) {

    List<String> catalogs() {
        return warehouse.catalogs().stream().filter(scopes.catalogs()::contains).toList();
    }

    List<String> schemas(String catalog) {
        if (scopes.schemas(catalog).isEmpty()) {
            throw outOfScope("catalog");
        }
        return warehouse.schemas(catalog.toLowerCase(Locale.ROOT)).stream()
                .filter(schema -> scopes.allows(catalog, schema))
                .toList();
    }

    List<TableName> tables(String catalog, String schema) {
        if (!scopes.allows(catalog, schema)) {
            throw outOfScope("schema");
        }
        return warehouse.tables(catalog.toLowerCase(Locale.ROOT), schema.toLowerCase(Locale.ROOT));
    }

    private static LeadgenException outOfScope(String what) {
        return LeadgenException.of(
                ErrorCode.OUT_OF_SCOPE,
                "There is no such " + what + ", or it is out of your scope",
                "list the catalogs and schemas that you may ask about");
    }

    TableSchema schema(TableName table) {
        if (!scopes.allows(table)) {
            throw unknown(table, List.of());
        }
        return warehouse
                .describe(table)
                .orElseThrow(() -> unknown(table, warehouse.tables(table.catalog(), table.schema())));
    }

    /** @param known the tables of a schema that is in scope */
    private static LeadgenException unknown(TableName table, List<TableName> known) {
        return LeadgenException.of(
                ErrorCode.UNKNOWN_TABLE,
                "There is no such table, or it is out of your scope",
                DidYouMean.nearest(
                                table.table(),
                                known.stream().map(TableName::table).toList())
                        .map(near -> "did you mean " + new TableName(table.catalog(), table.schema(), near) + "?")
                        .orElse("list the catalogs, schemas and tables that you may ask about"));
    }
}
