package io.leadgen.cli.completion;

import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.TableName;
import java.util.List;

/**
 * What can be named. Nothing here depends on the rows of a table: names, types and what is declared about them. Where something
 * cannot be found out, there is nothing.
 */
public interface Names {

    /** A name that somebody gave, and what it stands for. */
    record Named(String name, String meaning) {}

    List<String> catalogs();

    List<String> schemas(String catalog);

    List<TableName> tables(String catalog, String schema);

    /** The columns that may be asked about. */
    List<ColumnInfo> columns(TableName table);

    /** The audiences that stand for themselves with an {@code @} before their names. */
    List<Named> audiences();
}
