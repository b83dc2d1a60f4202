package io.leadgen.mcp.http;

import io.leadgen.error.LeadgenException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Reports if questions can be answered. The result is at most some seconds old, so frequent requests cause no work. A check that hangs
 * counts as not ready after a timeout.
 */
public final class Readiness {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp.http");
    /** How long a result is valid. */
    static final Duration FRESH = Duration.ofSeconds(2);

    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Runnable check;
    private final Executor executor;
    private final LongSupplier nanoTime;
    private CompletableFuture<Boolean> running = CompletableFuture.completedFuture(false);
    private CompletableFuture<Boolean> last = running;
    private long asked;

    /** @param check throws if questions cannot be answered */
    Readiness(Runnable check, Executor executor) {
        this(check, executor, System::nanoTime);
    }

    Readiness(Runnable check, Executor executor, LongSupplier nanoTime) {
        this.check = check;
        this.executor = executor;
        this.nanoTime = nanoTime;
        this.asked = nanoTime.getAsLong() - FRESH.toNanos();
    }

    synchronized CompletableFuture<Boolean> isReady() {
        long now = nanoTime.getAsLong();
        // Only one check runs at a time, so a hanging one occupies one thread.
        if (running.isDone() && now - asked >= FRESH.toNanos()) {
            asked = now;
            running = start();
            last = running.copy().completeOnTimeout(false, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        }
        return last.copy();
    }

    private CompletableFuture<Boolean> start() {
        try {
            return CompletableFuture.supplyAsync(this::passes, executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(false);
        }
    }

    private boolean passes() {
        try {
            check.run();
            return true;
        } catch (LeadgenException e) {
            LOG.log(Level.WARNING, () -> "not ready: " + e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    () -> "not ready, internal error: " + e.getClass().getName());
            return false;
        }
    }
}
