package io.leadgen.runtime.sql;

import io.leadgen.error.Cancellation;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Cancels one statement, from its registration to its end. */
final class StatementCanceller {
    private static final long FIRST_REPEAT_MILLIS = 20;
    /** A cancellation can be a request to a remote server. */
    private static final long LAST_REPEAT_MILLIS = 1_000;

    private final Statement statement;
    private final CountDownLatch ended = new CountDownLatch(1);

    private StatementCanceller(Statement statement) {
        this.statement = statement;
    }

    /** Cancels the statement after a cancellation, on another thread. Close the result when the statement has ended. */
    static Cancellation.Registration register(Statement statement, Cancellation cancellation) {
        StatementCanceller canceller = new StatementCanceller(statement);
        Cancellation.Registration registration = cancellation.onCancel(canceller::start);
        return () -> {
            registration.close();
            canceller.end();
        };
    }

    /** On another thread: cancelling can take a round trip, and the caller must not wait for it. */
    private void start() {
        Thread thread = new Thread(this::repeat, "leadgen-cancel");
        thread.setDaemon(true);
        thread.start();
    }

    private void repeat() {
        try {
            long pause = FIRST_REPEAT_MILLIS;
            cancel();
            while (!ended.await(pause, TimeUnit.MILLISECONDS)) {
                cancel();
                pause = Math.min(2 * pause, LAST_REPEAT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Never at the same time as {@link #end}: afterwards the connection may be closed or run another statement. */
    private synchronized void cancel() {
        if (ended.getCount() == 0) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException | RuntimeException e) {
            // Drivers throw both. The statement may have ended; otherwise the next iteration tries again.
            return;
        }
    }

    private synchronized void end() {
        ended.countDown();
    }
}
