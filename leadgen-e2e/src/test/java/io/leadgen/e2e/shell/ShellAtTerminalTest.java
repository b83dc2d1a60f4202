package io.leadgen.e2e.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.Checkout;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell of leadgen, with its launcher and what was built, as somebody types into a terminal. */
@Tag("slow")
class ShellAtTerminalTest {
    private static final String LAUNCHER = Checkout.ROOT.resolve("bin/leadgen").toString();

    @TempDir
    static Path folder;

    @BeforeAll
    static void toolsAndDemo() throws Exception {
        Tmux.require("tmux");
        try (Tmux first = Tmux.start(folder, 80, Map.of(), "sh", "-c", LAUNCHER + " --demo catalogs; sleep 1000")) {
            first.sees("main");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void completesRefinesAndGoesBack(int columns) throws Exception {
        try (Tmux terminal =
                Tmux.start(folder, columns, Map.of(), LAUNCHER, "--demo", "shell", "--as", "width-" + columns)) {
            terminal.lastLine("leadgen>");
            terminal.type("use main.leads.cu").press("Tab");
            terminal.lastLine("leadgen> use main.leads.customer_360");
            terminal.press("Enter");
            terminal.lastLine("customer_360>");

            terminal.type("where inc").press("Tab");
            terminal.lastLine("customer_360> where income_level");
            terminal.type("= 'h").press("Tab");
            terminal.lastLine("customer_360> where income_level = 'high'");
            terminal.press("Enter");
            terminal.lastLine("customer_360 [income_level = 'high']>");
            assertThat(terminal.sees(" left"))
                    .containsPattern("\\n[\\d,]+ ± [\\d,]+ people · cost 0\\.\\d+ · left 0\\.09\\d+\\n");

            terminal.type("and ag").press("Tab");
            terminal.lastLine("customer_360 [income_level = 'high']> and age");
            terminal.type("> 40").press("Enter");
            assertThat(terminal.sees(" fewer"))
                    .containsPattern("\\n[\\d,]+ ± [\\d,]+ people, [\\d,]+ fewer \\(-\\d+\\.\\d %\\) · cost 0");

            terminal.type("and agge > 3").press("Enter");
            assertThat(terminal.sees("did you mean")).contains("\n  agge > 3\n  ^^^^\n");
            terminal.type("undo").press("Enter");
            terminal.lastLine("customer_360 [income_level = 'high']>");

            terminal.type("gibberish").press("C-c");
            terminal.lastLine("customer_360 [income_level = 'high']>");
            terminal.type("segment --by gen").press("Tab");
            terminal.lastLine("customer_360 [income_level = 'high']> segment --by gender");
            terminal.press("Enter");
            assertThat(terminal.sees("people by gender").lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));

            terminal.type(" show").press("Enter");
            terminal.sees("main.leads.customer_360: income_level = 'high': ");
            terminal.press("C-d");
            terminal.ends();
        }
        Path history = folder.resolve("home/shell-history");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(history))
                .contains("where income_level = 'high'", "undo")
                .doesNotContain(" show", "show");
    }

    @Test
    void worksInTheLocaleCAndOnADumbTerminal() throws Exception {
        Map<String, String> plain = Map.of("LC_ALL", "C", "TERM", "dumb");
        try (Tmux terminal =
                Tmux.start(folder, 80, plain, LAUNCHER, "--demo", "shell", "--no-history", "--as", "plain")) {
            terminal.sees("leadgen>");
            terminal.type("use main.leads.customer_360").press("Enter");
            terminal.sees("main.leads.customer_360: everyone");
            terminal.type("where age > 30").press("Enter");
            assertThat(terminal.sees("people |")).contains(" +/- ").doesNotContain("±", "\u001b");
            terminal.press("C-d");
            terminal.ends();
        }
    }

    @Test
    void ctrlCEndsTheQuestionAndNotTheShell() throws Exception {
        Path big = folder.resolve("big.csv");
        try (BufferedWriter rows = Files.newBufferedWriter(big, StandardCharsets.US_ASCII)) {
            rows.write("uid,age,city\n");
            for (int i = 0; i < 6_000_000; i++) {
                rows.write("u" + (i * 7919L % 5_000_011) + "," + i % 90 + ",city" + i % 1000 + "\n");
            }
        }
        Path slow = Files.writeString(folder.resolve("slow.yml"), """
                        warehouse: {embedded: {tables: {main.leads.big: big.csv}}}
                        privacy: {tables: {main.leads.big: {unit: uid}}}
                        """);
        // Each row is asked all of it, which takes many seconds.
        String slowly = IntStream.range(0, 60)
                .mapToObj(i -> "city LIKE '%t%" + i + "%y%'")
                .collect(Collectors.joining(" OR "));
        try (Tmux terminal =
                Tmux.start(folder, 100, Map.of(), LAUNCHER, "--config", slow.toString(), "shell", "main.leads.big")) {
            terminal.lastLine("big>");
            terminal.type("where " + slowly).press("Enter");
            terminal.sees("Ctrl-C stops it");
            terminal.press("C-c");
            assertThat(terminal.sees("error[CANCELLED]")).doesNotContain("people");
            terminal.lastLine("big>");
            terminal.type("show").press("Enter");
            assertThat(terminal.sees("big: everyone\nbig>")).isNotEmpty();
            terminal.press("C-d");
            terminal.ends();
        }
    }

    @Test
    void aFileIsRefinedAsATableOnceItsUnitIsKnown() throws Exception {
        Path visits = folder.resolve("visits.csv");
        Files.writeString(
                visits,
                IntStream.range(0, 3000)
                        .mapToObj(i -> "u" + i / 2 + "," + i % 90)
                        .collect(Collectors.joining("\n", "uid,age\n", "\n")));
        Map<String, String> own = Map.of("LEADGEN_HOME", folder.resolve("files").toString());
        try (Tmux terminal = Tmux.start(folder, 80, own, LAUNCHER, "shell")) {
            terminal.lastLine("leadgen>");
            terminal.type("use " + folder.resolve("nobody.csv")).press("Enter");
            terminal.sees("There is no file");
            terminal.lastLine("leadgen>");
            terminal.type("use " + folder.resolve("vis")).press("Tab");
            terminal.lastLine("leadgen> use " + visits);
            terminal.press("Enter");
            terminal.lastLine("The column that identifies a person, or rows if each row is one person:");
            terminal.press("C-c");
            terminal.sees("error[CANCELLED]");
            terminal.lastLine("leadgen>");
            terminal.type("use " + visits).press("Enter");
            terminal.lastLine("The column that identifies a person, or rows if each row is one person:");
            terminal.type("uid").press("Enter");
            terminal.lastLine("visits>");
            terminal.type("where ag").press("Tab");
            terminal.lastLine("visits> where age");
            terminal.type("> 30").press("Enter");
            terminal.lastLine("visits [age > 30]>");
            assertThat(terminal.sees(" left"))
                    .containsPattern("\\n[\\d,]+ ± \\d+ people · cost 0\\.\\d+ · left 0\\.09\\d+\\n");
            terminal.press("C-d");
            terminal.ends();
        }
        assertThat(Files.readAllLines(folder.resolve("files/shell-history")))
                .contains("use " + visits, "where age > 30")
                .doesNotContain("uid");
        String count = LAUNCHER + " count " + visits + " -w 'age > 30'; sleep 1000";
        try (Tmux terminal = Tmux.start(folder, 80, own, "sh", "-c", count)) {
            assertThat(terminal.sees("request")).contains("free (cached)");
        }
    }

    @Test
    void aScriptIsReadFromAPipe() throws Exception {
        Path script =
                Files.writeString(folder.resolve("script.txt"), "use main.leads.customer_360\nwhere agge > 3\nshow\n");
        List<String> words =
                List.of("sh", "-c", LAUNCHER + " --demo shell < " + script + "; echo ended with $?; sleep 1000");
        try (Tmux terminal = Tmux.start(folder, 80, Map.of(), words.toArray(String[]::new))) {
            assertThat(terminal.sees("ended with 3"))
                    .contains("main.leads.customer_360: everyone\nerror[UNKNOWN_COLUMN]: ")
                    .doesNotContain("TAB completes", "customer_360>");
        }
    }
}
