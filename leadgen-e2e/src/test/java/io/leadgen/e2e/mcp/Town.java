package io.leadgen.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Eight thousand people in a file, a table that no question about it ever gets to the end of, and {@code bin/leadgen-mcp} over both, as
 * a user starts it, with a ledger and an audit log of their own.
 */
record Town(Path folder) {
    private static final String LAUNCHER =
            Checkout.ROOT.resolve("bin/leadgen-mcp").toString();
    /** One for all towns: in it is the archive of classes, which takes some seconds to make. */
    private static final Path HOME = Checkout.ROOT.resolve("leadgen-e2e/target/mcp-home");

    private static final int PEOPLE = 8_000;
    private static final Pattern LISTENING = Pattern.compile("listening at (\\S+)");
    private static final int SECONDS_TO_START = 120;
    private static final int SECONDS_TO_STOP = 30;

    /**
     * A town in a folder.
     *
     * @param more lines of the configuration
     */
    static Town in(Path folder, String... more) throws IOException, SQLException {
        assumeTrue(Files.exists(Checkout.APP.resolve("built")), "the application is made by the phase package");
        StringBuilder rows = new StringBuilder("id,age,email,level,income,par_month\n");
        List<String> levels = List.of("low", "medium", "high");
        for (int i = 0; i < PEOPLE; i++) {
            rows.append("p").append(i).append(',').append(18 + i % 60);
            rows.append(",p").append(i).append("@example.com,").append(levels.get(i % 7 % 3));
            rows.append(',')
                    .append(1_000 + i * 37 % 9_000)
                    .append(',')
                    .append(202_509 + i % 2)
                    .append('\n');
        }
        Files.writeString(folder.resolve("people.csv"), rows);
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("endless.duckdb"));
                Statement statement = database.createStatement()) {
            statement.execute("CREATE VIEW endless AS SELECT CAST((a.range + b.range) % 80 AS INTEGER) AS age"
                    + " FROM range(3000000) a, range(3000000) b");
        }
        Files.writeString(
                folder.resolve("config.yml"), """
                warehouse:
                  embedded:
                    tables:
                      main.leads.people: people.csv
                      main.leads.endless: endless.duckdb
                scopes: {catalogs: {main: {schemas: [leads]}}}
                privacy:
                  ledger: jdbc:sqlite:%s
                  tables:
                    main.leads.people:
                      unit: id
                      rows_are_people: true
                      partition: {column: par_month, required: true}
                      columns:
                        email: {role: identifier}
                        income: {bounds: [0, 10000]}
                        level: {values: [low, medium, high]}
                    main.leads.endless: {rows_are_people: true}
                audit: {path: audit.jsonl}
                %s
                """.formatted(folder.resolve("ledger.db"), String.join("\n", more)));
        Town town = new Town(folder);
        town.warmUp();
        return town;
    }

    /** Before anybody is in a hurry: the archive of classes is made by the first start. */
    private void warmUp() throws IOException {
        Files.createDirectories(HOME);
        try {
            Process process = builder("--version")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("version").toFile())
                    .start();
            process.getOutputStream().close();
            assertThat(process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> arguments(String... words) {
        List<String> arguments =
                new ArrayList<>(List.of("--config", folder.resolve("config.yml").toString()));
        arguments.addAll(List.of(words));
        return arguments;
    }

    private static Map<String, String> environment() {
        return Map.of("LEADGEN_HOME", HOME.toString(), "JAVA_HOME", System.getProperty("java.home"), "LANG", "C.UTF-8");
    }

    private ProcessBuilder builder(String... words) {
        List<String> line = new ArrayList<>(List.of(LAUNCHER));
        line.addAll(arguments(words));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LEADGEN_") || name.startsWith("LC_"));
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // the JVM says on stderr that it has seen it
        builder.environment().putAll(environment());
        return builder;
    }

    /** The server over stdio, as one line of a client's configuration. */
    List<String> line(String principal) {
        List<String> line = new ArrayList<>(List.of(LAUNCHER));
        line.addAll(arguments("--as", principal));
        return line;
    }

    /** For a program that starts the server itself. */
    Map<String, String> forPrograms() {
        return environment();
    }

    /** For a script that starts the server over stdio. */
    Map<String, String> stdio(String principal) {
        return script(Map.of("command", LAUNCHER, "args", arguments("--as", principal), "env", environment()));
    }

    /** For a script that calls a server over HTTP. */
    Map<String, String> http(String url, String token) {
        return script(Map.of("url", url, "token", token));
    }

    private Map<String, String> script(Map<String, Object> server) {
        Map<String, Object> all = new LinkedHashMap<>(server);
        all.put("audit", folder.resolve("audit.jsonl").toString());
        try {
            return Map.of("LEADGEN_SERVER", new ObjectMapper().writeValueAsString(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server over HTTP, as a process. */
    record Served(Process process, String url) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            try {
                process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                process.destroyForcibly();
                throw new AssertionError("the server does not stop", e);
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Starts a server over HTTP at a port that is free. */
    Served serve() throws IOException, InterruptedException {
        Path err = Files.createTempFile(folder, "http", ".err");
        Process process = builder("--http", "127.0.0.1:0", "--as", "somebody")
                .redirectError(err.toFile())
                .redirectOutput(Files.createTempFile(folder, "http", ".out").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher listening = LISTENING.matcher(Files.readString(err));
            if (listening.find()) {
                return new Served(process, listening.group(1));
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new AssertionError("the server does not start: " + Files.readString(err));
    }
}
