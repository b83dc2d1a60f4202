package io.leadgen.e2e.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A terminal in which somebody types and reads, of a server of its own. */
final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int GLANCE_MS = 100;

    private final Path socket;
    private final Map<String, String> environment;

    private Tmux(Path socket, Map<String, String> environment) {
        this.socket = socket;
        this.environment = environment;
    }

    /**
     * Skips the calling test, and says so, where a program is missing; on a build server it fails, so that nobody takes a test that
     * never runs for one that passes.
     */
    static void require(String... programs) {
        List<String> missing = Stream.of(programs)
                .filter(program -> Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                .toList();
        String message = "Shells are NOT tested: install " + String.join(" ", missing) + ", as .ci/run does";
        if (!missing.isEmpty()) {
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
            System.err.println(message);
        }
        assumeTrue(missing.isEmpty(), message);
    }

    /**
     * Starts a program in a terminal.
     *
     * @param folder where the socket goes, and LEADGEN_HOME is
     */
    static Tmux start(Path folder, int columns, Map<String, String> more, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env", "-i"));
        Map<String, String> environment = new java.util.TreeMap<>(Map.of(
                "PATH", Checkout.ROOT.resolve("bin") + ":" + System.getenv("PATH"),
                "HOME", folder.toString(),
                "LEADGEN_HOME", folder.resolve("home").toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "LANG", "C.UTF-8"));
        environment.putAll(more);
        // TERM is the terminal's own.
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.add("TERM=" + more.getOrDefault("TERM", "screen-256color"));
        command.addAll(List.of(words));
        Tmux tmux = new Tmux(Files.createTempDirectory("tmux").resolve("socket"), environment);
        List<String> start =
                new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "50", "--"));
        start.addAll(command);
        tmux.run(start);
        return tmux;
    }

    private String run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(Checkout.ROOT.toFile());
        builder.environment().remove("TMUX");
        builder.environment().put("LANG", environment.getOrDefault("LANG", "C.UTF-8"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    /** Types letters as they are. */
    Tmux type(String text) throws IOException, InterruptedException {
        run(List.of("send-keys", "-l", "--", text));
        return this;
    }

    /** Presses keys: {@code Tab}, {@code Enter}, {@code C-c}. */
    Tmux press(String... keys) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("send-keys"));
        words.addAll(List.of(keys));
        run(words);
        return this;
    }

    String screen() throws IOException, InterruptedException {
        return run(List.of("capture-pane", "-p")).stripTrailing();
    }

    /** The screen as soon as it shows something. */
    String sees(String text) throws IOException, InterruptedException {
        return waits(text, screen -> screen.contains(text));
    }

    /** The screen as soon as its last line is this one. */
    String lastLine(String line) throws IOException, InterruptedException {
        return waits(
                line,
                screen ->
                        screen.lines().reduce((first, last) -> last).orElse("").equals(line));
    }

    /** Until the program has ended, and with it the terminal. */
    void ends() throws IOException, InterruptedException {
        waits("the end", screen -> screen.contains("no server running") || screen.contains("error connecting"));
    }

    private String waits(String what, Predicate<String> there) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String screen = screen();
        while (!there.test(screen)) {
            assertThat(System.nanoTime())
                    .as("%s, on the screen%n%s", what, screen)
                    .isLessThan(end);
            Thread.sleep(GLANCE_MS);
            screen = screen();
        }
        return screen;
    }

    /**
     * Hangs up, and waits until all that ran in the terminal has ended: at the end a shell writes down its history, into a
     * folder that is about to be deleted.
     */
    @Override
    public void close() throws IOException {
        try {
            List<ProcessHandle> running = run(List.of("list-panes", "-a", "-F", "#{pane_pid}"))
                    .lines()
                    .filter(line -> line.matches("\\d+")) // and not that there is no server any more
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .flatMap(pane -> Stream.concat(Stream.of(pane), pane.descendants()))
                    .toList();
            run(List.of("kill-server"));
            for (ProcessHandle process : running) {
                ended(process);
            }
            Files.deleteIfExists(socket);
            Files.delete(socket.getParent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a program that was told to end, and ends it where it does not. */
    private static void ended(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("still running after its terminal has gone: " + process.info(), e);
        }
    }
}
