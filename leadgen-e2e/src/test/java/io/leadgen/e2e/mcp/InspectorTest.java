package io.leadgen.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The inspector at the command line: what a developer looks at a server with, and the strictest reader of schemas. */
@DisabledOnOs(OS.WINDOWS) // a POSIX shell script starts the server
@Tag("slow")
class InspectorTest {
    private static final int TOOLS = 16;
    private static final int AUTH_REQUIRED = 3;
    private static final int TOOL_SAYS_ERROR = 5;
    private static final String PEOPLE = "\"catalog\":\"main\",\"schema\":\"leads\",\"table\":\"people\"";

    @TempDir
    static Path folder;

    private static NpmClients clients;
    private static Issuer issuer;
    private static Town.Served served;
    private static List<String> overStdio;

    @BeforeAll
    static void start() throws Exception {
        clients = NpmClients.installed();
        issuer = new Issuer();
        Town town = Town.in(folder, issuer.configuration());
        served = town.serve();
        List<String> line = town.line("inspector");
        Path known = folder.resolve("clients.json");
        new ObjectMapper()
                .writeValue(
                        known.toFile(),
                        Map.of(
                                "mcpServers",
                                Map.of(
                                        "leadgen",
                                        Map.of(
                                                "type",
                                                "stdio",
                                                "command",
                                                line.get(0),
                                                "args",
                                                line.subList(1, line.size()),
                                                "env",
                                                town.forPrograms()))));
        overStdio = List.of("--config", known.toString(), "--server", "leadgen");
    }

    @AfterAll
    static void stop() throws Exception {
        if (served != null) {
            served.close();
        }
        if (issuer != null) {
            issuer.close();
        }
    }

    private static List<String> overHttp() throws Exception {
        return List.of(
                "--transport",
                "http",
                "--server-url",
                served.url(),
                "--header",
                "Authorization: Bearer " + issuer.token("inspector"));
    }

    private static NpmClients.Run inspect(List<String> server, String... words) {
        return clients.inspector(
                folder, Stream.concat(Stream.of(words), server.stream()).toArray(String[]::new));
    }

    private static JsonNode answered(NpmClients.Run run) throws IOException {
        assertThat(run.exitCode()).as(run.toString()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** What the inspector says on stderr is about schemas that some clients cannot read, or about where it keeps secrets. */
    private static void isPortable(NpmClients.Run run) throws IOException {
        assertThat(answered(run).at("/result/tools")).hasSize(TOOLS);
        assertThat(run.err().lines().filter(line -> !line.contains("ecret"))).isEmpty();
    }

    @Test
    void strictReadersTakeEverySchema() throws Exception {
        isPortable(inspect(overStdio, "--format", "json", "--method", "tools/list", "--strict"));
        isPortable(inspect(overHttp(), "--format", "json", "--method", "tools/list", "--strict"));
    }

    @Test
    void callsTools() throws Exception {
        JsonNode answer = answered(inspect(
                overHttp(),
                "--format",
                "json",
                "--method",
                "tools/call",
                "--tool-name",
                "approx_count",
                "--tool-args-json",
                "{" + PEOPLE + ",\"predicate\":\"par_month = 202510 AND age > 25\"}"));

        assertThat(answer.at("/result/structuredContent/approx_count").isIntegralNumber())
                .as(answer.toString())
                .isTrue();
    }

    @Test
    void knowsRejectionsForWhatTheyAre() throws Exception {
        NpmClients.Run run = inspect(
                overStdio,
                "--format",
                "json",
                "--method",
                "tools/call",
                "--tool-name",
                "approx_count",
                "--tool-args-json",
                "{" + PEOPLE + ",\"predicate\":\"age > 25\"}");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(TOOL_SAYS_ERROR);
        assertThat(run.out() + run.err()).contains("PARTITION_REQUIRED");
    }

    @Test
    void readsResourcesAndPrompts() throws Exception {
        JsonNode resource = answered(inspect(
                overStdio,
                "--format",
                "json",
                "--method",
                "resources/read",
                "--uri",
                "leadgen://tables/main/leads/people"));
        JsonNode prompt = answered(inspect(
                overHttp(),
                "--format",
                "json",
                "--prompt-args",
                "catalog=main",
                "schema=leads",
                "table=people",
                "predicate=age > 25",
                "--method",
                "prompts/get",
                "--prompt-name",
                "size_audience"));

        assertThat(resource.at("/result/contents/0/text").asText()).contains("par_month");
        assertThat(prompt.at("/result/messages/0/content/text").asText()).contains("age > 25");
    }

    @Test
    void knowsThatATokenIsAskedFor() {
        NpmClients.Run run = inspect(
                List.of("--transport", "http", "--server-url", served.url()),
                "--stored-auth-only",
                "--format",
                "json",
                "--method",
                "tools/list");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(AUTH_REQUIRED);
        assertThat(run.out() + run.err()).contains("auth_required");
    }

    @Test
    void speaksBothErasOfTheProtocol() throws Exception {
        for (String era : List.of("legacy", "auto", "modern")) {
            JsonNode answer =
                    answered(inspect(overHttp(), "--format", "json", "--protocol-era", era, "--method", "tools/list"));

            assertThat(answer.at("/result/tools")).as(era).hasSize(TOOLS);
        }
    }
}
