package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.sql.Bind;
import java.util.List;
import java.util.stream.Stream;

/**
 * The metadata statements for Databricks. Names are bound, or quoted where the grammar requires an identifier. No other statement
 * can be created.
 */
public final class DatabricksCatalogSql {
    private static final DatabricksDialect DIALECT = new DatabricksDialect();

    private final String text;
    private final List<Bind> binds;

    private DatabricksCatalogSql(String text, String... values) {
        this.text = text;
        this.binds = Stream.of(values)
                .map(value -> new Bind(value, ColumnType.STRING))
                .toList();
    }

    /** Column 1: all catalogs, including those without an information_schema. */
    public static DatabricksCatalogSql catalogs() {
        return new DatabricksCatalogSql("SHOW CATALOGS");
    }

    /** Column 1: the schemas of a catalog of Unity Catalog. */
    public static DatabricksCatalogSql schemas(String catalog) {
        return new DatabricksCatalogSql("SELECT schema_name FROM " + view(catalog, "schemata"));
    }

    /** Column 1: the tables and views of a schema. */
    public static DatabricksCatalogSql tables(String catalog, String schema) {
        return new DatabricksCatalogSql(
                "SELECT table_name FROM " + view(catalog, "tables") + " WHERE table_schema = ?", schema);
    }

    /** The table's comment and the format of its files. */
    public static DatabricksCatalogSql table(TableName table) {
        return new DatabricksCatalogSql(
                "SELECT comment, data_source_format FROM " + view(table.catalog(), "tables")
                        + " WHERE table_schema = ? AND table_name = ?",
                table.schema(),
                table.table());
    }

    public static DatabricksCatalogSql columns(TableName table) {
        return new DatabricksCatalogSql(
                "SELECT column_name, full_data_type, is_nullable, ordinal_position, partition_index, comment FROM "
                        + view(table.catalog(), "columns")
                        + " WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position",
                table.schema(),
                table.table());
    }

    /** One row about a Delta table. */
    public static DatabricksCatalogSql detail(TableName table) {
        return new DatabricksCatalogSql("DESCRIBE DETAIL " + DIALECT.table(table));
    }

    /** Column 1: the schemas of a catalog without information_schema. */
    public static DatabricksCatalogSql showSchemas(String catalog) {
        return new DatabricksCatalogSql("SHOW SCHEMAS IN " + DIALECT.quote(catalog));
    }

    /** {@code tableName}: the tables and views of a schema of such a catalog. */
    public static DatabricksCatalogSql showTables(String catalog, String schema) {
        return new DatabricksCatalogSql("SHOW TABLES IN " + DIALECT.quote(catalog) + "." + DIALECT.quote(schema));
    }

    /** Name, type and comment of the columns of a table in such a catalog, followed by other sections. */
    public static DatabricksCatalogSql describe(TableName table) {
        return new DatabricksCatalogSql("DESCRIBE TABLE EXTENDED " + DIALECT.table(table));
    }

    private static String view(String catalog, String name) {
        return DIALECT.quote(catalog) + ".information_schema." + name;
    }

    public String text() {
        return text;
    }

    List<Bind> binds() {
        return binds;
    }
}
