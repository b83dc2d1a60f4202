package io.leadgen.e2e.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command that a document shows does what the document says, with the launcher and what was built. */
class DocumentedCommandsTest {
    private static final int MOST_MINUTES = 5;

    /** What commands find in the checkout. */
    private static final List<String> NAMED = List.of("config.yml", "docs", "leadgen-runtime");

    @TempDir
    private static Path home;

    /** Looks like the checkout to whoever types a command; files that commands write stay here. */
    @TempDir
    private static Path work;

    private record Run(int exitCode, List<String> lines) {}

    /** The first use makes the start-up cache and the demo, and says so; documents show what comes after. */
    @BeforeAll
    static void firstUse() throws Exception {
        assertThat(Checkout.APP.resolve("built"))
                .as("the application; run package first")
                .exists();
        Files.createDirectory(work.resolve("bin"));
        for (String program : List.of("leadgen", "leadgen-mcp")) {
            Files.createSymbolicLink(work.resolve("bin").resolve(program), Checkout.ROOT.resolve("bin/" + program));
        }
        for (String name : NAMED) {
            Files.createSymbolicLink(work.resolve(name), Checkout.ROOT.resolve(name));
        }
        Run run = run("bin/leadgen --demo catalogs");
        assertThat(run.exitCode()).as("%s", run.lines()).isZero();
    }

    private static Run run(String command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LEADGEN_"));
        environment.put("COLUMNS", "100"); // as wide as the documents show it
        environment.put("LEADGEN_HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PATH", Checkout.ROOT.resolve("bin") + ":" + environment.get("PATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("not finished: " + command);
        }
        return new Run(process.exitValue(), Files.readAllLines(output, UTF_8));
    }

    private static List<ShownCommand> commands() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> top = Files.list(Checkout.ROOT);
                Stream<Path> docs = Files.walk(Checkout.ROOT.resolve("docs"))) {
            Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(documents::add);
        }
        List<ShownCommand> commands = new ArrayList<>();
        for (Path document : documents) {
            String name = Checkout.ROOT.relativize(document).toString();
            commands.addAll(ShownCommand.in(name, Files.readAllLines(document, UTF_8)));
        }
        return commands;
    }

    @TestFactory
    Stream<DynamicTest> doesWhatTheDocumentSays() throws IOException {
        return commands().stream()
                .map(command -> dynamicTest(
                        command.document() + ":" + command.line() + " " + command.command(), () -> check(command)));
    }

    private static void check(ShownCommand command) throws IOException, InterruptedException {
        if (command.builds()) {
            String program = command.command().split(" ", 2)[0];
            assertThat(!program.contains("/") || Files.isExecutable(Checkout.ROOT.resolve(program)))
                    .as("%s is there", program)
                    .isTrue();
            return;
        }
        assertThat(command.runsLeadgen())
                .as("neither leadgen nor a build: %s", command.command())
                .isTrue();
        Run run = run(command.command());
        String printed = String.join("\n", run.lines());
        assertThat(run.exitCode()).as("exit code; it printed\n%s", printed).isEqualTo(command.exitCode());
        boolean shown = command.output().stream().anyMatch(line -> !line.isBlank());
        if (shown && !OutputShape.matches(command.output(), run.lines())) {
            assertThat(OutputShape.of(printed))
                    .as("the document shows another output; in full it is now\n%s", printed)
                    .isEqualTo(OutputShape.of(String.join("\n", command.output())));
        }
    }

    @Test
    void readsTheConvention() {
        List<ShownCommand> commands = ShownCommand.in("x.md", """
                ```console
                $ bin/leadgen --demo count a.b.c \\
                    -w "age > 25"   # exit 3
                about 12 people

                $ ./mvnw verify
                ```
                $ not in a fence
                ```
                $ not a console
                ```
                """.lines().toList());
        assertThat(commands)
                .containsExactly(
                        new ShownCommand(
                                "x.md",
                                2,
                                "bin/leadgen --demo count a.b.c -w \"age > 25\"",
                                3,
                                List.of("about 12 people", "")),
                        new ShownCommand("x.md", 6, "./mvnw verify", 0, List.of()));
        assertThat(commands.get(0).runsLeadgen()).isTrue();
        assertThat(commands.get(0).builds()).isFalse();
        assertThat(commands.get(1).builds()).isTrue();
    }

    @Test
    void comparesShapesAndNotNoise() {
        List<String> shown = List.of("about 15,010 people  (14,870 to 15,150)", "─────────", "…", "request 1 ends");
        assertThat(OutputShape.matches(
                        shown, List.of("about 9 people (-3 to 1.5)", "──", "one", "two", "", "request 77   ends")))
                .isTrue();
        assertThat(OutputShape.matches(shown, List.of("about 9 people (-3 to 1.5)", "──", "request 7 ends")))
                .isTrue();
        assertThat(OutputShape.matches(shown, List.of("about 9 persons (-3 to 1.5)", "──", "request 7 ends")))
                .isFalse();
        assertThat(OutputShape.matches(shown, List.of("about 9 people (-3 to 1.5)", "──", "request 7 ends", "more")))
                .isFalse();
    }
}
