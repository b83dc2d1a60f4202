package io.leadgen.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client can do to a server over stdio, on purpose or not. */
class StdioTransportTest {
    @TempDir
    Path folder;

    private People.Service service;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        service = People.service(folder);
        client = Client.of(service, "me");
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    private void stillAnswers() {
        assertThat(client.call("list_catalogs", Map.of())
                        .at("/structuredContent/catalogs/0")
                        .asText())
                .isEqualTo("main");
    }

    private void refusedWith(int code) {
        JsonNode refusal = client.refusal();
        assertThat(refusal.at("/error/code").asInt()).as(refusal.toString()).isEqualTo(code);
        stillAnswers();
    }

    @Test
    void blankLinesAreNothing() {
        client.send("");
        client.send("  \t \r");
        stillAnswers();
        assertThat(client.lines()).noneMatch(line -> line.contains("\"error\""));
    }

    @Test
    void linesMayEndAsOnWindows() {
        client.send("{\"jsonrpc\":\"2.0\",\"id\":\"w\",\"method\":\"ping\"}\r");
        assertThat(client.response("w").has("result")).isTrue();
    }

    @Test
    void whatIsNoJsonIsAParseError() {
        for (String line : List.of("garbage", "{", "{} {}", "{\"jsonrpc\":\"2.0\",\"id\":1,", "\u0000")) {
            client.send(line);
            refusedWith(-32700);
        }
    }

    @Test
    void bytesThatAreNoTextAreAParseError() {
        client.send(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}', '\n'});
        refusedWith(-32700);
    }

    @Test
    void jsonThatIsNoMessageIsAnInvalidRequest() {
        for (String line : List.of(
                "[]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "5",
                "null",
                "{}",
                "{\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":123456789012345678901234567890,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":5}")) {
            client.send(line);
            refusedWith(-32600);
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRefusedAndPassedOver() {
        client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"x\":\"" + "y".repeat(5 << 20)
                + "\"}}");
        refusedWith(-32600);
    }

    @Test
    void deepNestingIsRefused() {
        client.send("[".repeat(100_000));
        refusedWith(-32700);
        client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":" + "{\"a\":".repeat(100_000));
        refusedWith(-32700);
    }

    @Test
    void parametersThatDoNotFitAreInvalid() {
        for (String request : List.of(
                "\"method\":\"tools/call\",\"params\":null",
                "\"method\":\"tools/call\"",
                "\"method\":\"tools/call\",\"params\":[]",
                "\"method\":\"tools/call\",\"params\":5",
                "\"method\":\"tools/call\",\"params\":{\"name\":{}}",
                "\"method\":\"tools/call\",\"params\":{\"name\":\"approx_count\",\"arguments\":\"x\"}",
                "\"method\":\"tools/call\",\"params\":{\"name\":\"nobody\",\"arguments\":{}}",
                "\"method\":\"prompts/get\",\"params\":{\"name\":\"nobody\"}",
                "\"method\":\"prompts/get\",\"params\":{\"name\":\"size_audience\"}",
                "\"method\":\"completion/complete\",\"params\":{\"ref\":{\"type\":\"ref/nobody\"}}",
                "\"method\":\"logging/setLevel\",\"params\":{}",
                "\"method\":\"logging/setLevel\",\"params\":{\"level\":\"loud\"}")) {
            client.send("{\"jsonrpc\":\"2.0\",\"id\":\"x\"," + request + "}");
            JsonNode response = client.response("x");
            assertThat(response.at("/error/code").asInt())
                    .as(request + " " + response)
                    .isEqualTo(-32602);
            assertThat(response.toString()).doesNotContain("Exception", "jackson", "at [Source");
        }
        stillAnswers();
    }

    @Test
    void methodsThatThereAreNotAreToldSo() {
        assertThat(client.request("tools/run", Map.of()).at("/error/code").asInt())
                .isEqualTo(-32601);
        client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/nobody\"}");
        stillAnswers();
    }

    @Test
    void anIdThatIsInUseIsRefusedAndOneThatWasUsedIsNot() {
        client.send("{\"jsonrpc\":\"2.0\",\"id\":\"again\",\"method\":\"ping\"}");
        client.response("again");
        client.send("{\"jsonrpc\":\"2.0\",\"id\":\"again\",\"method\":\"ping\"}");
        assertThat(client.response("again").has("result")).isTrue();
    }

    @Test
    void idsComeBackAsTheyWere() {
        for (String id : List.of("0", "-7", "9007199254740993", "\"\"", "\"ü\\n\"")) {
            client.send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/list\"}");
        }
        client.endInput();
        for (String id : List.of("0", "-7", "9007199254740993", "\"\"", "\"ü\\n\"")) {
            assertThat(client.lines()).anyMatch(line -> line.contains("\"id\":" + id + ",\"result\":{\"tools\""));
        }
    }

    @Test
    void answersToRequestsThatNobodyMadeArePassedOver() {
        client.send("{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{}}");
        client.send("{\"jsonrpc\":\"2.0\",\"id\":77,\"error\":{\"code\":1,\"message\":\"no\"}}");
        stillAnswers();
    }

    @Test
    void whatIsUnderWayAtTheEndIsStillAnswered() {
        int id = client.askTool(
                "approx_count",
                Map.of("catalog", "main", "schema", "leads", "table", "people", "predicate", "age > 30"));
        client.send("{\"jsonrpc\":\"2.0\",\"id\":\"cut\",\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
        client.endInput();
        assertThat(client.response(id)
                        .at("/result/structuredContent/approx_count")
                        .asInt())
                .isPositive();
        assertThat(client.response("cut").has("result")).isTrue();
    }

    @Test
    void requestsThatComeTooEarlyDoNotWait() throws IOException {
        try (Client early = new Client(service, "me", Client.LIMITS)) {
            assertThat(early.request("ping", Map.of()).has("result")).isTrue();
            assertThat(early.request("tools/list", Map.of()).at("/error/code").asInt())
                    .isEqualTo(-32600);
            assertThat(early.request("server/discover", Map.of())
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32601);
            assertThat(early.initialize().at("/result/serverInfo/name").asText())
                    .isEqualTo("leadgen");
            // Without notifications/initialized: some clients forget it.
            assertThat(early.request("tools/list", Map.of()).at("/result/tools").size())
                    .isEqualTo(16);
            early.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
            assertThat(early.call("list_catalogs", Map.of()).get("isError").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void everyProtocolVersionOfTheSdkIsSpoken() throws IOException {
        for (String version : List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")) {
            try (Client other = new Client(service, "me", Client.LIMITS)) {
                JsonNode greeting = other.request(
                        "initialize",
                        Map.of(
                                "protocolVersion",
                                version,
                                "capabilities",
                                Map.of(),
                                "clientInfo",
                                Map.of("name", "t", "version", "1")));
                assertThat(greeting.at("/result/protocolVersion").asText()).isEqualTo(version);
                assertThat(greeting.at("/result/instructions").asText()).contains("check_predicate");
            }
        }
    }

    @Test
    void aClientThatWantsTheLogGetsIt() {
        client.call("list_catalogs", Map.of("request_id", "quiet"));
        client.request("logging/setLevel", Map.of("level", "debug"));
        client.call("list_catalogs", Map.of("request_id", "loud"));
        JsonNode note = client.notification("notifications/message");
        assertThat(note.at("/params/data").asText()).isEqualTo("loud list_catalogs answered");
        assertThat(note.at("/params/level").asText()).isEqualTo("debug");
        assertThat(client.lines()).noneMatch(line -> line.contains("quiet list_catalogs"));
    }
}
