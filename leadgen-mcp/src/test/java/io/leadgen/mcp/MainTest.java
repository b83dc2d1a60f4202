package io.leadgen.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: what is on stdout and stderr, and how it ends. */
class MainTest {
    private static final String GREETING = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;
    private static final String COUNT = """
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"approx_count","arguments":{"catalog":"main",\
            "schema":"leads","table":"people","predicate":"income_level = 'top secret' OR age > 471147114711"}}}
            {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"approx_count","arguments":{"catalog":"main",\
            "schema":"leads","table":"people","predicate":"age > 'top secret'"}}}
            {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"privacy_budget","arguments":{}}}
            """;

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private Run run(String input, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.leadgen.mcp.Main"));
        command.addAll(List.of(args));
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LEADGEN_HOME", folder.resolve("home").toString());
        builder.environment().remove("LEADGEN_CONFIG");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void servesUntilTheInputEnds() throws Exception {
        Path config = People.in(folder);
        Files.writeString(config, People.CONFIG + "observability: {log_level: trace}\n");
        Run run = run(GREETING + "\n\ngarbage\n" + COUNT, "--config", config.toString(), "--as", "agent-7");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(5).allMatch(line -> line.startsWith("{\"jsonrpc\":\"2.0\","));
        assertThat(run.out()).contains("\"principal\":\"agent-7\"", "TYPE_MISMATCH", "\"suppressed\":");
        assertThat(run.err()).contains("approx_count answered", "approx_count rejected: TYPE_MISMATCH");
        assertThat(run.err()).doesNotContain("top secret", "471147114711", "\tat ");
        assertThat(folder.resolve("home").resolve("audit.jsonl"))
                .content()
                .contains("\"principal\":\"agent-7\"")
                .doesNotContain("top secret", "471147114711");
    }

    @Test
    void asksNothingOfTheWarehouseBeforeItIsAsked() throws Exception {
        Path config = Files.writeString(
                folder.resolve("config.yml"),
                "warehouse: {embedded: {tables: {main.leads.people: nowhere.csv}}}\nprivacy: {tables: {main.leads.people: {rows_are_people: true}}}\n");
        Run run = run(GREETING + """
                {"jsonrpc":"2.0","id":2,"method":"tools/list"}
                {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"approx_count","arguments":{"catalog":"main","schema":"leads","table":"people"}}}
                """, "--config", config.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("approx_count");
        assertThat(run.out().lines().filter(line -> line.startsWith("{\"jsonrpc\":\"2.0\",\"id\":3,")))
                .singleElement()
                .asString()
                .contains("\"isError\":true");
    }

    @Test
    void aConfigurationThatIsWrongIsToldWithItsPlace() throws Exception {
        Path config = Files.writeString(folder.resolve("config.yml"), "warehouse:\n  embeded: {}\n");
        Run run = run(GREETING, "--config", config.toString());
        assertThat(run.code()).isEqualTo(8);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("config.yml:2:3").contains("embedded").doesNotContain("\tat ");
    }

    @Test
    void withoutAConfigurationBothWaysToStartAreShown() throws Exception {
        Run run = run(GREETING);
        assertThat(run.code()).isEqualTo(8);
        assertThat(run.err()).contains("--demo", "config.yml");
    }

    @Test
    void aCommandLineThatIsWrongIsToldSo() throws Exception {
        assertThat(run("", "--nonsense").code()).isEqualTo(2);
        assertThat(run("", "--demo", "--config", "x").code()).isEqualTo(2);
        assertThat(run("", "--demo", "--as", "\n").code()).isEqualTo(2);
    }

    @Test
    void helpAndVersionAreAnswers() throws Exception {
        Run help = run("", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("--as", "--http", "$LEADGEN_CONFIG");
        assertThat(run("", "--version").out()).startsWith("leadgen-mcp ");
    }
}
