package io.leadgen.cli.completion;

import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.TableName;
import java.util.List;

/**
 * What can be named. Nothing here depends on the rows of a table: names, types and what is declared about them. A list that
 * is not available is empty.
 */
public interface Names {

    /** A name and its meaning. */
    record Named(String name, String meaning) {}

    List<String> catalogs();

    List<String> schemas(String catalog);

    List<TableName> tables(String catalog, String schema);

    /** The columns that may be asked about. */
    List<ColumnInfo> columns(TableName table);

    /** The audiences that a predicate names with an {@code @}. */
    List<Named> audiences();
}
