package io.leadgen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The MCP server as a client starts it: how long until it has listed its tools, and how much memory it holds when it has counted
 * once and waits.
 *
 * <p>Run at the top of the checkout, after {@code bin/leadgen-mcp --version}, which builds it. Arguments: runs to count (default
 * 5), then homes of Javas (default: the one that runs this).
 */
public final class ServerStart {
    private static final int IDLE_SECONDS = 5;
    private static final String LIST = DemoServer.HELLO + """
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """;
    private static final String COUNT = """
            {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"approx_count","arguments":{"catalog":"main",\
            "schema":"leads","table":"customer_360","predicate":"age > %d AND income_level = 'high'"}}}
            """;

    private ServerStart() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ProcessRun.withEachJava(args, 5, ServerStart::measure);
    }

    private static void measure(int runs, Path javaHome, Path folder) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("JAVA_HOME", javaHome.toString(), "LEADGEN_HOME", folder.toString());
        try (DemoServer first = new DemoServer(environment)) {
            first.ask(LIST, 2);
            first.ask(COUNT.formatted(18), 3); // makes the archive and the demo's data
        }
        Durations listed = new Durations();
        Durations counted = new Durations();
        for (int run = 0; run < runs; run++) {
            try (DemoServer server = new DemoServer(environment)) {
                listed.addNanos(server.ask(LIST, 2));
                // Another question each time, so that it is scanned and not remembered.
                counted.addNanos(server.ask(COUNT.formatted(25 + run), 3));
            }
        }
        try (DemoServer server = new DemoServer(environment)) {
            server.ask(LIST, 2);
            server.ask(COUNT.formatted(19), 3);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d runs%n  start to tools/list   %s%n  start to first count  %s%n  idle after a count    %d MiB%n",
                    javaHome,
                    runs,
                    listed,
                    counted,
                    server.residentKiB() / 1024);
        }
    }
}
