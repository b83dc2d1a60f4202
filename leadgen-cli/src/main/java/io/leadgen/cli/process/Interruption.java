package io.leadgen.cli.process;

import io.leadgen.error.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: the statement is cancelled on the warehouse, and the process waits a moment for that to be done. Java itself then
 * ends the process with 130 (and with 143 after SIGTERM).
 */
public final class Interruption {
    /** After Ctrl-C the prompt should be back soon. */
    private static final long PATIENCE_MS = 900;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch finished = new CountDownLatch(1);

    public Cancellation cancellation() {
        return cancellation;
    }

    public void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interruption"));
    }

    /** The work is done, and the process about to end by itself. */
    public void finished() {
        finished.countDown();
    }

    private void stop() {
        if (finished.getCount() == 0) {
            return;
        }
        cancellation.cancel();
        try {
            // What has not ended by then ends with the process.
            boolean ended = finished.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
            assert ended || cancellation.isCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
