package io.leadgen.e2e.docs;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every client configuration that the README and the guide for agents show starts a server that lists its tools. */
@DisabledOnOs(OS.WINDOWS) // a POSIX shell script
@Tag("slow")
class DocumentedClientsTest {
    private static final List<String> PAGES = List.of("README.md", "docs/guides/agents.md");
    private static final Pattern ADD = Pattern.compile("claude mcp add \\S+ -- (.*)");

    @TempDir
    private static Path folder;

    /** The command of a server, or its URL. */
    private record Entry(List<String> command, Map<String, String> environment, String url) {}

    @BeforeAll
    static void prepare() throws IOException {
        assertThat(Checkout.APP.resolve("built"))
                .as("the application; run package first")
                .exists();
        Files.writeString(folder.resolve("people.csv"), "age,city\n30,Izmir\n40,Ankara\n");
        Files.writeString(
                folder.resolve("config.yml"),
                "warehouse: {embedded: {tables: {main.leads.people: people.csv}}}\nprivacy: {tables: {main.leads.people: {rows_are_people: true}}}\n");
    }

    /** By their place and name there. */
    private static Map<String, Entry> entries() throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String page : PAGES) {
            Document document = Document.at(page);
            for (Document.Fence fence : document.fences()) {
                String place = page + ":" + fence.line();
                if (fence.language().equals("json")) {
                    String json = String.join("\n", fence.content());
                    JsonNode client = new JsonMapper().readTree(json);
                    JsonNode servers = client.has("servers") ? client.get("servers") : client.get("mcpServers");
                    assertThat(servers).as(json).isNotNull();
                    servers.properties()
                            .forEach(server -> entries.put(place + " " + server.getKey(), entry(server.getValue())));
                }
                for (String line : fence.content()) {
                    Matcher add = ADD.matcher(line);
                    if (add.matches()) {
                        List<String> command = List.of(add.group(1).split(" "));
                        entries.put(place + " " + line, new Entry(command, Map.of(), ""));
                    }
                }
            }
        }
        return entries;
    }

    private static Entry entry(JsonNode server) {
        List<String> command = new ArrayList<>();
        if (server.has("command")) {
            command.add(server.get("command").asText());
            server.path("args").forEach(word -> command.add(word.asText()));
        }
        Map<String, String> environment = new LinkedHashMap<>();
        server.path("env").properties().forEach(variable -> environment.put(variable.getKey(), "set by the client"));
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
                .hasSize(6);
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
