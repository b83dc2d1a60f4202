package io.leadgen.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Warm calls of tools over stdio, one after the other: the time from writing a request to having its answer, for the second half of
 * 2,000 calls. Each leaves a line in the audit log, on the disk before the answer.
 *
 * <p>Run at the top of the checkout, after {@code bin/leadgen-mcp --version} and {@code bin/leadgen --demo catalogs}.
 */
public final class ServerCalls {
    private static final int CALLS = 2_000;
    private static final String HELLO = """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"bench","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;
    private static final String CATALOGS = "\"name\":\"list_catalogs\",\"arguments\":{}";
    private static final String CHECK =
            "\"name\":\"check_predicate\",\"arguments\":{\"catalog\":\"main\",\"schema\":\"leads\","
                    + "\"table\":\"customer_360\",\"predicate\":\"age > 25 AND income_level = 'high' AND location = 'NYC'\"}";

    private final Writer requests;
    private final BufferedReader answers;
    private int id;

    private ServerCalls(Process server) {
        requests = server.outputWriter(UTF_8);
        answers = server.inputReader(UTF_8);
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Process server = new ProcessBuilder("bin/leadgen-mcp", "--demo", "--as", "bench")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ServerCalls calls = new ServerCalls(server);
        calls.send(HELLO);
        calls.await(0);
        for (int pass = 0; pass < 2; pass++) {
            calls.measure("list_catalogs", CATALOGS);
            calls.measure("check_predicate", CHECK);
        }
        calls.requests.close();
        server.waitFor();
    }

    private void measure(String name, String call) throws IOException {
        double[] millis = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long begun = System.nanoTime();
            id++;
            send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{" + call + "}}\n");
            await(id);
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

    private void send(String messages) throws IOException {
        requests.write(messages);
        requests.flush();
    }

    private void await(int answered) throws IOException {
        String line;
        do {
            line = answers.readLine();
            if (line == null || line.contains("\"isError\":true")) {
                throw new IllegalStateException("the server has not answered: " + line);
            }
        } while (!line.contains("\"id\":" + answered + ","));
    }
}
