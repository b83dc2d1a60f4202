package io.leadgen.cli.command.option;

import io.leadgen.catalog.TableName;
import picocli.CommandLine.Parameters;

/** The first argument of commands about one table. */
public final class TableArgument {
    public static final String DESCRIPTION = "A table as catalog.schema.table, or a Parquet or CSV file.";

    @Parameters(index = "0", paramLabel = "TABLE", description = DESCRIPTION)
    TableName name;

    public TableName name() {
        return name;
    }
}
