package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.files.FileFault;
import io.leadgen.runtime.sql.JdbcWarehouse;
import io.leadgen.runtime.warehouse.KnownTables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB in this process over Parquet, CSV and .duckdb files.
 *
 * <p>Guarantees: the engine opens only these files, installs and loads no extension, and spills no row to disk. Its settings
 * cannot change after {@link #open}. Files of type .duckdb are opened read-only, and only SELECT statements are sent. Names and
 * types are read once, by {@link #open}; later metadata calls read no file. Not guaranteed: correct results if a file changes
 * while it is open.
 *
 * <p>Safe for use by several threads.
 */
public final class DuckDbWarehouse extends JdbcWarehouse {
    private static final DuckDbDialect DIALECT = new DuckDbDialect();

    private final DuckDBConnection root;

    /** Why a table cannot be read. */
    private final Map<TableName, LeadgenException> broken;

    private DuckDbWarehouse(DuckDBConnection root, Opened opened) {
        super(DIALECT, new KnownTables(opened.schemas()));
        this.root = root;
        this.broken = opened.broken();
    }

    private record Opened(List<TableSchema> schemas, Map<TableName, LeadgenException> broken) {}

    /**
     * Starts an engine over the files. A table whose file cannot be read does not disturb the others; {@link #describe} reports the
     * cause.
     *
     * @throws LeadgenException WAREHOUSE_UNAVAILABLE if the engine does not start
     */
    public static DuckDbWarehouse open(EmbeddedTables tables, DuckDbLimits limits) {
        try {
            DuckDBConnection root = start(limits);
            try {
                return new DuckDbWarehouse(root, views(root, tables));
            } catch (SQLException | RuntimeException e) {
                root.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static DuckDBConnection start(DuckDbLimits limits) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("memory_limit", limits.memoryBytes() / 1024 + "KiB");
        settings.setProperty("temp_directory", "");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("allow_persistent_secrets", "false");
        settings.setProperty("preserve_insertion_order", "false");
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
        return (DuckDBConnection) connection;
    }

    private static Opened views(DuckDBConnection root, EmbeddedTables tables) throws SQLException {
        List<TableSchema> schemas = new ArrayList<>();
        Map<TableName, LeadgenException> broken = new LinkedHashMap<>();
        Set<String> readable = new LinkedHashSet<>();
        try (Statement statement = root.createStatement()) {
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
            Set<String> created = new LinkedHashSet<>();
            for (Map.Entry<TableName, Path> entry : tables.files().entrySet()) {
                TableName name = entry.getKey();
                String catalog = quote(DuckDbDialect.database(name.catalog()));
                String schema = catalog + "." + quote(name.schema());
                if (created.add(catalog)) {
                    statement.execute("ATTACH ':memory:' AS " + catalog);
                }
                if (created.add(schema)) {
                    statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
                }
            }
        }
        Map<Path, String> attached = new HashMap<>();
        for (Map.Entry<TableName, Path> entry : tables.files().entrySet()) {
            try (Statement statement = root.createStatement()) {
                DuckDbFiles files = new DuckDbFiles(statement, tables, attached);
                DuckDbFiles.Source source = files.open(entry.getKey(), entry.getValue());
                schemas.add(view(statement, entry.getKey(), entry.getValue(), source, tables));
                readable.addAll(source.readable());
            } catch (LeadgenException e) {
                broken.put(entry.getKey(), e);
            }
        }
        try (Statement statement = root.createStatement()) {
            List<String> paths = readable.stream().map(DuckDbWarehouse::text).toList();
            statement.execute("SET allowed_paths = [" + String.join(", ", paths) + "]");
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        }
        return new Opened(schemas, broken);
    }

    private static TableSchema view(
            Statement statement, TableName name, Path path, DuckDbFiles.Source source, EmbeddedTables tables) {
        TableSchema schema = schema(name, path, source, tables);
        List<String> selected =
                source.columns().stream().map(DuckDbColumn::selected).toList();
        try {
            statement.execute("CREATE VIEW " + DIALECT.table(name) + " AS SELECT " + String.join(", ", selected)
                    + " FROM " + source.relation());
        } catch (SQLException e) {
            throw DuckDbFiles.unreadable(
                    name,
                    path,
                    new FileFault("it is damaged, or another kind of file", "check that it is complete", e));
        }
        return schema;
    }

    private static TableSchema schema(TableName name, Path path, DuckDbFiles.Source source, EmbeddedTables tables) {
        Map<ColumnName, String> comments = tables.comments().getOrDefault(name, Map.of());
        try {
            return new TableSchema(
                    name,
                    source.columns().stream()
                            .map(column -> column.toColumn(comments))
                            .toList(),
                    source.reading());
        } catch (IllegalArgumentException e) {
            throw DuckDbFiles.unreadable(
                    name,
                    path,
                    new FileFault("two column names differ only in case or in spaces around them", "rename one", e));
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws LeadgenException CONFIG_INVALID, with table, path and cause, if the table's file cannot be read
     */
    @Override
    public Optional<TableSchema> describe(TableName table) {
        LeadgenException cause = broken.get(table);
        if (cause != null) {
            throw cause;
        }
        return super.describe(table);
    }

    @Override
    protected Connection connect(String catalog) throws SQLException {
        return root.duplicate();
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    static String quote(String identifier) {
        return DIALECT.quote(identifier);
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
