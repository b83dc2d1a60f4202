package io.leadgen.bench;

import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The least that one can do to ask DuckDB: one open connection, one statement with its literals in the text. The engine has
 * the settings that matter for speed from leadgen's own.
 */
final class BareDuckDb implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;

    /** @param preparation makes the table t */
    private BareDuckDb(DuckDbLimits limits, String... preparation) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("memory_limit", limits.memoryBytes() / 1024 + "KiB");
        settings.setProperty("temp_directory", "");
        settings.setProperty("preserve_insertion_order", "false");
        this.connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        this.statement = connection.createStatement();
        for (String sql : preparation) {
            statement.execute(sql);
        }
    }

    static BareDuckDb overParquet(Path file, DuckDbLimits limits) throws SQLException {
        return new BareDuckDb(limits, "CREATE VIEW t AS SELECT * FROM read_parquet(" + CustomersFiles.text(file) + ")");
    }

    static BareDuckDb overDatabase(Path file, DuckDbLimits limits) throws SQLException {
        return new BareDuckDb(
                limits,
                "ATTACH " + CustomersFiles.text(file) + " AS bare (READ_ONLY)",
                "CREATE VIEW t AS SELECT * FROM bare.customers");
    }

    /** How many rows of t meet the condition. */
    long count(String condition) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM t WHERE " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
