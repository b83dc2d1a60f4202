package io.leadgen.runtime.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A PostgreSQL server, shared by machines. */
final class PostgresDatabase implements LedgerDatabase {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY = "25006";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String CONNECTION = "08";
    private static final String AUTHORISATION = "28";
    private static final String NO_RESOURCES = "53";

    /** Any number that no other program's migrations lock. */
    private static final long MIGRATION_LOCK = 0x6c656164_67656eL;

    private final String url;

    PostgresDatabase(String url) {
        this.url = url;
    }

    @Override
    public boolean exists() {
        return true; // a server that is there has a place for tables
    }

    @Override
    public void create() throws IOException {
        // The database itself is the operator's to create.
    }

    @Override
    public Connection connect() throws SQLException {
        // What the URL says comes before this.
        Properties defaults = new Properties();
        PGProperty.APPLICATION_NAME.set(defaults, "leadgen");
        PGProperty.CONNECT_TIMEOUT.set(defaults, 10);
        PGProperty.LOGIN_TIMEOUT.set(defaults, 10);
        PGProperty.SOCKET_TIMEOUT.set(defaults, 30);
        PGProperty.TCP_KEEP_ALIVE.set(defaults, true);
        Connection connection = new Driver().connect(url, defaults);
        if (connection == null) {
            throw new SQLException("not a URL of PostgreSQL", CONNECTION);
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
    public boolean leadsTo(Connection connection) {
        return true;
    }

    @Override
    public String tablesNamed() {
        return "SELECT count(*) FROM pg_catalog.pg_class"
                + " WHERE relname = ? AND relkind = 'r' AND pg_catalog.pg_table_is_visible(oid)";
    }

    /** Each statement sees what others have committed before it, so also what the one that held the lock has. */
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

    /** The snapshot is taken by the first statement behind the lock. */
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
        if (state.equals(LOCK_NOT_AVAILABLE)) {
            return "another session has held its tables for more than ten seconds";
        }
        if (state.equals(READ_ONLY)) {
            return "its server takes no writes; it may be a standby";
        }
        if (state.equals(INSUFFICIENT_PRIVILEGE)) {
            return "its user may not read and write its tables";
        }
        if (state.startsWith(CONNECTION)) {
            return "its server does not answer";
        }
        if (state.startsWith(AUTHORISATION)) {
            return "its server refuses the user or the password";
        }
        if (state.startsWith(NO_RESOURCES)) {
            return "its server has no space, memory or connection left";
        }
        return "its server cannot do what is asked";
    }
}
