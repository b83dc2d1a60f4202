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
 * Whether questions can be answered at present. The answer is some seconds old at most, and comes at once: whoever asks often causes
 * no work, and a check that hangs counts as a no after a while.
 */
public final class Readiness {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp.http");
    /** How long an answer is good. */
    static final Duration FRESH = Duration.ofSeconds(2);
    /** How long a check may take. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Runnable check;
    private final Executor executor;
    private final LongSupplier nanoTime;
    private CompletableFuture<Boolean> last;
    private long asked;
    private boolean running;

    /**
     * A readiness that begins with the first check.
     *
     * @param check throws if questions cannot be answered
     */
    public Readiness(Runnable check, Executor executor) {
        this(check, executor, System::nanoTime);
    }

    Readiness(Runnable check, Executor executor, LongSupplier nanoTime) {
        this.check = check;
        this.executor = executor;
        this.nanoTime = nanoTime;
        this.asked = nanoTime.getAsLong() - FRESH.toNanos();
        this.last = CompletableFuture.completedFuture(false);
    }

    /** The answer, when it is there. */
    synchronized CompletableFuture<Boolean> isReady() {
        long now = nanoTime.getAsLong();
        if (!running && now - asked >= FRESH.toNanos()) {
            asked = now;
            last = start();
        }
        return last.copy();
    }

    /** No other check starts before this one has ended: one that hangs holds one thread. */
    private CompletableFuture<Boolean> start() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        running = true;
        try {
            executor.execute(() -> {
                boolean passed = passes();
                ended();
                answer.complete(passed);
            });
        } catch (RejectedExecutionException e) {
            running = false;
            answer.complete(false);
        }
        return answer.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void ended() {
        running = false;
    }

    private boolean passes() {
        try {
            check.run();
            return true;
        } catch (LeadgenException e) {
            LOG.log(Level.WARNING, () -> "not ready: " + e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "not ready, by a defect: " + e.getClass().getName());
            return false;
        }
    }
}
