package io.leadgen.testkit.databricks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one emulator: as many as there is work, so that a request that waits holds up no other. */
final class Workers implements AutoCloseable {
    private static final int SECONDS_TO_END = 60;

    private final AtomicInteger threads = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "databricks-emulator-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    ExecutorService executor() {
        return executor;
    }

    /** Lets time pass, or what is left of it when the emulator is closed. */
    void pause(Duration time) throws InterruptedException {
        if (!time.isZero()) {
            closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Ends all pauses. */
    void wake() {
        closing.countDown();
    }

    /** Interrupts all work and waits until it has ended. */
    @Override
    public void close() {
        wake();
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the emulator's work does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
