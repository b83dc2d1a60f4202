package io.leadgen.runtime.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.warehouse.Cancellation;
import java.time.Duration;
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
 * Work on an engine: so much at a time, in the order in which it came, each with a deadline.
 *
 * <p>Guarantees: BUSY when the turn does not come in time, TIMEOUT at the deadline, CANCELLED when the caller's cancellation
 * or an interrupt says so; in each case the caller is free at once, however slow the work is to stop, and the work is told to
 * stop. Work that has not stopped yet keeps its turn. Threads are daemons, as many as there are turns, and end when idle.
 */
public final class QueryExecutor implements AutoCloseable {
    private static final Duration THREAD_IDLE = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final QueryLimits limits;
    private final FairPermits turns;
    private final ThreadPoolExecutor workers;
    private final ThreadPoolExecutor stoppers;
    private final Set<Errand<?>> open = ConcurrentHashMap.newKeySet();

    /** @param name of the threads */
    public QueryExecutor(String name, QueryLimits limits) {
        this.limits = limits;
        this.turns = new FairPermits(limits.concurrency());
        this.workers = threads(name, limits.concurrency());
        this.stoppers = threads("leadgen-stop", limits.concurrency());
        // Behind close() everything is stopped already.
        stoppers.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    private static ThreadPoolExecutor threads(String name, int count) {
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
     * Does the work when its turn comes, and waits for it.
     *
     * @param work gets a cancellation of its own, which says so when nobody waits for it any more
     */
    public <T> T pass(Cancellation cancellation, Function<Cancellation, T> work) {
        cancellation.check();
        Errand<T> errand = new Errand<>(work);
        open.add(errand);
        try (Cancellation.Registration registration = cancellation.onCancel(() -> errand.end(cancelled()))) {
            requireNonNull(registration);
            errand.awaitTurn();
            return errand.awaitResult();
        } finally {
            open.remove(errand);
        }
    }

    /** How much work waits for its turn. */
    int waiting() {
        return turns.waiting();
    }

    /** One piece of work on its way through the gate. */
    private final class Errand<T> {
        private final Function<Cancellation, T> work;
        private final Cancellation stop = new Cancellation();
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private final CompletableFuture<Void> turn = turns.take();

        Errand(Function<Cancellation, T> work) {
            this.work = work;
        }

        void awaitTurn() {
            try {
                await(turn, limits.longestWait(), QueryExecutor::busy);
                workers.execute(this::run);
            } catch (RejectedExecutionException e) {
                turns.giveBack(turn);
                throw cancelled();
            } catch (RuntimeException e) {
                turns.giveBack(turn);
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
                turns.giveBack(turn);
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

        /** Frees the caller with this error, if it still waits, and stops the work, if it is being done. */
        void end(LeadgenException error) {
            turn.completeExceptionally(error);
            result.completeExceptionally(error);
            stoppers.execute(stop::cancel);
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
        return LeadgenException.causedBy(ErrorCode.INTERNAL, "The question failed inside leadgen", wrapper);
    }

    private static LeadgenException busy() {
        return LeadgenException.of(ErrorCode.BUSY, "Too many questions are being answered", "ask again in a moment");
    }

    private static LeadgenException timeout() {
        return LeadgenException.of(ErrorCode.TIMEOUT, "The warehouse did not answer in time");
    }

    private static LeadgenException cancelled() {
        return LeadgenException.of(ErrorCode.CANCELLED, "The question was cancelled");
    }

    /** Ends what waits and what runs, and waits a few seconds for that. */
    @Override
    public void close() {
        workers.shutdown();
        open.forEach(errand -> errand.end(cancelled()));
        try {
            boolean ended = workers.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stoppers.shutdown();
    }
}
