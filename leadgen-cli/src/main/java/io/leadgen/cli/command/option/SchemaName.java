package io.leadgen.cli.command.option;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;

/** {@code catalog.schema}. */
public record SchemaName(String catalog, String schema) {

    /** Reads a name; INVALID_ARGUMENT if it does not have two parts. */
    public static SchemaName parse(String text) {
        try {
            // The rules for the parts of a name are those of a table's name.
            TableName any = TableName.parse(text + ".any");
            return new SchemaName(any.catalog(), any.schema());
        } catch (LeadgenException e) {
            throw LeadgenException.invalid(
                    "A schema name has two parts: catalog.schema",
                    "for example main.leads; leadgen schemas CATALOG lists them");
        }
    }
}
