package io.leadgen.runtime.warehouse.databricks;

import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.PEOPLE;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.ask;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.olderThan;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.tests.databricks.Endpoint;
import io.leadgen.tests.databricks.Fault;
import io.leadgen.tests.databricks.SqlFailure;
import io.leadgen.warehouse.Warehouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two hundred questions while all sorts of things go wrong, by one seed. */
@Tag("slow")
class DatabricksChaosTest {
    private static final long SEED = 20_261_124;
    private static final int QUESTIONS = 200;
    private static final Duration DEADLINE = Duration.ofSeconds(4);
    /** Far more than all of them take, so that what ends here hangs. */
    private static final Duration FOR_EVER = Duration.ofMinutes(4);

    private static final EnumSet<ErrorCode> HONEST = EnumSet.of(
            ErrorCode.WAREHOUSE_UNAVAILABLE,
            ErrorCode.TIMEOUT,
            ErrorCode.CANCELLED,
            ErrorCode.BUSY,
            ErrorCode.UNKNOWN_TABLE);

    @Test
    void everyQuestionEndsInAnAnswerOrInAnHonestError() throws Exception {
        Map<String, Integer> ends = new TreeMap<>();
        EmulatedWorkspace workspace = new EmulatedWorkspace();
        Warehouse warehouse = workspace.gated(DEADLINE);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            while (!end(warehouse, 9, 40).equals("answered")) {
                // The first log-in of a process can take longer than the deadline, on a busy machine.
                Thread.onSpinWait();
            }
            workspace
                    .emulator()
                    .faults()
                    .randomly(
                            EnumSet.of(
                                    Endpoint.TOKEN,
                                    Endpoint.OPEN_SESSION,
                                    Endpoint.EXECUTE,
                                    Endpoint.POLL,
                                    Endpoint.CANCEL,
                                    Endpoint.CLOSE_STATEMENT),
                            SEED,
                            0.15,
                            List.of(
                                    Fault.latency(Duration.ofMillis(200)),
                                    Fault.stall(Duration.ofSeconds(2)),
                                    Fault.tooManyRequests(Duration.ofSeconds(1)),
                                    Fault.unavailable(Duration.ofSeconds(1)),
                                    Fault.internalError(),
                                    Fault.reset(),
                                    Fault.truncated(),
                                    Fault.revokedTokens()));
            Random random = new Random(SEED);
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < QUESTIONS; i++) {
                int age = random.nextInt(50);
                int kind = random.nextInt(10);
                if (i % 20 == 10) {
                    workspace.emulator().dropSessions();
                } else if (i % 20 == 0) {
                    workspace
                            .emulator()
                            .faults()
                            .next(
                                    Endpoint.EXECUTE,
                                    Fault.failedStatement(SqlFailure.of("DIVIDE_BY_ZERO", "22012", "x")),
                                    Fault.slowStatement(Duration.ofSeconds(20)),
                                    Fault.warehouseStarting(Duration.ofMillis(300)));
                }
                asked.add(callers.submit(() -> end(warehouse, kind, age)));
            }
            for (Future<String> one : asked) {
                ends.merge(one.get(FOR_EVER.toSeconds(), TimeUnit.SECONDS), 1, Integer::sum);
            }
            workspace.emulator().faults().clear();
            assertThat(ask(warehouse, olderThan(40))).isEqualTo(10);
        } finally {
            callers.shutdownNow();
            warehouse.close();
        }
        System.out.println("200 questions under faults: " + ends);
        assertThat(ends.keySet()).allMatch(end -> end.equals("answered") || HONEST.contains(ErrorCode.valueOf(end)));
        // How many depends on the machine; that faults do not end the service does not.
        assertThat(ends.get("answered")).isGreaterThan(QUESTIONS / 5);
        assertThat(workspace.emulator().journal().tripwires()).isEmpty();
        assertThat(workspace.emulator().journal().refusedTargets()).isEmpty();
        workspace.close();
        assertNoThreadIsLeft();
    }

    private static String end(Warehouse warehouse, int kind, int age) {
        try {
            if (kind == 0) {
                warehouse.refresh();
                assertThat(warehouse.describe(PEOPLE).orElseThrow().columns()).hasSize(6);
            } else if (kind == 1) {
                assertThat(warehouse.tables("main", "leads")).containsExactly(PEOPLE);
            } else if (kind == 2) {
                Cancellation cancellation = new Cancellation();
                Thread later = new Thread(cancellation::cancel);
                later.start();
                warehouse.aggregate(olderThan(age), cancellation);
            } else {
                assertThat(ask(warehouse, olderThan(age))).isEqualTo(50 - age);
            }
            return "answered";
        } catch (LeadgenException e) {
            return e.code().name();
        }
    }

    /** Idle threads of ours end by themselves; the driver keeps a few for all connections that ever were. */
    private static void assertNoThreadIsLeft() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        List<String> left = ours();
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
            left = ours();
        }
        assertThat(left).isEmpty();
    }

    private static List<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("leadgen-"))
                .sorted()
                .toList();
    }
}
