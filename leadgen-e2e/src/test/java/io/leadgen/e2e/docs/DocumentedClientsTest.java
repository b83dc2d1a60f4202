package io.leadgen.e2e.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadgen.e2e.Checkout;
import io.leadgen.e2e.StdioSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every client configuration that {@code docs/mcp.md} shows starts a server that lists its tools. */
@DisabledOnOs(OS.WINDOWS) // a POSIX shell script
class DocumentedClientsTest {
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ADD = Pattern.compile("^claude mcp add \\S+ -- (.*)$", Pattern.MULTILINE);

    @TempDir
    private static Path folder;

    /** How a client starts a server, or where it finds one. */
    private record Entry(List<String> command, Map<String, String> environment, String url) {}

    @BeforeAll
    static void prepare() throws IOException {
        assertThat(Checkout.APP.resolve("built"))
                .as("the application; run package first")
                .exists();
        Files.writeString(folder.resolve("people.csv"), "age,city\n30,Izmir\n40,Ankara\n");
        Files.writeString(
                folder.resolve("config.yml"), "warehouse: {embedded: {tables: {main.leads.people: people.csv}}}\n");
    }

    private static String document() throws IOException {
        return Files.readString(Checkout.ROOT.resolve("docs/mcp.md"), UTF_8);
    }

    /** By where it stands and its name there. */
    private static Map<String, Entry> entries() throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        String document = document();
        Matcher block = BLOCK.matcher(document);
        while (block.find()) {
            JsonNode client = new JsonMapper().readTree(block.group(1));
            JsonNode servers = client.has("servers") ? client.get("servers") : client.get("mcpServers");
            assertThat(servers).as(block.group(1)).isNotNull();
            for (Map.Entry<String, JsonNode> server : servers.properties()) {
                entries.put(line(document, block.start()) + " " + server.getKey(), entry(server.getValue()));
            }
        }
        Matcher add = ADD.matcher(document);
        while (add.find()) {
            entries.put(
                    line(document, add.start()) + " claude",
                    new Entry(List.of(add.group(1).split(" ")), Map.of(), ""));
        }
        return entries;
    }

    private static int line(String text, int at) {
        return (int) text.substring(0, at).lines().count() + 1;
    }

    private static Entry entry(JsonNode server) {
        List<String> command = new ArrayList<>();
        if (server.has("command")) {
            command.add(server.get("command").asText());
            server.path("args").forEach(word -> command.add(word.asText()));
        }
        Map<String, String> environment = new LinkedHashMap<>();
        server.path("env").properties().forEach(variable -> environment.put(variable.getKey(), "given by the client"));
        return new Entry(command, environment, server.path("url").asText());
    }

    @TestFactory
    Stream<DynamicTest> startsAServer() throws IOException {
        return entries().entrySet().stream()
                .filter(entry -> !entry.getValue().command().isEmpty())
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    List<String> words = entry.getValue().command().stream()
                            .map(word -> word.replace("/path/to/leadgen", Checkout.ROOT.toString())
                                    .replace(
                                            "/path/to/config.yml",
                                            folder.resolve("config.yml").toString()))
                            .toList();
                    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
                    builder.environment().keySet().removeIf(name -> name.startsWith("LEADGEN_"));
                    builder.environment()
                            .put("LEADGEN_HOME", folder.resolve("home").toString());
                    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
                    builder.environment().putAll(entry.getValue().environment());
                    try (StdioSession session = StdioSession.start(builder)) {
                        assertThat(session.tools()).contains("approx_count", "check_predicate");
                        assertThat(session.end()).isZero();
                    }
                }));
    }

    @Test
    void eachClientIsShownWithTheDemoWithAConfigurationAndOverHttp() throws IOException {
        assertThat(entries().values())
                .filteredOn(entry -> entry.command().contains("--demo"))
                .hasSize(5);
        assertThat(entries().values())
                .filteredOn(entry -> entry.command().contains("/path/to/config.yml"))
                .hasSize(5);
        assertThat(entries().values())
                .filteredOn(entry -> !entry.url().isEmpty())
                .hasSize(3)
                .allSatisfy(
                        entry -> assertThat(entry.url()).startsWith("https://").endsWith("/mcp"));
    }
}
