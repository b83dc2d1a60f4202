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
 * The one connection of this process to a ledger. Writers take turns anyway, so one connection is enough; it is opened when it
 * is needed, and replaced when it breaks.
 */
final class LedgerSession implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRIES = 10;

    private final LedgerDatabase database;
    private final HighWaterMarkFile markFile;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Connection connection;
    /** What is in the connection's database. */
    private @Nullable LedgerTables books;

    private boolean closed;

    LedgerSession(LedgerDatabase database, HighWaterMarkFile markFile, InstantSource clock) {
        this.database = database;
        this.markFile = markFile;
        this.clock = clock;
    }

    /** What is done with a ledger that was found to be the one it was. */
    interface Work<T> {
        T on(LedgerTransaction page) throws SQLException, IOException;
    }

    /** What is done with whatever is in the tables. */
    interface Inspection<T> {
        T of(LedgerTables books, @Nullable HighWaterMark mark) throws SQLException;
    }

    /**
     * Does something that changes nothing.
     *
     * @throws LeadgenException LEDGER_UNAVAILABLE
     */
    <T> T reading(Work<T> work) {
        return inTurn(() -> {
            // Before the transaction begins: the mark must not come from a later state than the one that is seen.
            HighWaterMark mark = markFile.read();
            return transaction(database.beginReading(), mark, books -> {
                LedgerTransaction page = LedgerTransaction.open(books, mark, clock.instant());
                return new Done<>(work.on(page), mark == null ? page.head() : null);
            });
        });
    }

    /**
     * Does something as if nobody else did anything meanwhile. When this returns, it is on the disk.
     *
     * @throws LeadgenException LEDGER_UNAVAILABLE; whether it was done is then not known
     */
    <T> T writing(Work<T> work) {
        return inTurn(() -> {
            HighWaterMark mark = markFile.read();
            return transaction(database.beginWriting(), mark, books -> {
                LedgerTransaction page = LedgerTransaction.open(books, mark, clock.instant());
                return new Done<>(work.on(page), page.head());
            });
        });
    }

    /**
     * Looks at the tables without trusting them.
     *
     * @throws LeadgenException LEDGER_UNAVAILABLE if they cannot be read
     */
    <T> T inspecting(Inspection<T> inspection) {
        return inTurn(() -> {
            HighWaterMark mark = markFile.read();
            return transaction(database.beginReading(), mark, books -> new Done<>(inspection.of(books, mark), null));
        });
    }

    private interface Transaction<T> {
        Done<T> on(LedgerTables books) throws SQLException, IOException;
    }

    /** @param reached where the ledger is then, if that is news */
    private record Done<T>(T result, @Nullable HighWaterMark reached) {}

    private interface Attempt<T> {
        T run() throws SQLException, IOException, InterruptedException;
    }

    private <T> T inTurn(Attempt<T> attempt) {
        try {
            if (!turn.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw LedgerDatabase.unavailable("others have kept it busy for more than ten seconds");
            }
            try {
                return untilNoConflict(attempt);
            } finally {
                turn.unlock();
            }
        } catch (SQLException e) {
            throw LedgerDatabase.unavailable(database.explain(e), e);
        } catch (IOException e) {
            throw LedgerDatabase.unavailable("its files cannot be read or written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LedgerDatabase.unavailable("the wait for it was interrupted", e);
        }
    }

    private <T> T untilNoConflict(Attempt<T> attempt) throws SQLException, IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                disconnect();
                if (tries == TRIES || !database.isConflict(e)) {
                    throw e;
                }
                Thread.sleep(ThreadLocalRandom.current().nextLong(10L * tries));
            }
        }
    }

    private <T> T transaction(List<String> begin, @Nullable HighWaterMark mark, Transaction<T> transaction)
            throws SQLException, IOException {
        Connection current = begin(begin, mark);
        Done<T> done;
        try {
            done = transaction.on(requireNonNull(books));
            execute(current, List.of("COMMIT"));
        } catch (SQLException | IOException | RuntimeException e) {
            rollBack(current);
            throw e;
        }
        if (done.reached() != null && !done.reached().equals(mark)) {
            markFile.raise(done.reached());
        }
        return done.result();
    }

    /** A connection can have broken while nobody used it: then a new one begins the same. */
    private Connection begin(List<String> begin, @Nullable HighWaterMark mark) throws SQLException, IOException {
        Connection used = connection;
        if (used != null && database.leadsTo(used)) {
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
                        "its file is missing, though this machine has used it before. " + LedgerDatabase.LOST);
            }
            database.create();
        }
        Connection fresh = database.connect();
        connection = fresh;
        try {
            new LedgerSchema(database).prepare(fresh, mark == null);
            books = new LedgerTables(fresh);
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
        books = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                return; // it is gone, one way or the other
            }
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            disconnect();
        } finally {
            turn.unlock();
        }
    }
}
