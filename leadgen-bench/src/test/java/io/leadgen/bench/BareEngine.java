package io.leadgen.bench;

import io.leadgen.runtime.warehouse.databricks.DatabricksConnector;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.tests.databricks.DatabricksEmulator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** A driver alone, on one open connection. */
abstract class BareEngine implements Durations.Timed, AutoCloseable {
    final Connection connection;

    BareEngine(Connection connection) {
        this.connection = connection;
    }

    /** How many rows meet {@link LeadgenCount#CONDITION}. */
    abstract long count() throws SQLException;

    @Override
    public final long nanos() throws SQLException {
        long started = System.nanoTime();
        long count = count();
        long took = System.nanoTime() - started;
        if (count == 0) {
            throw new IllegalStateException("no row meets the condition");
        }
        return took;
    }

    @Override
    public final void close() throws SQLException {
        connection.close();
    }

    /**
     * The least that one can do to ask DuckDB: one statement with its literals in the text. The engine has the settings that matter for
     * speed from leadgen's own.
     */
    static final class DuckDb extends BareEngine {
        private final Statement statement;

        /** @param preparation makes the table t */
        private DuckDb(DuckDbLimits limits, String... preparation) throws SQLException {
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

        static DuckDb overParquet(Path file, DuckDbLimits limits) throws SQLException {
            return new DuckDb(limits, "CREATE VIEW t AS SELECT * FROM read_parquet(" + CustomersFiles.text(file) + ")");
        }

        static DuckDb overDatabase(Path file, DuckDbLimits limits) throws SQLException {
            return new DuckDb(
                    limits,
                    "ATTACH " + CustomersFiles.text(file) + " AS bare (READ_ONLY)",
                    "CREATE VIEW t AS SELECT * FROM bare.customers");
        }

        @Override
        long count() throws SQLException {
            return count(LeadgenCount.CONDITION);
        }

        private long count(String condition) throws SQLException {
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM t WHERE " + condition)) {
                rows.next();
                return rows.getLong(1);
            }
        }

        /** The count of another condition, timed. */
        Durations.Timed where(String condition) {
            return () -> {
                long started = System.nanoTime();
                count(condition);
                return System.nanoTime() - started;
            };
        }
    }

    /** The driver alone, with the properties that leadgen gives it. */
    static final class Databricks extends BareEngine {
        private static final String COUNT =
                "SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE ((t0.`age` > ?) AND (t0.`income_level` = ?))";

        Databricks(DatabricksEmulator emulator) throws SQLException {
            super(new DatabricksConnector(emulator.config(), emulator.auth(), Duration.ofMinutes(1)).connect());
        }

        @Override
        long count() throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
                statement.setInt(1, 25);
                statement.setString(2, "high");
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        }
    }
}
