package io.leadgen.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The MCP server as a client starts it: how long until it has listed its tools, and how much memory it holds when it has counted
 * once and waits.
 *
 * <p>Run at the top of the checkout, after {@code bin/leadgen-mcp --version}, which builds it. Arguments: runs to count (default
 * 5), then homes of Javas (default: the one that runs this).
 */
public final class ServerStart {
    private static final int IDLE_SECONDS = 5;
    private static final String HELLO = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"bench","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """;
    private static final String COUNT = """
            {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"approx_count","arguments":{"catalog":"main",\
            "schema":"leads","table":"customer_360","predicate":"age > %d AND income_level = 'high'"}}}
            """;

    private final Path javaHome;
    private final Path leadgenHome;

    private ServerStart(Path javaHome, Path leadgenHome) {
        this.javaHome = javaHome;
        this.leadgenHome = leadgenHome;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        List<Path> homes = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            homes.add(Path.of(args[i]));
        }
        if (homes.isEmpty()) {
            homes.add(Path.of(System.getProperty("java.home")));
        }
        for (Path home : homes) {
            Path folder = Files.createTempDirectory("leadgen-server-start");
            try {
                new ServerStart(home, folder).measure(runs, System.out);
            } finally {
                delete(folder);
            }
        }
    }

    private void measure(int runs, PrintStream out) throws IOException, InterruptedException {
        try (Server first = new Server()) {
            first.ask(HELLO, 2);
            first.ask(COUNT.formatted(18), 3); // makes the archive and the demo's data
        }
        Durations listed = new Durations();
        Durations counted = new Durations();
        for (int run = 0; run < runs; run++) {
            try (Server server = new Server()) {
                listed.addNanos(server.ask(HELLO, 2));
                // Another question each time, so that it is scanned and not remembered.
                counted.addNanos(server.ask(COUNT.formatted(25 + run), 3));
            }
        }
        try (Server server = new Server()) {
            server.ask(HELLO, 2);
            server.ask(COUNT.formatted(19), 3);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            out.printf(
                    Locale.ROOT,
                    "%s, %d runs%n  start to tools/list   %s%n  start to first count  %s%n  idle after a count    %d MiB%n",
                    javaHome,
                    runs,
                    listed,
                    counted,
                    server.residentKiB() / 1024);
        }
    }

    /** One server, and the time since it was started. */
    private final class Server implements AutoCloseable {
        private final long started = System.nanoTime();
        private final Process process;
        private final Writer requests;
        private final BufferedReader answers;

        Server() throws IOException {
            ProcessBuilder builder = new ProcessBuilder("bin/leadgen-mcp", "--demo", "--as", "bench")
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("JAVA_HOME", javaHome.toString());
            builder.environment().put("LEADGEN_HOME", leadgenHome.toString());
            process = builder.start();
            requests = process.outputWriter(UTF_8);
            answers = process.inputReader(UTF_8);
        }

        /** @return nanoseconds from the start of the server to this answer */
        long ask(String messages, int id) throws IOException {
            requests.write(messages);
            requests.flush();
            while (true) {
                String line = answers.readLine();
                if (line == null) {
                    throw new IllegalStateException("the server has ended");
                }
                if (line.contains("\"id\":" + id)) {
                    if (line.contains("\"isError\":true")) {
                        throw new IllegalStateException(line);
                    }
                    return System.nanoTime() - started;
                }
            }
        }

        /** 0 where the system has no /proc. */
        long residentKiB() throws IOException {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            if (!Files.exists(status)) {
                return 0;
            }
            try (Stream<String> lines = Files.lines(status)) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0);
            }
        }

        @Override
        public void close() throws IOException {
            requests.close();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                process.destroy();
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
