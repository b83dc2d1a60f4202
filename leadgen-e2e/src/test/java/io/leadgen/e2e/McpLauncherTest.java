package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadgen.e2e.Launches.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/leadgen-mcp} as a client starts it, over the application that the reactor has just packaged. */
@DisabledOnOs(OS.WINDOWS) // a POSIX shell script
@Tag("slow")
class McpLauncherTest {
    private static final Path LAUNCHER = Checkout.ROOT.resolve("bin/leadgen-mcp");

    @TempDir
    static Path folder;

    private static Launches launches;
    private static Path config;
    private static Path session;

    @BeforeAll
    static void prepare() throws IOException {
        launches = Launches.in(folder);
        Files.writeString(folder.resolve("people.csv"), "age,city\n30,İzmir\n40,Ankara\n");
        config = Files.writeString(
                folder.resolve("config.yml"),
                "warehouse: {embedded: {tables: {main.leads.people: people.csv}}}\nprivacy: {tables: {main.leads.people: {rows_are_people: true}}}\n");
        session = Files.writeString(folder.resolve("session"), """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
                {"jsonrpc":"2.0","method":"notifications/initialized"}
                {"jsonrpc":"2.0","id":2,"method":"tools/list"}
                {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"check_predicate","arguments":{"catalog":"main","schema":"leads","table":"people","predicate":"city = 'İzmir'"}}}
                """);
    }

    private static ProcessBuilder server(Path launcher, String... words) {
        List<String> line = new ArrayList<>(List.of(launcher.toString(), "--config", config.toString()));
        line.addAll(List.of(words));
        return launches.process(folder, line).redirectInput(session.toFile());
    }

    /** The answers by id; fails if stdout holds anything else than messages of JSON-RPC. */
    private static Map<Integer, JsonNode> answers(String out) throws IOException {
        JsonMapper mapper = new JsonMapper();
        Map<Integer, JsonNode> answers = new TreeMap<>();
        for (String line : out.lines().toList()) {
            JsonNode message = mapper.readTree(line);
            assertThat(message.path("jsonrpc").asText()).as(line).isEqualTo("2.0");
            if (message.has("id")) {
                answers.put(message.path("id").intValue(), message.path("result"));
            }
        }
        return answers;
    }

    private static void assertServed(Run run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<Integer, JsonNode> answers = answers(run.out());
        assertThat(answers).containsOnlyKeys(1, 2, 3);
        assertThat(answers.get(2).path("tools")).isNotEmpty();
        assertThat(answers.get(3).path("structuredContent").toString()).contains("city = 'İzmir'");
    }

    private static List<Path> archives(Path home) throws IOException {
        try (var files = Files.list(home.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    @Test
    void stdoutCarriesTheProtocolOnlyWhateverTheJvmHasToSay() throws Exception {
        ProcessBuilder builder = server(LAUNCHER);
        builder.environment().put("LEADGEN_JAVA_OPTS", "-Xverify:none"); // deprecated, which the JVM says
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dsaid=on.stderr");
        builder.environment().put("LC_ALL", "C");

        assertServed(launches.run(builder));
    }

    @Test
    void startsThroughASymbolicLinkWithAnArchiveOfItsOwn() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("some where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("server link"), LAUNCHER);
        Path home = elsewhere.resolve("a home");
        ProcessBuilder builder = server(link);
        builder.environment().put("LEADGEN_HOME", home.toString());

        assertServed(launches.run(builder));
        assertThat(archives(home))
                .singleElement()
                .satisfies(
                        archive -> assertThat(archive.getFileName().toString()).startsWith("leadgen-mcp-"));
        assertThat(Files.size(archives(home).get(0))).isGreaterThan(1_000_000);
        try (var left = Files.list(home.resolve("cache"))) {
            assertThat(left).as("nothing is left of making it").hasSize(1);
        }
    }

    @Test
    void anArchiveThatDoesNotFitIsPassedOverInSilence() throws Exception {
        Path home = folder.resolve("damaged");
        ProcessBuilder version = launches.process(folder, List.of(LAUNCHER.toString(), "--version"));
        version.environment().put("LEADGEN_HOME", home.toString());
        Run before = launches.run(version);
        Path archive = archives(home).get(0);
        Files.delete(archive);
        Files.writeString(archive, "no archive at all");

        assertThat(launches.run(version)).isEqualTo(before);
        assertThat(before.out()).matches("leadgen-mcp \\S+ \\(Java \\d+\\)\n");
        assertThat(before.err()).isEmpty();
    }

    @Test
    void withoutConfigurationBothWaysToStartAreShown() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Run run = launches.run(launches.process(empty, List.of(LAUNCHER.toString())));

        assertThat(run.exitCode()).isEqualTo(8);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--demo", "config.yml");
    }

    @Test
    void withoutJavaItSaysWhatIsNeeded() throws Exception {
        ProcessBuilder builder = server(LAUNCHER);
        builder.environment().put("JAVA_HOME", folder.resolve("nowhere").toString());
        Run run = launches.run(builder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("leadgen-mcp: JAVA_HOME").hasLineCount(1);
    }

    @Test
    void onlyAServerOfManyCallersGetsTheSecondCompiler() throws Exception {
        Path java = Files.createDirectories(folder.resolve("echo/bin")).getParent();
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        assertThat(Files.writeString(java.resolve("bin/java"), "#!/bin/sh\necho \"$*\"\n")
                        .toFile()
                        .setExecutable(true))
                .isTrue();
        for (String[] words : new String[][] {{}, {"--http", "127.0.0.1:0"}, {"--http=127.0.0.1:0"}}) {
            ProcessBuilder builder = server(LAUNCHER, words);
            builder.environment().put("JAVA_HOME", java.toString());
            List<String> said = List.of(launches.run(builder).out().strip().split(" "));

            assertThat(said)
                    .filteredOn(word -> word.startsWith("-XX:TieredStopAtLevel="))
                    .last()
                    .isEqualTo("-XX:TieredStopAtLevel=" + (words.length == 0 ? 1 : 4));
        }
    }

    @Test
    void serversAndCommandsStartedAtOnceBuildOnceAndServeAll() throws Exception {
        Path checkout = launches.checkout("check out");
        List<Process> servers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            servers.add(server(checkout.resolve("bin/leadgen-mcp"))
                    .redirectOutput(folder.resolve("together" + i).toFile())
                    .redirectError(folder.resolve("together-err" + i).toFile())
                    .start());
        }
        Run command = launches.run(
                launches.process(folder, List.of(checkout.resolve("bin/leadgen").toString(), "--version")));

        assertThat(command.out()).matches("leadgen \\S+ \\(.*\\)\n");
        for (int i = 0; i < 3; i++) {
            assertThat(servers.get(i).waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertServed(new Run(
                    servers.get(i).exitValue(),
                    Files.readString(folder.resolve("together" + i)),
                    Files.readString(folder.resolve("together-err" + i))));
        }
        assertThat(launches.calls(checkout)).isEqualTo(1);
    }
}
