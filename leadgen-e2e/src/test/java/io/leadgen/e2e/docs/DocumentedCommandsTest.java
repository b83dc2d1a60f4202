package io.leadgen.e2e.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that a page shows does what the page says, with the launcher and the built application. With
 * {@code -Dleadgen.docs.update} the outputs that pages show, and the picture, are written again from the real ones; exit codes
 * are compared all the same.
 */
class DocumentedCommandsTest {
    private static final boolean UPDATE = System.getProperty("leadgen.docs.update") != null;
    /** As wide as the pages show it. */
    private static final int COLUMNS = 100;

    @TempDir
    private static Path folder;

    private static Workplace first;

    @BeforeAll
    static void firstUse() throws Exception {
        first = Workplace.firstUse(folder.resolve("first"));
    }

    /** JUnit would warn about each link that leads out of its folder. */
    @AfterAll
    static void removeLinks() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @TestFactory
    Stream<DynamicContainer> doesWhatThePageSays() {
        return Document.all().stream()
                .filter(document -> !ShownCommand.in(document).isEmpty())
                .map(document -> dynamicContainer(document.name(), page(document).stream()));
    }

    private static List<DynamicTest> page(Document document) {
        List<DynamicTest> tests = new ArrayList<>();
        TreeMap<Integer, List<String>> outputs = new TreeMap<>();
        List<ShownCommand> commands = ShownCommand.in(document);
        // The budgets and names of one page do not depend on other pages.
        Workplace[] workplace = new Workplace[1];
        tests.add(dynamicTest(
                "begins with nothing spent",
                () -> workplace[0] =
                        first.forPage(folder.resolve(document.name().replace('/', '-')))));
        for (int i = 0; i < commands.size(); i++) {
            int at = i;
            tests.add(dynamicTest(
                    commands.get(i).toString(), () -> outputs.put(at, check(commands.get(at), workplace[0]))));
        }
        if (UPDATE) {
            tests.add(dynamicTest("is written again", () -> {
                assertThat(outputs).as("commands that did what the page says").hasSameSizeAs(commands);
                Files.write(document.path(), updated(document.lines(), commands, List.copyOf(outputs.values())), UTF_8);
            }));
        }
        return tests;
    }

    /** The output to show. */
    private static List<String> check(ShownCommand command, Workplace workplace) throws Exception {
        if (command.builds()) {
            String program = command.command().split(" ", 2)[0];
            assertThat(!program.contains("/") || Files.isExecutable(Checkout.ROOT.resolve(program)))
                    .as("%s is there", program)
                    .isTrue();
            return command.output();
        }
        assertThat(command.runs())
                .as("neither leadgen nor a build: %s", command.command())
                .isTrue();
        if (command.serves()) {
            workplace.serve(command.command());
            return command.output();
        }
        Workplace.Run run = workplace.run(command.command(), COLUMNS);
        String printed = String.join("\n", run.lines());
        assertThat(run.exitCode()).as("exit code; it printed\n%s", printed).isEqualTo(command.exitCode());
        if (!command.showsOutput()) {
            return command.output();
        }
        if (UPDATE) {
            return OutputShape.cutLike(command.output(), run.lines());
        }
        if (!OutputShape.matches(command.output(), run.lines())) {
            assertThat(OutputShape.of(printed))
                    .as(
                            "the page shows another output; run this test with -Dleadgen.docs.update; it is now\n%s",
                            printed)
                    .isEqualTo(OutputShape.of(String.join("\n", command.output())));
        }
        return command.output();
    }

    private static List<String> updated(List<String> lines, List<ShownCommand> commands, List<List<String>> outputs) {
        List<String> updated = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < commands.size(); i++) {
            ShownCommand command = commands.get(i);
            updated.addAll(lines.subList(from, command.after()));
            updated.addAll(outputs.get(i));
            from = command.after() + command.output().size();
        }
        updated.addAll(lines.subList(from, lines.size()));
        return updated;
    }

    @Test
    void thePictureShowsWhatIsPrinted() throws IOException, InterruptedException {
        Workplace workplace = first.forPage(folder.resolve("picture"));
        OverviewPicture picture = OverviewPicture.of(workplace);
        Path file = Checkout.ROOT.resolve(OverviewPicture.FILE);
        if (UPDATE) {
            Files.writeString(file, picture.svg(), UTF_8);
        }
        assertThat(OutputShape.of(OverviewPicture.textOf(Files.readString(file, UTF_8))))
                .as("run this test with -Dleadgen.docs.update")
                .isEqualTo(OutputShape.of(OverviewPicture.textOf(picture.svg())));
    }

    @Test
    void readsTheConvention() {
        Document page = new Document("x.md", """
                ```console
                $ bin/leadgen --demo count a.b.c \\
                    -w "age > 25"   # exit 3
                about 12 people

                $ ./mvnw verify
                $ leadgen shell <<'END'
                undo
                END
                done
                ```
                $ not in a fence
                ```
                $ not a console
                ```
                """.lines().toList());
        List<ShownCommand> commands = ShownCommand.in(page);
        assertThat(commands)
                .containsExactly(
                        new ShownCommand(
                                "x.md",
                                2,
                                3,
                                "bin/leadgen --demo count a.b.c -w \"age > 25\"",
                                3,
                                List.of("about 12 people", "")),
                        new ShownCommand("x.md", 6, 6, "./mvnw verify", 0, List.of()),
                        new ShownCommand("x.md", 7, 9, "leadgen shell <<'END'\nundo\nEND", 0, List.of("done")));
        assertThat(commands).extracting(ShownCommand::runs).containsExactly(true, false, true);
        assertThat(commands).extracting(ShownCommand::builds).containsExactly(false, true, false);
        assertThat(updated(page.lines(), commands, List.of(List.of("9 people"), List.of(), List.of("a", "b"))))
                .containsSequence("    -w \"age > 25\"   # exit 3", "9 people", "$ ./mvnw verify")
                .containsSequence("END", "a", "b", "```");
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

    @Test
    void comparesChartsWhateverStepsTheirAxisHas() {
        List<String> shown = List.of("people by month", "30 ┤▃▃▃ ▁▁▁", "   │███ ███", " 0 └┬───┬───", "█ at least");
        assertThat(OutputShape.matches(
                        shown,
                        List.of(
                                "people by month",
                                "25 ┤▃▃▃",
                                "   │███ ▁▁▁",
                                "20 ┤███ ███",
                                " 0 └┬───┬──",
                                "█ at least")))
                .isTrue();
        assertThat(OutputShape.matches(shown, List.of("people by month", "25 ┤▃▃▃", "█ at least")))
                .isFalse();
    }

    @Test
    void cutsANewOutputLikeTheOldOne() {
        List<String> printed = List.of("1 head", "2", "3", "middle 7", "8", "tail", "");
        assertThat(OutputShape.cutLike(List.of("old", "…", "middle 5", "…", "end", ""), printed))
                .containsExactly("1 head", "…", "middle 7", "…", "tail");
        assertThat(OutputShape.cutLike(List.of("…", "end"), printed)).containsExactly("…", "tail");
        assertThat(OutputShape.cutLike(List.of("old"), printed)).isEqualTo(printed.subList(0, 6));
    }
}
