package io.leadgen.runtime.ledger;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Creates and migrates the tables: runs the scripts {@code 1.sql}, {@code 2.sql}, ... that have not run yet, all in one exclusive
 * transaction. A released script is never changed.
 */
final class LedgerSchema {
    /** The number of the last script. */
    private static final int NEWEST = 1;

    private static final String VERSION_TABLE = "ledger_schema";
    private static final String NO_LEDGER =
            "its tables are missing, but this machine has used them before. " + LedgerDatabase.LOST;

    private final LedgerDatabase database;

    LedgerSchema(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * Migrates the tables to this version.
     *
     * @param begin true if a new ledger may be created
     */
    void prepare(Connection connection, boolean begin) throws SQLException, IOException {
        int version = version(connection);
        if (version == NEWEST) {
            return; // almost always
        }
        check(version, begin);
        try (Statement statement = connection.createStatement()) {
            for (String sql : database.beginMigration()) {
                statement.execute(sql);
            }
            try {
                migrate(connection, statement, version(connection));
                statement.execute("COMMIT");
            } catch (SQLException | IOException | RuntimeException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static void check(int version, boolean begin) {
        if (version > NEWEST) {
            throw LedgerDatabase.unavailable("it was written by a newer version of leadgen; update this one");
        }
        if (version == 0 && !begin) {
            throw LedgerDatabase.unavailable(NO_LEDGER);
        }
    }

    private int version(Connection connection) throws SQLException {
        try (PreparedStatement tables = connection.prepareStatement(database.tablesNamed())) {
            tables.setString(1, VERSION_TABLE);
            if (number(tables) == 0) {
                return 0;
            }
        }
        try (PreparedStatement version = connection.prepareStatement("SELECT version FROM " + VERSION_TABLE)) {
            return number(version);
        }
    }

    private static int number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void migrate(Connection connection, Statement statement, int version)
            throws SQLException, IOException {
        check(version, true);
        for (int script = version + 1; script <= NEWEST; script++) {
            for (String sql : read(script).split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        if (version == 0) {
            statement.execute("CREATE TABLE " + VERSION_TABLE + " (version BIGINT NOT NULL)");
            statement.execute("INSERT INTO " + VERSION_TABLE + " (version) VALUES (" + NEWEST + ")");
            begin(connection, HighWaterMark.start(UUID.randomUUID().toString()));
        } else {
            statement.execute("UPDATE " + VERSION_TABLE + " SET version = " + NEWEST);
        }
    }

    private static void begin(Connection connection, HighWaterMark start) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ledger_head (id, ledger, seq, hash) VALUES (1, ?, ?, ?)")) {
            insert.setString(1, start.ledger());
            insert.setLong(2, start.seq());
            insert.setString(3, start.hash());
            insert.executeUpdate();
        }
    }

    private static String read(int script) throws IOException {
        try (InputStream in = LedgerSchema.class.getResourceAsStream(script + ".sql")) {
            return new String(requireNonNull(in, "script").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
