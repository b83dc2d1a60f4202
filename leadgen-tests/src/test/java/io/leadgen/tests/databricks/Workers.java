package io.leadgen.tests.databricks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The threads of one emulator: as many as there is work, so that a request that waits holds up no other. */
final class Workers implements AutoCloseable {
    private static final int SECONDS_TO_END = 60;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "databricks-emulator-" + (threads.size() + 1));
        thread.setDaemon(true);
        threads.add(thread);
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
            // The executor has ended when its last thread is about to.
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
