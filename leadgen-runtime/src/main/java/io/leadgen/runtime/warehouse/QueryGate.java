package io.leadgen.runtime.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Aggregate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Warehouse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A gate in front of a warehouse: a number of aggregates at a time, in the order in which they came, each with a deadline.
 *
 * <p>Guarantees: BUSY when the turn does not come in time, TIMEOUT at the deadline, CANCELLED when the caller's cancellation
 * or an interrupt says so; in each case the caller is free at once, however slow the engine is to stop, and the statement is
 * cancelled. A statement that has not stopped yet keeps its turn, so that the engine never has more to do than the limit
 * says. No trust in a driver's time-outs. Not guaranteed: a deadline for metadata, which passes ungated.
 */
public final class QueryGate implements Warehouse {
    private static final Duration THREAD_IDLE = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Warehouse warehouse;
    private final QueryLimits limits;
    private final Turns turns;
    private final ThreadPoolExecutor workers;
    private final ThreadPoolExecutor stoppers;
    private final Set<Question> open = ConcurrentHashMap.newKeySet();

    public QueryGate(Warehouse warehouse, QueryLimits limits) {
        this.warehouse = requireNonNull(warehouse, "warehouse");
        this.limits = limits;
        this.turns = new Turns(limits.concurrency());
        this.workers = threads("leadgen-query", limits.concurrency());
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

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        cancellation.check();
        Question question = new Question(query);
        open.add(question);
        try (Cancellation.Registration registration = cancellation.onCancel(() -> question.end(cancelled()))) {
            requireNonNull(registration);
            question.awaitTurn();
            return question.awaitResult();
        } finally {
            open.remove(question);
        }
    }

    /** One aggregate on its way through the gate. */
    private final class Question {
        private final AggregateQuery query;
        private final Cancellation statement = new Cancellation();
        private final CompletableFuture<Aggregate> result = new CompletableFuture<>();
        private final CompletableFuture<Void> turn = turns.take();

        Question(AggregateQuery query) {
            this.query = query;
        }

        void awaitTurn() {
            try {
                await(turn, limits.longestWait(), QueryGate::busy);
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
                statement.check();
                result.complete(warehouse.aggregate(query, statement));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            } finally {
                turns.giveBack(turn);
            }
        }

        Aggregate awaitResult() {
            return await(result, limits.deadline(), QueryGate::timeout);
        }

        private <T> T await(CompletableFuture<T> future, Duration limit, Supplier<LeadgenException> late) {
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

        /** Frees the caller with this error, if it still waits, and stops the statement, if it runs. */
        void end(LeadgenException error) {
            turn.completeExceptionally(error);
            result.completeExceptionally(error);
            stoppers.execute(statement::cancel);
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

    /** How many questions wait for their turn. */
    int waiting() {
        return turns.waiting();
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

    @Override
    public List<String> catalogs() {
        return warehouse.catalogs();
    }

    @Override
    public List<String> schemas(String catalog) {
        return warehouse.schemas(catalog);
    }

    @Override
    public List<TableName> tables(String catalog, String schema) {
        return warehouse.tables(catalog, schema);
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return warehouse.describe(table);
    }

    @Override
    public String explain(AggregateQuery query) {
        return warehouse.explain(query);
    }

    /** Cancels what waits and what runs, waits a few seconds for that, and closes the warehouse. */
    @Override
    public void close() {
        workers.shutdown();
        open.forEach(question -> question.end(cancelled()));
        try {
            boolean ended = workers.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stoppers.shutdown();
        warehouse.close();
    }
}
