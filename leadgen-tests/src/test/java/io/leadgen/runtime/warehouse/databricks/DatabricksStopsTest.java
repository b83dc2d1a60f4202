package io.leadgen.runtime.warehouse.databricks;

import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.PEOPLE;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.ask;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.olderThan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.tests.databricks.Endpoint;
import io.leadgen.tests.databricks.Fault;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How callers get away from a warehouse that does not answer. What is asserted is who ends first; how fast, is printed. */
class DatabricksStopsTest {
    private static final Duration QUERY = Duration.ofSeconds(30);
    /** Far below the time of the query, and far above what it takes on the slowest machine. */
    private static final Duration BOUND = Duration.ofSeconds(25);

    private final EmulatedWorkspace workspace = new EmulatedWorkspace();

    @AfterEach
    void stop() {
        workspace.close();
    }

    @Test
    void theDeadlineFreesTheCallerAndStopsTheStatement() {
        try (Warehouse warehouse = workspace.gated(Duration.ofSeconds(2))) {
            patiently(warehouse, olderThan(1));
            workspace.emulator().faults().next(Endpoint.EXECUTE, Fault.slowStatement(QUERY));
            Duration took = time(() -> assertCode(ErrorCode.TIMEOUT, () -> ask(warehouse, olderThan(2))));
            assertThat(took).isBetween(Duration.ofMillis(1_990), BOUND);
            report("2 s deadline, 30 s query: free after", took);
            awaitCancelled();
            assertThat(patiently(warehouse, olderThan(3))).isEqualTo(47);
        }
        assertNothingIsLeft();
    }

    @Test
    void aCancellationFreesTheCallerAndStopsTheStatement() throws Exception {
        try (Warehouse warehouse = workspace.gated(QUERY)) {
            patiently(warehouse, olderThan(1));
            workspace.emulator().faults().next(Endpoint.EXECUTE, Fault.slowStatement(QUERY));
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Long> ended = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                assertCode(ErrorCode.CANCELLED, () -> warehouse.aggregate(olderThan(2), cancellation));
                ended.complete(System.nanoTime());
            });
            caller.start();
            await(() -> workspace.emulator().journal().runningStatements() == 1);
            long cancelled = System.nanoTime();
            cancellation.cancel();
            Duration took = Duration.ofNanos(ended.get(BOUND.toSeconds(), TimeUnit.SECONDS) - cancelled);
            report("cancelled from another thread: free after", took);
            awaitCancelled();
        }
        assertNothingIsLeft();
    }

    @Test
    void aStalledPostHoldsNobody() {
        stalls(Endpoint.EXECUTE);
    }

    @Test
    void aStalledPollHoldsNobody() {
        stalls(Endpoint.POLL);
    }

    private void stalls(Endpoint endpoint) {
        try (Warehouse warehouse = workspace.gated(Duration.ofSeconds(1))) {
            patiently(warehouse, olderThan(1));
            if (endpoint == Endpoint.POLL) {
                workspace.emulator().faults().next(Endpoint.EXECUTE, Fault.slowStatement(QUERY));
            }
            workspace.emulator().faults().next(endpoint, Fault.stall(Duration.ofSeconds(3)));
            Duration took = time(() -> assertCode(ErrorCode.TIMEOUT, () -> ask(warehouse, olderThan(2))));
            assertThat(took).isLessThan(BOUND);
            report("1 s deadline, stalled " + endpoint + ": free after", took);
            assertThat(patiently(warehouse, olderThan(3))).isEqualTo(47);
        }
    }

    @Test
    void metadataHasADeadlineAndACancellationToo() throws Exception {
        try (Warehouse warehouse = workspace.gated(Duration.ofSeconds(1))) {
            patiently(warehouse, olderThan(1));
            workspace.emulator().faults().always(Endpoint.EXECUTE, Fault.slowStatement(QUERY));
            assertCode(ErrorCode.TIMEOUT, () -> warehouse.describe(PEOPLE));
            Cancellation cancellation = new Cancellation();
            int running = workspace.requests(Endpoint.EXECUTE);
            CompletableFuture<Void> listing = CompletableFuture.runAsync(() -> assertCode(
                    ErrorCode.CANCELLED,
                    () -> warehouse.onBehalfOf("somebody", cancellation).tables("main", "leads")));
            await(() -> workspace.requests(Endpoint.EXECUTE) > running);
            cancellation.cancel();
            listing.get(BOUND.toSeconds(), TimeUnit.SECONDS);
            await(() -> workspace.emulator().journal().runningStatements() == 0);
        }
        assertNothingIsLeft();
    }

    @Test
    void aStalledLogInHoldsNobody() {
        workspace.emulator().faults().next(Endpoint.OPEN_SESSION, Fault.stall(Duration.ofSeconds(3)));
        try (Warehouse warehouse = workspace.gated(Duration.ofSeconds(1))) {
            assertCode(ErrorCode.TIMEOUT, () -> ask(warehouse, olderThan(2)));
        }
    }

    @Test
    void noMoreStatementsRunThanTheLimitSays() throws Exception {
        QueryLimits two = QueryLimits.ofSeconds(2, 60, 60);
        try (Warehouse warehouse =
                new BoundedWarehouse(DatabricksWarehouse.of(workspace.config(), workspace.oauth(), two), two)) {
            patiently(warehouse, olderThan(1));
            workspace.emulator().faults().always(Endpoint.EXECUTE, Fault.slowStatement(Duration.ofMillis(200)));
            List<CompletableFuture<Long>> answers = new ArrayList<>();
            ExecutorService callers = Executors.newFixedThreadPool(8);
            for (int age = 10; age < 18; age++) {
                int asked = age;
                answers.add(CompletableFuture.supplyAsync(() -> ask(warehouse, olderThan(asked)), callers));
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
            int most = 0;
            while (!all.isDone()) {
                most = Math.max(most, workspace.emulator().journal().runningStatements());
            }
            all.get();
            callers.shutdown();
            assertThat(most).isEqualTo(2);
        }
    }

    /** However long it takes on a busy machine, of which the deadlines here know nothing: asks until there is an answer. */
    private static long patiently(Warehouse warehouse, AggregateQuery query) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (true) {
            try {
                return ask(warehouse, query);
            } catch (LeadgenException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private void awaitCancelled() {
        await(() -> workspace.emulator().journal().runningStatements() == 0);
        assertThat(workspace.emulator().journal().cancels()).isNotEmpty();
    }

    private void assertNothingIsLeft() {
        assertThat(workspace.emulator().journal().openSessions()).isZero();
        assertThat(workspace.emulator().journal().openStatements()).isZero();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void report(String what, Duration took) {
        System.out.println(what + " " + took.toMillis() + " ms");
    }

    private static void assertCode(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
