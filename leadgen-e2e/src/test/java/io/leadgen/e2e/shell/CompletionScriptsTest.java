package io.leadgen.e2e.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.Checkout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code leadgen completion}, each in the shell that it is for. */
@Tag("slow")
class CompletionScriptsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void toolsAndDemo() throws Exception {
        Tmux.require("tmux", "bash");
        assertThat(run("sh", "-c", "leadgen --demo catalogs 2>/dev/null")).isEqualTo("main\n");
        Files.writeString(folder.resolve("my file.txt"), "age > 25");
    }

    private static Map<String, String> environment() {
        return Map.of(
                "PATH", Checkout.ROOT.resolve("bin") + ":" + System.getenv("PATH"),
                "HOME", folder.toString(),
                "LEADGEN_HOME", folder.resolve("home").toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "LANG", "C.UTF-8");
    }

    private static String run(String... words) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("LEADGEN_") || name.startsWith("LC_"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    /** COMPREPLY for a line with the cursor at its end, each in angle brackets. */
    private static String bash(String line, int type) throws Exception {
        return run("bash", "--norc", "-c", """
                source <(leadgen completion bash)
                COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=(leadgen) COMP_CWORD=1 COMP_TYPE=$2
                _leadgen
                printf '<%s>' "${COMPREPLY[@]}"
                """, "bash", line, Integer.toString(type));
    }

    @Test
    void bashAsksTheEngine() throws Exception {
        assertThat(bash("leadgen --demo count main.leads.cu", 9)).isEqualTo("<main.leads.customer_360 >");
        String operators = "<income_level =><income_level <>>";
        String offered = "";
        // On a busy machine the engine gives up before it has read the columns twice.
        for (int attempt = 0; attempt < 5 && !offered.contains(operators); attempt++) {
            offered = bash("leadgen --demo count main.leads.customer_360 -w \"inc", 9);
        }
        assertThat(offered).contains(operators);
        assertThat(bash("leadgen --demo count main.leads.customer_360 -w \"income_level = ", 63))
                .isEqualTo(
                        "<'low'     (a declared value)><'medium'  (a declared value)><'high'    (a declared value)>");
        assertThat(bash("leadgen --output=nd", 9)).isEqualTo("<ndjson >");
        assertThat(bash("leadgen count x -w @my", 9)).isEqualTo("<@my file.txt >");
        assertThat(bash("leadgen report x -f my", 9)).isEqualTo("<my file.txt >");
        assertThat(bash("leadgen --config no/such/file.yml count ma", 9)).isEqualTo("<>");
        assertThat(bash("leadgen --config no/such/file.yml count my", 9)).isEqualTo("<my file.txt >");
    }

    @Test
    void bashCompletesAtATerminal() throws Exception {
        try (Tmux terminal = Tmux.start(folder, 120, Map.of("PS1", "$ "), "bash", "--norc")) {
            terminal.type("source <(leadgen completion bash); echo rea''dy").press("Enter");
            terminal.sees("ready");
            types(terminal, "$ ");
        }
    }

    @Test
    void zshCompletesAtATerminal() throws Exception {
        Tmux.require("zsh");
        Path dots = Files.createDirectories(folder.resolve("zsh"));
        Files.writeString(dots.resolve(".zshrc"), """
                autoload -Uz compinit
                compinit -u -D
                source <(leadgen completion zsh)
                PS1='$ '
                echo rea''dy
                """);
        try (Tmux terminal = Tmux.start(folder, 120, Map.of("ZDOTDIR", dots.toString()), "zsh")) {
            terminal.sees("ready");
            types(terminal, "$ ");
        }
    }

    /** The same keys, and the same line, in two shells. */
    private static void types(Tmux terminal, String prompt) throws Exception {
        String line = prompt + "leadgen --demo count main.leads.customer_360";
        terminal.type("leadgen --demo count main.leads.cu").press("Tab");
        terminal.lastLine(line);
        terminal.type("-w \"inc").press("Tab");
        terminal.sees("-w \"income_level");
        Thread.sleep(500); // a list may follow, which is drawn again
        terminal.type("= 'h").press("Tab");
        terminal.sees(line + " -w \"income_level = 'high'");
        Thread.sleep(500);
        terminal.press("C-u").type("leadgen seg").press("Tab");
        terminal.sees(prompt + "leadgen segment");
    }

    @Test
    void fishAsksTheEngine() throws Exception {
        Tmux.require("fish");
        assertThat(fish("leadgen --demo count main.leads.cu")).containsExactly("main.leads.customer_360");
        assertThat(fish("leadgen --demo count main.leads.customer_360 -w \"inc"))
                .contains("income_level =", "income_level IN (");
        assertThat(fish("leadgen seg")).containsExactly("segment\tBreak an audience down by columns.");
        assertThat(fish("leadgen count x -w @my")).containsExactly("@my file.txt");
    }

    private static List<String> fish(String line) throws Exception {
        return run("fish", "--no-config", "-c", "leadgen completion fish | source; complete -C $argv[1]", line)
                .lines()
                .map(String::stripTrailing)
                .toList();
    }
}
