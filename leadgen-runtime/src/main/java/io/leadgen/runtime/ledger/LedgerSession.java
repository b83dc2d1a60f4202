package io.leadgen.runtime.ledger;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connection of this process to a ledger. Writers are serialized anyway, so one connection is enough. It is opened when
 * needed and replaced when it breaks.
 */
final class LedgerSession implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_ATTEMPTS = 10;

    private final LedgerDatabase database;
    private final HighWaterMarkFile markFile;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable Connection connection;
    private @Nullable LedgerTables tables;

    private boolean closed;

    LedgerSession(LedgerDatabase database, HighWaterMarkFile markFile, InstantSource clock) {
        this.database = database;
        this.markFile = markFile;
        this.clock = clock;
    }

    /** Work on a ledger that has passed the checks of {@link LedgerTransaction#open}. */
    interface Work<T> {
        T on(LedgerTransaction transaction) throws SQLException, IOException;
    }

    /** Work on tables that are not checked. */
    interface Inspection<T> {
        T of(LedgerTables tables, @Nullable HighWaterMark mark) throws SQLException;
    }

    /**
     * Runs work that changes nothing.
     *
     * @throws LeadgenException LEDGER_UNAVAILABLE
     */
    <T> T read(Work<T> work) {
        return locked(database.beginReading(), (tables, mark) -> {
            LedgerTransaction transaction = LedgerTransaction.open(tables, mark, clock.instant());
            return new Completed<>(work.on(transaction), mark == null ? transaction.head() : null);
        });
    }

    /**
     * Runs work in a serializable transaction, which is on disk when this returns.
     *
     * @throws LeadgenException LEDGER_UNAVAILABLE; the transaction may or may not have been committed
     */
    <T> T write(Work<T> work) {
        return locked(database.beginWriting(), (tables, mark) -> {
            LedgerTransaction transaction = LedgerTransaction.open(tables, mark, clock.instant());
            return new Completed<>(work.on(transaction), transaction.head());
        });
    }

    /**
     * Inspects the tables without checks.
     *
     * @throws LeadgenException LEDGER_UNAVAILABLE if they cannot be read
     */
    <T> T inspect(Inspection<T> inspection) {
        return locked(database.beginReading(), (tables, mark) -> new Completed<>(inspection.of(tables, mark), null));
    }

    private interface Transaction<T> {
        Completed<T> on(LedgerTables tables, @Nullable HighWaterMark mark) throws SQLException, IOException;
    }

    /** @param reached the newest state, or null if it has not changed */
    private record Completed<T>(T result, @Nullable HighWaterMark reached) {}

    private <T> T locked(List<String> begin, Transaction<T> transaction) {
        try {
            if (!lock.tryLock(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw LedgerDatabase.unavailable("it was busy for more than 10 seconds");
            }
            try {
                return retryConflicts(begin, transaction);
            } finally {
                lock.unlock();
            }
        } catch (SQLException e) {
            throw LedgerDatabase.unavailable(database.explain(e), e);
        } catch (IOException e) {
            throw LedgerDatabase.unavailable("its files are not readable and writable", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LedgerDatabase.unavailable("the call was interrupted", e);
        }
    }

    private <T> T retryConflicts(List<String> begin, Transaction<T> transaction)
            throws SQLException, IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                // Read before the transaction begins, so that the mark is not newer than the snapshot.
                return transaction(begin, markFile.read(), transaction);
            } catch (SQLException e) {
                disconnect();
                if (tries == MAX_ATTEMPTS || !database.isConflict(e)) {
                    throw e;
                }
                Thread.sleep(ThreadLocalRandom.current().nextLong(10L * tries));
            }
        }
    }

    private <T> T transaction(List<String> begin, @Nullable HighWaterMark mark, Transaction<T> transaction)
            throws SQLException, IOException {
        Connection current = begin(begin, mark);
        Completed<T> completed;
        try {
            completed = transaction.on(requireNonNull(tables), mark);
            execute(current, List.of("COMMIT"));
        } catch (SQLException | IOException | RuntimeException e) {
            rollBack(current);
            throw e;
        }
        if (completed.reached() != null && !completed.reached().equals(mark)) {
            markFile.raise(completed.reached());
        }
        return completed.result();
    }

    /** If the connection broke while idle, the transaction begins on a new one. */
    private Connection begin(List<String> begin, @Nullable HighWaterMark mark) throws SQLException, IOException {
        Connection used = connection;
        if (used != null && database.isCurrent(used)) {
            try {
                execute(used, begin);
                return used;
            } catch (SQLException e) {
                disconnect();
                if (!isBroken(e)) {
                    throw e;
                }
            }
        }
        disconnect();
        Connection fresh = connect(mark);
        execute(fresh, begin);
        return fresh;
    }

    private static boolean isBroken(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private Connection connect(@Nullable HighWaterMark mark) throws SQLException, IOException {
        if (closed) {
            throw LedgerDatabase.unavailable("it was closed");
        }
        if (!database.exists()) {
            if (mark != null) {
                throw LedgerDatabase.unavailable(
                        "its file is missing, but this machine has used it before. " + LedgerDatabase.LOST);
            }
            database.create();
        }
        Connection fresh = database.connect();
        connection = fresh;
        try {
            new LedgerSchema(database).prepare(fresh, mark == null);
            tables = new LedgerTables(fresh);
            return fresh;
        } catch (SQLException | IOException | RuntimeException e) {
            disconnect();
            throw e;
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void rollBack(Connection current) {
        try {
            execute(current, List.of("ROLLBACK"));
        } catch (SQLException e) {
            disconnect(); // which rolls back too
        }
    }

    private void disconnect() {
        Connection old = connection;
        connection = null;
        tables = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                return; // it is closed anyway
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            disconnect();
        } finally {
            lock.unlock();
        }
    }
}
