package io.leadgen.bench;

import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The least that one can do to ask DuckDB: one statement with its literals in the text. The engine has the settings that matter for
 * speed from leadgen's own.
 */
final class BareDuckDb extends BareEngine {
    private final Statement statement;

    /** @param preparation makes the table t */
    private BareDuckDb(DuckDbLimits limits, String... preparation) throws SQLException {
        super(DriverManager.getConnection("jdbc:duckdb:", settings(limits)));
        this.statement = connection.createStatement();
        for (String sql : preparation) {
            statement.execute(sql);
        }
    }

    private static Properties settings(DuckDbLimits limits) {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("memory_limit", limits.memoryBytes() / 1024 + "KiB");
        settings.setProperty("temp_directory", "");
        settings.setProperty("preserve_insertion_order", "false");
        return settings;
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

    @Override
    long count() throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM t WHERE " + LeadgenCount.CONDITION)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
