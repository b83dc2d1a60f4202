package io.leadgen.e2e.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A folder that looks like the checkout, and a home with the demo's data and nothing spent: what the reader of one page has.
 * Files that commands write stay in the folder.
 */
final class Workplace {
    private static final int MAX_MINUTES = 5;
    private static final Duration MAX_START = Duration.ofSeconds(60);
    /** What commands use of the checkout. */
    private static final List<String> NAMED = List.of("config.yml", "docs", "leadgen-runtime");
    /** What is made at the first start and belongs to no principal. */
    private static final List<String> SHARED = List.of("demo", "cache");

    private final Path folder;
    private final Path home;

    private Workplace(Path folder) {
        this.folder = folder.resolve("work");
        this.home = folder.resolve("home");
    }

    /** The first use makes the start-up cache and the demo, and reports it; pages show what follows. */
    static Workplace firstUse(Path folder) throws IOException, InterruptedException {
        assertThat(Checkout.APP.resolve("built"))
                .as("the application; run package first")
                .exists();
        Workplace first = new Workplace(folder);
        first.prepare();
        Run run = first.run("bin/leadgen --demo catalogs", 100);
        assertThat(run.exitCode()).as("%s", run.lines()).isZero();
        return first;
    }

    /** A workplace of its own for a page. */
    Workplace forPage(Path folder) throws IOException {
        Workplace page = new Workplace(folder);
        page.prepare();
        for (String name : SHARED) {
            if (Files.exists(home.resolve(name))) {
                Files.createSymbolicLink(page.home.resolve(name), home.resolve(name));
            }
        }
        return page;
    }

    private void prepare() throws IOException {
        Files.createDirectories(home);
        Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("leadgen", "leadgen-mcp")) {
            Files.createSymbolicLink(folder.resolve("bin").resolve(program), Checkout.ROOT.resolve("bin/" + program));
        }
        for (String name : NAMED) {
            Files.createSymbolicLink(folder.resolve(name), Checkout.ROOT.resolve(name));
        }
    }

    /** The result of a command; its lines are those of both streams. */
    record Run(int exitCode, List<String> lines) {}

    Path file(String name) {
        return folder.resolve(name);
    }

    Run run(String command, int columns) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        Process process = start(command, columns, output);
        process.getOutputStream().close();
        if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("not finished: " + command);
        }
        return new Run(process.exitValue(), Files.readAllLines(output, UTF_8));
    }

    /** Starts a server on a free port in place of 8787, and stops it when it is alive. */
    void serve(String command) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String address = "127.0.0.1:" + port;
        Path output = Files.createTempFile(home, "output", ".txt");
        Process process = start("exec " + command.replace("127.0.0.1:8787", address), 100, output);
        try {
            HttpRequest alive = HttpRequest.newBuilder(URI.create("http://" + address + "/health/live"))
                    .build();
            long end = System.nanoTime() + MAX_START.toNanos();
            while (!answers(alive)) {
                assertThat(process.isAlive() && System.nanoTime() < end)
                        .as("%s answers; it printed\n%s", command, Files.readString(output))
                        .isTrue();
                Thread.sleep(100);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private Process start(String command, int columns, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LEADGEN_"));
        environment.put("COLUMNS", Integer.toString(columns));
        environment.put("LEADGEN_HOME", home.toString());
        environment.put("LEADGEN_JAVA_OPTS", "-Duser.name=analyst"); // the same principal on every machine
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PATH", Checkout.ROOT.resolve("bin") + ":" + environment.get("PATH"));
        return builder.start();
    }
}
