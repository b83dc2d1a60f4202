package io.leadgen.runtime.warehouse;

import io.leadgen.warehouse.Cancellation;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops statements when their cancellation says so. */
final class StatementCanceller {
    private static final long FIRST_REPEAT_MILLIS = 20;
    /** A cancellation can be a request to somebody else's server. */
    private static final long LAST_REPEAT_MILLIS = 1_000;

    private StatementCanceller() {}

    /** Cancels the statement on a thread of its own when asked to; close the result when the statement has ended. */
    static Cancellation.Registration watch(Statement statement, Cancellation cancellation) {
        Watch watch = new Watch(statement);
        Cancellation.Registration registration = cancellation.onCancel(watch::start);
        return () -> {
            registration.close();
            watch.end();
        };
    }

    /** One statement from its registration to its end. */
    private static final class Watch {
        private final Statement statement;
        private final CountDownLatch ended = new CountDownLatch(1);

        Watch(Statement statement) {
            this.statement = statement;
        }

        /** On a thread of its own, because to cancel can take a round trip, and whoever cancels must not wait for it. */
        void start() {
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

        /** Never at the same time as {@link #end}: behind the end the connection may serve somebody else, or be gone. */
        private synchronized void cancel() {
            if (ended.getCount() == 0) {
                return;
            }
            try {
                statement.cancel();
            } catch (SQLException | RuntimeException e) {
                // Drivers throw both. It may have ended by itself; if not, the next round tries again.
                return;
            }
        }

        synchronized void end() {
            ended.countDown();
        }
    }
}
