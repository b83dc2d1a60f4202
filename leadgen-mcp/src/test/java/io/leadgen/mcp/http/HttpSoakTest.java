package io.leadgen.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Many calls, one after the other and side by side: none fails, and neither threads nor sessions grow. A few by default; the figures of
 * the profile {@code soak} are 10,000 in sequence, and 64 callers for 60 seconds.
 */
@Isolated // it counts the threads of the whole process
class HttpSoakTest {
    private static final int SEQUENTIAL = Integer.getInteger("leadgen.soak.sequential", 500);
    private static final int CALLERS = Integer.getInteger("leadgen.soak.callers", 8);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("leadgen.soak.seconds", 2));
    /** What the virtual machine and the client start by themselves while it runs. */
    private static final int SOME_THREADS = 8;

    @Test
    void one_after_the_other() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();
            warm(client);
            double threads = server.metric("leadgen_threads");
            double[] millis = new double[SEQUENTIAL];
            for (int i = 0; i < SEQUENTIAL; i++) {
                long start = System.nanoTime();
                check(client.tool("list_catalogs").toString());
                millis[i] = (System.nanoTime() - start) / 1e6;
            }

            report("sequential, sessions", millis);
            assertThat(server.metric("leadgen_http_sessions")).isOne();
            assertThat(server.metric("leadgen_threads")).isLessThanOrEqualTo(threads + SOME_THREADS);
            assertThat(server.running().size()).isZero();
        }
    }

    @Test
    void side_by_side() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            warm(server.client().greet());
            long end = System.nanoTime() + TIME.toNanos();
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            List<Future<Integer>> done = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                boolean stateless = i % 2 == 0;
                done.add(callers.submit(() -> stateless ? modern(server, end) : sessions(server, end)));
            }
            Thread.sleep(TIME.toMillis() / 2);
            double threads = server.metric("leadgen_threads");
            int calls = 0;
            for (Future<Integer> each : done) {
                calls += each.get();
            }
            callers.shutdown();

            assertThat(calls).isGreaterThan(CALLERS * 5);
            assertThat(server.metric("leadgen_threads")).isLessThanOrEqualTo(threads + SOME_THREADS);
            assertThat(server.metric("leadgen_http_sessions")).isLessThanOrEqualTo(CALLERS + 1);
            assertThat(server.metric("leadgen_http_running")).isZero();
            assertThat(server.running().size()).isZero();
            System.err.printf(
                    Locale.ROOT, "%d callers, %d s: %d calls, no failure%n", CALLERS, TIME.toSeconds(), calls);
        }
    }

    /** A session for every 50 calls, ended as it should be. */
    private static int sessions(TestServer server, long end) throws Exception {
        int calls = 0;
        while (System.nanoTime() < end) {
            Client client = server.client().greet();
            for (int i = 0; i < 50 && System.nanoTime() < end; i++, calls++) {
                check(client.tool("list_catalogs").toString());
            }
            client.send("DELETE");
        }
        return calls;
    }

    private static int modern(TestServer server, long end) throws Exception {
        Client client = server.client();
        int calls = 0;
        for (; System.nanoTime() < end; calls++) {
            check(client.modern("tools/call", "list_catalogs", Map.of("name", "list_catalogs"))
                    .toString());
        }
        return calls;
    }

    private static void check(String answer) {
        assertThat(answer).contains("\"catalogs\":[\"main\"]", "\"isError\":false");
    }

    private static void warm(Client client) throws Exception {
        for (int i = 0; i < 100; i++) {
            client.tool("list_catalogs");
        }
    }

    /** Of the second half, when the compiler has done its work; told, not judged. */
    private static void report(String what, double[] millis) {
        double[] late = Arrays.copyOfRange(millis, millis.length / 2, millis.length);
        Arrays.sort(late);
        System.err.printf(
                Locale.ROOT,
                "%s: %d calls, p50 %.2f ms, p90 %.2f ms, p99 %.2f ms%n",
                what,
                millis.length,
                late[late.length / 2],
                late[late.length * 9 / 10],
                late[late.length * 99 / 100]);
    }
}
