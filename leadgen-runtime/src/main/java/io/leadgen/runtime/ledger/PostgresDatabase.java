package io.leadgen.runtime.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A PostgreSQL server, which several machines can share. */
final class PostgresDatabase implements LedgerDatabase {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY = "25006";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String CONNECTION = "08";
    private static final String AUTHORISATION = "28";
    private static final String NO_RESOURCES = "53";

    /** An arbitrary number that other programs do not use. */
    private static final long MIGRATION_LOCK = 0x6c656164_67656eL;

    private final String url;

    PostgresDatabase(String url) {
        this.url = url;
    }

    @Override
    public boolean exists() {
        return true; // a server can always hold tables
    }

    @Override
    public void create() throws IOException {
        // The operator creates the database.
    }

    @Override
    public Connection connect() throws SQLException {
        // Parameters in the URL override these.
        Properties defaults = new Properties();
        PGProperty.APPLICATION_NAME.set(defaults, "leadgen");
        PGProperty.CONNECT_TIMEOUT.set(defaults, 10);
        PGProperty.LOGIN_TIMEOUT.set(defaults, 10);
        PGProperty.SOCKET_TIMEOUT.set(defaults, 30);
        PGProperty.TCP_KEEP_ALIVE.set(defaults, true);
        Connection connection = new Driver().connect(url, defaults);
        if (connection == null) {
            throw new SQLException("not a PostgreSQL URL", CONNECTION);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = on");
            statement.execute("SET lock_timeout = '10s'");
            statement.execute("SET statement_timeout = '25s'");
            statement.execute("SET idle_in_transaction_session_timeout = '25s'");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public boolean isCurrent(Connection connection) {
        return true;
    }

    @Override
    public String tablesNamed() {
        return "SELECT count(*) FROM pg_catalog.pg_class"
                + " WHERE relname = ? AND relkind = 'r' AND pg_catalog.pg_table_is_visible(oid)";
    }

    /** READ COMMITTED, so that statements after the lock see what its previous holder has committed. */
    @Override
    public List<String> beginMigration() {
        return List.of(
                "BEGIN ISOLATION LEVEL READ COMMITTED",
                "SELECT pg_catalog.pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
    }

    @Override
    public List<String> beginReading() {
        return List.of("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    /** The first statement after the lock takes the snapshot. */
    @Override
    public List<String> beginWriting() {
        return List.of("BEGIN ISOLATION LEVEL SERIALIZABLE", "LOCK TABLE ledger_head IN EXCLUSIVE MODE");
    }

    @Override
    public boolean isConflict(SQLException failure) {
        return SERIALIZATION_FAILURE.equals(failure.getSQLState()) || DEADLOCK.equals(failure.getSQLState());
    }

    @Override
    public String explain(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case LOCK_NOT_AVAILABLE -> "another session has locked its tables for more than 10 seconds";
            case READ_ONLY -> "its server is read-only; it may be a standby";
            case INSUFFICIENT_PRIVILEGE -> "its user does not have permission to read and write its tables";
            default ->
                switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case CONNECTION -> "its server does not respond";
                    case AUTHORISATION -> "its server rejected the user or the password";
                    case NO_RESOURCES -> "its server has no disk space, memory or connections left";
                    default -> "its server cannot execute the statement";
                };
        };
    }
}
