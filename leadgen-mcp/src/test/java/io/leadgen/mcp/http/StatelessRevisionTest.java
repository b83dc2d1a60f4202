package io.leadgen.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.auth.AuthorizationServer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The revision 2026-07-28: each request stands for itself, and says the same in its headers as in its body. */
class StatelessRevisionTest {
    private static final AuthorizationServer ISSUER = AuthorizationServer.start();
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(TestServer.withTokens(ISSUER));
    }

    @AfterAll
    static void stop() {
        server.close();
        ISSUER.close();
    }

    /** A question that takes a scan, unless it was asked before. */
    private static Map<String, Object> count(int age) {
        return Map.of(
                "name",
                "approx_count",
                "arguments",
                Map.of("catalog", "main", "schema", "leads", "table", "people", "predicate", "age > " + age));
    }

    private static Client client(String principal) {
        return server.client(ISSUER.token(principal));
    }

    @Test
    void tells_what_it_offers() throws Exception {
        JsonNode result = client("p").modern("server/discover", null, Map.of()).path("result");

        assertThat(result.at("/supportedVersions/0").textValue()).isEqualTo("2026-07-28");
        assertThat(result.path("capabilities").has("tools")).isTrue();
        assertThat(result.path("capabilities").has("logging")).isFalse();
        assertThat(result.path("instructions").textValue()).isNotBlank();
        assertThat(result.path("resultType").textValue()).isEqualTo("complete");
        assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/name").textValue())
                .isEqualTo("leadgen");
    }

    @Test
    void lists_say_how_long_they_are_good_and_that_they_are_private() throws Exception {
        for (String method : List.of("tools/list", "prompts/list", "resources/list", "resources/templates/list")) {
            JsonNode result = client("p").modern(method, null, Map.of()).path("result");

            assertThat(result.path("ttlMs").intValue()).as(method).isPositive();
            assertThat(result.path("cacheScope").textValue()).isEqualTo("private");
        }
        assertThat(client("p")
                        .modern("tools/call", "list_catalogs", Map.of("name", "list_catalogs"))
                        .path("result")
                        .has("ttlMs"))
                .isFalse();
    }

    @Test
    void answers_questions_without_a_session_and_makes_none() throws Exception {
        server.warehouse().letOne();
        HttpResponse<String> response = client("asks")
                .modernly(1, "tools/call", "approx_count", count(40))
                .get(30, TimeUnit.SECONDS);
        assertThat(server.warehouse().hasBegun()).isTrue();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Mcp-Session-Id")).isEmpty();
        assertThat(Client.json(response)
                        .at("/result/structuredContent/approx_count")
                        .intValue())
                .isBetween(1000, 1500);
    }

    @Test
    void headers_must_say_what_the_message_says() throws Exception {
        Client client = client("p");
        String call = Client.modernMessage(1, "tools/call", Map.of("name", "list_catalogs"));
        List<String[]> wrong = List.of(
                new String[] {"MCP-Protocol-Version", "2026-07-28"},
                new String[] {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call"},
                new String[] {"MCP-Protocol-Version", "2026-07-28", "Mcp-Name", "list_catalogs"},
                Client.modernHeaders("tools/list", "list_catalogs"),
                Client.modernHeaders("tools/call", "list_schemas"),
                Client.modernHeaders("TOOLS/CALL", "list_catalogs"),
                new String[] {"Mcp-Method", "tools/call", "Mcp-Name", "list_catalogs"},
                new String[] {
                    "MCP-Protocol-Version", "2027-01-01", "Mcp-Method", "tools/call", "Mcp-Name", "list_catalogs"
                });
        for (String[] headers : wrong) {
            HttpResponse<String> response = client.post(call, headers);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(Client.json(response).at("/error/code").intValue()).isEqualTo(-32020);
            assertThat(Client.json(response).path("id").intValue()).isOne();
        }
        String encoded = Base64.getEncoder().encodeToString("list_catalogs".getBytes(StandardCharsets.UTF_8));
        assertThat(client.post(call, Client.modernHeaders("tools/call", "=?base64?" + encoded + "?="))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void another_version_is_told_which_one_there_is() throws Exception {
        String call = Client.modernMessage(1, "tools/list", Map.of()).replace("2026-07-28", "2030-01-01");

        JsonNode error = Client.json(
                        client("p").post(call, "MCP-Protocol-Version", "2030-01-01", "Mcp-Method", "tools/list"))
                .path("error");

        assertThat(error.path("code").intValue()).isEqualTo(-32022);
        assertThat(error.at("/data/supported/0").textValue()).isEqualTo("2026-07-28");
        assertThat(error.at("/data/requested").textValue()).isEqualTo("2030-01-01");
    }

    @Test
    void a_request_must_say_what_its_client_can_do() throws Exception {
        HttpResponse<String> response =
                client("p").post(Client.message(1, "tools/list", "{}"), Client.modernHeaders("tools/list", null));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).at("/error/code").intValue()).isEqualTo(-32602);
    }

    @Test
    void what_belongs_to_sessions_does_not_exist() throws Exception {
        for (String method : List.of(
                "initialize", "ping", "logging/setLevel", "resources/subscribe", "subscriptions/listen", "nope")) {
            HttpResponse<String> response =
                    client("p").modernly(1, method, null, Map.of()).get(30, TimeUnit.SECONDS);
            assertThat(response.statusCode()).as(method).isEqualTo(404);
            assertThat(Client.json(response).at("/error/code").intValue()).isEqualTo(-32601);
        }
        assertThat(client("p").get("MCP-Protocol-Version", "2026-07-28").statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_unknown_tool_is_an_error_of_the_protocol() throws Exception {
        JsonNode response = client("p").modern("tools/call", "run_sql", Map.of("name", "run_sql"));

        assertThat(response.at("/error/code").intValue()).isEqualTo(-32602);
    }

    @Test
    void a_call_whose_sender_goes_away_stops_at_the_warehouse() throws Exception {
        String body = Client.modernMessage(7, "tools/call", count(50));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Accept: application/json, text/event-stream\r\nAuthorization: Bearer "
                                    + ISSUER.token("leaves") + "\r\nMCP-Protocol-Version: 2026-07-28\r\n"
                                    + "Mcp-Method: tools/call\r\nMcp-Name: approx_count\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            assertThat(server.warehouse().hasBegun()).isTrue();
        }

        assertThat(server.warehouse().hasStopped()).isTrue();
    }

    @Test
    void a_call_is_cancelled_by_its_principal_if_it_is_clear_which_one_is_meant() throws Exception {
        Client client = client("cancels");
        String cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}";
        CompletableFuture<HttpResponse<String>> held = client.modernly(1, "tools/call", "approx_count", count(60));
        assertThat(server.warehouse().hasBegun()).isTrue();
        CompletableFuture<HttpResponse<String>> twin = client.modernly(1, "tools/call", "approx_count", count(70));
        assertThat(server.warehouse().hasBegun()).isTrue();

        client.post(cancel, "MCP-Protocol-Version", "2026-07-28");
        client("another").post(cancel, "MCP-Protocol-Version", "2026-07-28");
        assertThat(server.warehouse().hasStoppedAny()).isFalse();
        server.warehouse().letOne();
        CompletableFuture.anyOf(held, twin).get(30, TimeUnit.SECONDS);
        assertThat(client.post(cancel, "MCP-Protocol-Version", "2026-07-28").statusCode())
                .isEqualTo(202);

        assertThat(server.warehouse().hasStopped()).isTrue();
        CompletableFuture.allOf(held, twin).get(30, TimeUnit.SECONDS);
        assertThat(List.of(
                        Client.json(held.get()).has("error"),
                        Client.json(twin.get()).has("error")))
                .containsExactlyInAnyOrder(true, false);
    }
}
