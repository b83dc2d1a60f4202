package io.leadgen.runtime.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.Aggregate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BoundedWarehouseTest {
    private static final Duration NONE = Duration.ofSeconds(-1);
    private static final AggregateQuery QUERY = new AggregateQuery(
            TableName.parse("main.lab.t"),
            new PrivacyUnit.Row(null),
            Constant.TRUE,
            new Cells.Whole(),
            List.of(new Measure.Units()));

    private final SlowWarehouse warehouse = new SlowWarehouse();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stopCallers() {
        callers.shutdownNow();
    }

    @Test
    void passesAnswersAndErrors() {
        try (BoundedWarehouse gate = gate(1, NONE, NONE)) {
            warehouse.finish.release();
            assertThat(gate.aggregate(QUERY, new Cancellation())).isSameAs(SlowWarehouse.ANSWER);
            warehouse.failure = LeadgenException.of(ErrorCode.WAREHOUSE_UNAVAILABLE, "down");
            warehouse.finish.release();
            assertCode(ErrorCode.WAREHOUSE_UNAVAILABLE, () -> gate.aggregate(QUERY, new Cancellation()));
            warehouse.failure = new IllegalStateException("a defect");
            warehouse.finish.release();
            assertCode(ErrorCode.INTERNAL, () -> gate.aggregate(QUERY, new Cancellation()));
        }
        assertThat(warehouse.closed).isTrue();
    }

    @Test
    void isBusyWhenTheTurnDoesNotCome() throws Exception {
        try (BoundedWarehouse gate = gate(1, Duration.ofMillis(30), NONE)) {
            Future<Aggregate> first = ask(gate, new Cancellation());
            warehouse.awaitRunning(1);
            assertCode(ErrorCode.BUSY, () -> gate.aggregate(QUERY, new Cancellation()));
            assertThat(warehouse.started).hasValue(1);
            warehouse.finish.release();
            assertThat(first.get()).isSameAs(SlowWarehouse.ANSWER);
            warehouse.finish.release();
            assertThat(gate.aggregate(QUERY, new Cancellation())).isSameAs(SlowWarehouse.ANSWER);
        }
    }

    @Test
    void neverRunsMoreThanItMay() throws Exception {
        try (BoundedWarehouse gate = gate(3, NONE, NONE)) {
            warehouse.finish.release(200);
            List<Future<Aggregate>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(ask(gate, new Cancellation()));
            }
            for (Future<Aggregate> one : all) {
                assertThat(one.get()).isSameAs(SlowWarehouse.ANSWER);
            }
            assertThat(warehouse.most).hasValueLessThanOrEqualTo(3);
        }
    }

    @Test
    void servesInTheOrderOfArrival() throws Exception {
        try (BoundedWarehouse gate = gate(1, NONE, NONE)) {
            List<Integer> order = Collections.synchronizedList(new ArrayList<>());
            List<Future<?>> all = new ArrayList<>();
            all.add(ask(gate, new Cancellation()));
            warehouse.awaitRunning(1);
            for (int i = 0; i < 5; i++) {
                int number = i;
                all.add(callers.submit(() -> {
                    gate.aggregate(QUERY, new Cancellation());
                    order.add(number);
                }));
                warehouse.awaitWaiting(gate, i + 1);
            }
            for (Future<?> one : all) {
                warehouse.finish.release();
                one.get();
            }
            assertThat(order).containsExactly(0, 1, 2, 3, 4);
        }
    }

    @Test
    void freesTheCallerAtTheDeadlineAndStopsTheStatement() {
        try (BoundedWarehouse gate = gate(1, NONE, Duration.ofMillis(40))) {
            long start = System.nanoTime();
            assertCode(ErrorCode.TIMEOUT, () -> gate.aggregate(QUERY, new Cancellation()));
            assertThat(elapsedMillis(start)).isBetween(35L, 5_000L);
            warehouse.awaitRunning(0);
            assertThat(warehouse.stopped).hasValue(1);
        }
    }

    @Test
    void keepsTheTurnOfAStatementThatDoesNotStop() {
        warehouse.deaf = true;
        try (BoundedWarehouse gate = gate(1, Duration.ofMillis(30), Duration.ofMillis(40))) {
            assertCode(ErrorCode.TIMEOUT, () -> gate.aggregate(QUERY, new Cancellation()));
            assertCode(ErrorCode.BUSY, () -> gate.aggregate(QUERY, new Cancellation()));
            assertThat(warehouse.most).hasValue(1);
            warehouse.deaf = false;
            warehouse.finish.release(2);
            warehouse.awaitRunning(0);
            assertThat(gate.aggregate(QUERY, new Cancellation())).isSameAs(SlowWarehouse.ANSWER);
        }
    }

    @Test
    void cancelsWhatRunsAndWhatWaits() throws Exception {
        try (BoundedWarehouse gate = gate(1, NONE, NONE)) {
            Cancellation running = new Cancellation();
            Cancellation waiting = new Cancellation();
            Future<Aggregate> first = ask(gate, running);
            warehouse.awaitRunning(1);
            Future<Aggregate> second = ask(gate, waiting);
            warehouse.awaitWaiting(gate, 1);
            waiting.cancel();
            assertCode(ErrorCode.CANCELLED, () -> result(second));
            running.cancel();
            assertCode(ErrorCode.CANCELLED, () -> result(first));
            warehouse.awaitRunning(0);
            assertThat(warehouse.started).hasValue(1);
            assertThat(warehouse.stopped).hasValue(1);
            assertCode(ErrorCode.CANCELLED, () -> gate.aggregate(QUERY, running));
        }
    }

    @Test
    void takesAnInterruptForACancellation() throws Exception {
        try (BoundedWarehouse gate = gate(1, NONE, NONE)) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread caller = new Thread(() -> {
                assertCode(ErrorCode.CANCELLED, () -> gate.aggregate(QUERY, new Cancellation()));
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                ended.countDown();
            });
            caller.start();
            warehouse.awaitRunning(1);
            caller.interrupt();
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            warehouse.awaitRunning(0);
        }
    }

    @Test
    void losesNoTurn() throws Exception {
        try (BoundedWarehouse gate = gate(2, Duration.ofMillis(1), Duration.ofMillis(2))) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                Cancellation cancellation = new Cancellation();
                all.add(callers.submit(() -> gate.aggregate(QUERY, cancellation)));
                if (i % 3 == 0) {
                    cancellation.cancel();
                } else if (i % 3 == 1) {
                    warehouse.finish.release();
                }
            }
            for (Future<?> one : all) {
                assertThatThrownBy(() -> {
                            one.get();
                            throw new IllegalStateException("answered");
                        })
                        .isInstanceOf(Exception.class);
            }
            warehouse.awaitRunning(0);
        }
        assertThat(warehouse.most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void closesWithoutLeavingAThread() throws Exception {
        BoundedWarehouse gate = gate(1, NONE, NONE);
        Future<Aggregate> running = ask(gate, new Cancellation());
        warehouse.awaitRunning(1);
        Future<Aggregate> waiting = ask(gate, new Cancellation());
        warehouse.awaitWaiting(gate, 1);
        gate.close();
        assertCode(ErrorCode.CANCELLED, () -> result(running));
        assertCode(ErrorCode.CANCELLED, () -> result(waiting));
        assertCode(ErrorCode.CANCELLED, () -> gate.aggregate(QUERY, new Cancellation()));
        warehouse.awaitRunning(0);
        assertThat(warehouse.closed).isTrue();
    }

    private BoundedWarehouse gate(int concurrency, Duration wait, Duration deadline) {
        return new BoundedWarehouse(warehouse, new QueryLimits(concurrency, wait, deadline));
    }

    private Future<Aggregate> ask(BoundedWarehouse gate, Cancellation cancellation) {
        return callers.submit(() -> gate.aggregate(QUERY, cancellation));
    }

    private static Aggregate result(Future<Aggregate> future) throws Throwable {
        try {
            return future.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause();
        }
    }

    private static void assertCode(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static long elapsedMillis(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** Runs until it is told to finish, or cancelled if it is not deaf. */
    private static final class SlowWarehouse implements Warehouse {
        static final Aggregate ANSWER = Aggregate.seal(new BigInteger[][] {{BigInteger.ONE}});

        final Semaphore finish = new Semaphore(0);
        final AtomicInteger started = new AtomicInteger();
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final AtomicInteger stopped = new AtomicInteger();
        volatile RuntimeException failure;
        volatile boolean deaf;
        volatile boolean closed;

        @Override
        public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
            started.incrementAndGet();
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                while (!finish.tryAcquire(1, TimeUnit.MILLISECONDS)) {
                    if (!deaf && cancellation.isCancelled()) {
                        stopped.incrementAndGet();
                        cancellation.check();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                running.decrementAndGet();
            }
            if (failure != null) {
                throw failure;
            }
            return ANSWER;
        }

        void awaitRunning(int count) {
            while (running.get() != count) {
                Thread.onSpinWait();
            }
        }

        void awaitWaiting(BoundedWarehouse gate, int count) {
            while (gate.waiting() != count) {
                Thread.onSpinWait();
            }
        }

        @Override
        public List<String> catalogs() {
            return List.of();
        }

        @Override
        public List<String> schemas(String catalog) {
            return List.of();
        }

        @Override
        public List<TableName> tables(String catalog, String schema) {
            return List.of();
        }

        @Override
        public Optional<TableSchema> describe(TableName table) {
            return Optional.empty();
        }

        @Override
        public String explain(AggregateQuery query) {
            return "";
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
