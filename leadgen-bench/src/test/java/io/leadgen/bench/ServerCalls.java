package io.leadgen.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Warm calls of tools over stdio, one after the other: the time from writing a request to having its answer, for the second half of
 * 2,000 calls. Each leaves a line in the audit log, on the disk before the answer.
 *
 * <p>Run at the top of the checkout, after {@code bin/leadgen-mcp --version} and {@code bin/leadgen --demo catalogs}.
 */
public final class ServerCalls {
    private static final int CALLS = 2_000;
    private static final String CATALOGS = "\"name\":\"list_catalogs\",\"arguments\":{}";
    private static final String CHECK =
            "\"name\":\"check_predicate\",\"arguments\":{\"catalog\":\"main\",\"schema\":\"leads\","
                    + "\"table\":\"customer_360\",\"predicate\":\"age > 25 AND income_level = 'high' AND location = 'NYC'\"}";

    private final DemoServer server;
    private int id;

    private ServerCalls(DemoServer server) {
        this.server = server;
    }

    public static void main(String[] args) throws IOException {
        try (DemoServer server = new DemoServer(Map.of())) {
            ServerCalls calls = new ServerCalls(server);
            server.ask(DemoServer.HELLO, 0);
            for (int pass = 0; pass < 2; pass++) {
                calls.measure("list_catalogs", CATALOGS);
                calls.measure("check_predicate", CHECK);
            }
        }
    }

    private void measure(String name, String call) throws IOException {
        double[] millis = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long begun = System.nanoTime();
            id++;
            server.ask(
                    "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{" + call + "}}\n",
                    id);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        double[] late = Arrays.copyOfRange(millis, CALLS / 2, CALLS);
        Arrays.sort(late);
        System.out.printf(
                Locale.ROOT,
                "%-16s p50 %.2f  p99 %.2f ms%n",
                name,
                late[late.length / 2],
                late[late.length * 99 / 100]);
    }
}
