package io.leadgen.error;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A request to stop, passed down with a question. The caller may {@link #cancel} from any thread, once or more often;
 * code that works registers what stops the work.
 */
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** A request that nobody has made yet. */
    public Cancellation() {}

    /** Stops the work: runs what is registered, on this thread, and all that is registered later at once. */
    public void cancel() {
        List<Runnable> due;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        synchronized (actions) {
            return cancelled;
        }
    }

    /** Registers what stops the work; close the registration when the work has ended. */
    public Registration onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return () -> {
                    synchronized (actions) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    /**
     * Returns if nobody has cancelled.
     *
     * @throws LeadgenException CANCELLED
     */
    public void check() {
        if (isCancelled()) {
            throw LeadgenException.of(ErrorCode.CANCELLED, "The question was cancelled");
        }
    }

    /**
     * Waits for some time, unless somebody has cancelled or does so meanwhile.
     *
     * @throws LeadgenException CANCELLED
     */
    public void pause(Duration time) {
        CountDownLatch stopped = new CountDownLatch(1);
        Registration waiting = onCancel(stopped::countDown);
        try {
            if (stopped.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            check();
        } finally {
            waiting.close();
        }
    }

    /** An action that waits for a cancellation. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
