package io.leadgen.testkit;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.warehouse.duckdb.DuckDbDialect;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes tables into files of the embedded engine: the same rows as a fake has, behind a real engine. */
public final class DuckDbTestFiles {
    private DuckDbTestFiles() {}

    /** One .duckdb file with all tables. */
    public static EmbeddedTables database(Path directory, List<TableData> tables) throws SQLException {
        Path file = directory.resolve("all.duckdb");
        Map<TableName, Path> files = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            for (TableData table : tables) {
                TableName name = table.schema().name();
                create(connection, name.schema(), table);
                files.put(name, file);
            }
        }
        return EmbeddedTables.of(files);
    }

    /** A .duckdb file with a view that counts for hours. */
    public static Path endless(Path directory) throws SQLException {
        Path file = directory.resolve("endless.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW endless AS SELECT CAST(a.range % 1000 AS INTEGER) AS id"
                    + " FROM range(100000000) AS a CROSS JOIN range(100000000) AS b");
        }
        return file;
    }

    /** A Parquet file for each table. */
    public static EmbeddedTables parquet(Path directory, List<TableData> tables) throws SQLException {
        Map<TableName, Path> files = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (TableData table : tables) {
                TableName name = table.schema().name();
                Path file = directory.resolve("table " + files.size() + ".parquet");
                create(connection, name.schema(), table);
                statement.execute("COPY " + qualified(name) + " TO '" + file + "'");
                files.put(name, file);
            }
        }
        return EmbeddedTables.of(files);
    }

    private static void create(Connection connection, String schema, TableData table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> markers = new ArrayList<>();
        for (Column column : table.schema().columns()) {
            columns.add(quote(column.name().value()) + " " + type(column.type()));
            markers.add("?");
        }
        String name = qualified(table.schema().name());
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + quote(schema));
            statement.execute("CREATE TABLE " + name + " (" + String.join(", ", columns) + ")");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + name + " VALUES (" + String.join(", ", markers) + ")")) {
            for (List<?> row : table.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    Object value = TableData.jdbc(
                            row.get(i), table.schema().columns().get(i).type());
                    // The driver moves some days of October 1582.
                    insert.setObject(i + 1, value instanceof LocalDate ? value.toString() : value);
                }
                insert.execute();
            }
        }
        // One transaction for each table: to make every row durable by itself takes seconds.
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static String qualified(TableName name) {
        return quote(name.schema()) + "." + quote(name.table());
    }

    private static String quote(String identifier) {
        return new DuckDbDialect().quote(identifier);
    }

    private static String type(ColumnType type) {
        return switch (type.kind()) {
            case STRING -> "VARCHAR";
            case TIMESTAMP -> "TIMESTAMPTZ";
            case TIMESTAMP_NTZ -> "TIMESTAMP";
            case OTHER -> "BLOB";
            default -> type.toString();
        };
    }
}
