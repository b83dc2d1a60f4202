package io.leadgen.runtime.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs tasks with limited concurrency, in order of arrival, each with a deadline.
 *
 * <p>Guarantees: BUSY after the time in the queue, TIMEOUT after the deadline, CANCELLED after a cancellation or an interrupt. In
 * each case the caller returns at once, however slowly the task stops, and the task is cancelled. A task that is still running
 * keeps its permit. There are as many daemon threads as permits; idle threads end.
 */
public final class QueryExecutor implements AutoCloseable {
    private static final Duration THREAD_IDLE = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final QueryLimits limits;
    private final FairPermits permits;
    private final ThreadPoolExecutor workers;
    private final ThreadPoolExecutor cancellers;
    private final Set<Task<?>> open = ConcurrentHashMap.newKeySet();

    /** @param name the name of the threads */
    public QueryExecutor(String name, QueryLimits limits) {
        this.limits = limits;
        this.permits = new FairPermits(limits.concurrency());
        this.workers = threads(name, limits.concurrency());
        this.cancellers = threads("leadgen-stop", limits.concurrency());
        // After close() everything is cancelled already.
        cancellers.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Daemon threads, which end when they are idle. */
    public static ThreadPoolExecutor threads(String name, int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count, count, THREAD_IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Runs a task and waits for its result.
     *
     * @param work gets its own cancellation, which is triggered when no caller waits for the result any more
     * @throws LeadgenException BUSY, TIMEOUT, CANCELLED, that of the task, or INTERNAL for any other exception of the task
     */
    public <T> T execute(Cancellation cancellation, Function<Cancellation, T> work) {
        cancellation.check();
        Task<T> task = new Task<>(work);
        open.add(task);
        try (Cancellation.Registration registration = cancellation.onCancel(() -> task.end(cancelled()))) {
            requireNonNull(registration);
            task.awaitPermit();
            return task.awaitResult();
        } finally {
            open.remove(task);
        }
    }

    int waiting() {
        return permits.waiting();
    }

    /** One task, from its arrival to its result. */
    private final class Task<T> {
        private final Function<Cancellation, T> work;
        private final Cancellation stop = new Cancellation();
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private final CompletableFuture<Void> permit = permits.acquire();

        Task(Function<Cancellation, T> work) {
            this.work = work;
        }

        void awaitPermit() {
            try {
                await(permit, limits.longestWait(), QueryExecutor::busy);
                workers.execute(this::run);
            } catch (RejectedExecutionException e) {
                permits.release(permit);
                throw cancelled();
            } catch (RuntimeException e) {
                permits.release(permit);
                throw e;
            }
        }

        private void run() {
            try {
                stop.check();
                result.complete(work.apply(stop));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            } finally {
                permits.release(permit);
            }
        }

        T awaitResult() {
            return await(result, limits.deadline(), QueryExecutor::timeout);
        }

        private <R> R await(CompletableFuture<R> future, Duration limit, Supplier<LeadgenException> late) {
            try {
                return limit.isNegative() ? future.get() : future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw ended(late.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ended(cancelled());
            } catch (ExecutionException e) {
                throw failure(e);
            }
        }

        private LeadgenException ended(LeadgenException error) {
            end(error);
            return error;
        }

        /** Fails the caller with this error if it still waits, and cancels the task if it is running. */
        void end(LeadgenException error) {
            permit.completeExceptionally(error);
            result.completeExceptionally(error);
            cancellers.execute(stop::cancel);
        }
    }

    private static RuntimeException failure(ExecutionException wrapper) {
        Throwable cause = wrapper.getCause();
        if (cause instanceof LeadgenException known) {
            return known;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return LeadgenException.causedBy(ErrorCode.INTERNAL, "Internal error", wrapper);
    }

    private static LeadgenException busy() {
        return LeadgenException.of(ErrorCode.BUSY, "Too many questions are running", "try again in a moment");
    }

    private static LeadgenException timeout() {
        return LeadgenException.of(ErrorCode.TIMEOUT, "The warehouse did not answer in time");
    }

    private static LeadgenException cancelled() {
        return LeadgenException.of(ErrorCode.CANCELLED, "The question was cancelled");
    }

    /** Cancels all tasks and waits up to 5 seconds for them. */
    @Override
    public void close() {
        workers.shutdown();
        open.forEach(task -> task.end(cancelled()));
        try {
            boolean ended = workers.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cancellers.shutdown();
    }

    /** A fair semaphore. A waiting caller can leave the queue: complete its future exceptionally, then release it. */
    private static final class FairPermits {
        private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
        private int free;

        FairPermits(int count) {
            this.free = count;
        }

        /** A permit: the future completes when it is granted. Every permit must be {@link #release released}. */
        synchronized CompletableFuture<Void> acquire() {
            CompletableFuture<Void> permit = new CompletableFuture<>();
            if (free > 0) {
                free--;
                permit.complete(null);
            } else {
                waiting.add(permit);
            }
            return permit;
        }

        /** Returns a permit, or leaves the queue. */
        synchronized void release(CompletableFuture<Void> permit) {
            if (waiting.removeIf(other -> other == permit)) {
                return;
            }
            CompletableFuture<Void> next = waiting.poll();
            // A caller that leaves while it is granted a permit releases it later.
            if (next == null) {
                free++;
            } else {
                next.complete(null);
            }
        }

        synchronized int waiting() {
            return waiting.size();
        }
    }
}
