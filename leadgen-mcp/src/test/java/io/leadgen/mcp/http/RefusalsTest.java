package io.leadgen.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadgen.mcp.auth.AuthorizationServer;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.HttpConfig.HttpLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with which status, and that a refusal is always JSON-RPC and never tells how the server is built. */
class RefusalsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SEEN = new ArrayList<>();
    private static final AuthorizationServer ISSUER = AuthorizationServer.start();
    private static TestServer local;
    private static TestServer guarded;

    @BeforeAll
    static void start() {
        HttpConfig web = new HttpConfig(
                TestServer.LOCAL.listen(),
                null,
                false,
                null,
                null,
                Set.of("leadgen.internal"),
                Set.of("https://app.example.com"),
                null,
                new HttpLimits(1_000_000, 16, 1000, 30, 64, 1024));
        local = TestServer.start(web);
        guarded = TestServer.start(TestServer.withTokens(ISSUER));
    }

    @AfterAll
    static void stop() {
        local.close();
        guarded.close();
        ISSUER.close();
    }

    @AfterEach
    void no_answer_has_told_how_the_server_is_built() {
        assertThat(SEEN)
                .noneMatch(text -> text.contains("\tat ")
                        || text.contains("Exception")
                        || text.contains("io.leadgen")
                        || text.contains("org.eclipse")
                        || text.contains("stackTrace")
                        || text.toLowerCase(java.util.Locale.ROOT).contains("jetty")
                        || text.contains("<html"));
        SEEN.clear();
    }

    private static void refused(HttpResponse<String> response, int status, int code) throws IOException {
        SEEN.add(response.headers().map() + "\n" + response.body());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode body = JSON.readTree(response.body());
        assertThat(body.path("jsonrpc").textValue()).isEqualTo("2.0");
        assertThat(body.has("id")).isTrue();
        assertThat(body.at("/error/code").intValue()).isEqualTo(code);
        assertThat(body.at("/error/message").textValue()).isNotBlank();
    }

    @Test
    void without_a_token_there_is_a_challenge_and_the_body_is_not_even_read() throws Exception {
        HttpResponse<String> response = guarded.client().post("not json");

        refused(response, 401, -32000);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer scope=")
                .contains("resource_metadata=\"" + guarded.at("/.well-known/oauth-protected-resource/mcp") + "\"")
                .doesNotContain("error");
        refused(guarded.client().get(), 401, -32000);
        refused(guarded.client().send("DELETE"), 401, -32000);
        refused(guarded.client().send("PUT"), 401, -32000);
    }

    @Test
    void while_the_issuer_is_away_a_client_is_told_to_come_back() throws Exception {
        AuthorizationServer gone = AuthorizationServer.start();
        try (TestServer server = TestServer.start(TestServer.withTokens(gone))) {
            String token = gone.token("p");
            gone.close();
            HttpResponse<String> response = server.client(token).post(Client.INITIALIZE);

            refused(response, 503, -32000);
            assertThat(response.headers().firstValue("Retry-After")).contains("10");
            assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
        }
    }

    @Test
    void a_token_elsewhere_than_in_the_header_is_none() throws Exception {
        String token = ISSUER.token("p");

        refused(new Client(guarded.at("/mcp?access_token=" + token), null).post(Client.INITIALIZE), 401, -32000);
        refused(
                new Client(guarded.at("/mcp"), null)
                        .post("access_token=" + token, "Content-Type", "application/x-www-form-urlencoded"),
                401,
                -32000);
        assertThat(SEEN).noneMatch(text -> text.contains(token));
    }

    @Test
    void wrong_tokens_are_told_apart_by_error_and_status() throws Exception {
        HttpResponse<String> expired = guarded.client(
                        ISSUER.token("p", claims -> claims.expirationTime(Date.from(Instant.EPOCH))))
                .post(Client.INITIALIZE);
        refused(expired, 401, -32000);
        assertThat(expired.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");

        HttpResponse<String> weak = guarded.client(ISSUER.token("p", claims -> claims.claim("scope", "other")))
                .post(Client.INITIALIZE);
        refused(weak, 403, -32000);
        assertThat(weak.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_scope\"", "scope=\"leadgen:read\"");

        refused(
                guarded.client(ISSUER.token("p", claims -> claims.claim("tier", "gold")))
                        .post(Client.INITIALIZE),
                403,
                -32000);
    }

    @Test
    void where_tokens_come_from_is_told_to_everybody_at_both_addresses() throws Exception {
        for (String path :
                List.of("/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp")) {
            HttpResponse<String> response = new Client(guarded.at(path), null).get();

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(JSON.readTree(response.body()))
                    .isEqualTo(JSON.valueToTree(Map.of(
                            "resource", guarded.at("/mcp").toString(),
                            "authorization_servers", List.of(ISSUER.issuer()),
                            "scopes_supported", List.of("leadgen:read"),
                            "bearer_methods_supported", List.of("header"),
                            "resource_name", "leadgen")));
            refused(new Client(local.at(path), null).get(), 404, -32000);
        }
    }

    @Test
    void other_names_than_ours_are_refused_whoever_points_them_to_this_machine() throws Exception {
        for (String host :
                List.of("evil.example", "evil.example:" + local.port(), "127.0.0.1.evil.example", "localhost.")) {
            assertThat(raw("POST /mcp HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n"))
                    .startsWith("HTTP/1.1 421 ");
            assertThat(raw("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 421 ");
        }
        for (String host : List.of("localhost", "127.0.0.1:1", "[::1]:80", "LOCALHOST:9", "leadgen.internal:443")) {
            assertThat(raw("GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(raw("GET /mcp HTTP/1.0\r\n\r\n")).contains(" 421 ");
    }

    @Test
    void pages_of_other_origins_are_refused() throws Exception {
        for (String origin :
                List.of("https://evil.example", "null", "http://localhost.evil.example", "file://", "localhost")) {
            refused(local.client().post(Client.INITIALIZE, "Origin", origin), 403, -32000);
        }
        for (String origin : List.of("http://localhost:5173", "https://app.example.com", "HTTP://127.0.0.1")) {
            assertThat(local.client().post(Client.INITIALIZE, "Origin", origin).statusCode())
                    .isEqualTo(200);
        }
        refused(guarded.client().post(Client.INITIALIZE, "Origin", "https://app.example.com"), 403, -32000);
    }

    @Test
    void a_browser_is_told_that_an_allowed_page_may_call_and_read() throws Exception {
        HttpResponse<String> asked = local.client()
                .send("OPTIONS", "Origin", "https://app.example.com", "Access-Control-Request-Method", "POST");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains("https://app.example.com");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Mcp-Session-Id", "MCP-Protocol-Version");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();

        HttpResponse<String> called = local.client().post(Client.INITIALIZE, "Origin", "https://app.example.com");
        assertThat(called.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Mcp-Session-Id");
        assertThat(local.client()
                        .send("OPTIONS", "Origin", "http://localhost:1")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void what_is_no_message_is_refused_as_such() throws Exception {
        Client client = local.client();
        for (String body : List.of("", "{", "nonsense", "{\"a\":1}{}", "{\"a\":1,\"a\":2}", "[".repeat(70), "\uFEFF")) {
            refused(client.post(body), 400, body.isEmpty() ? -32600 : -32700);
        }
        for (String body : List.of(
                "[]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "1",
                "null",
                "{}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":123456789012345678901,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\"}")) {
            refused(client.post(body), 400, -32600);
        }
        for (String params : List.of("null", "[]", "3")) {
            String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":" + params + "}";
            refused(client.post(body), 400, -32602);
        }
    }

    @Test
    void an_error_carries_the_id_of_its_request_where_there_is_one() throws Exception {
        HttpResponse<String> response =
                local.client().post("{\"jsonrpc\":\"2.0\",\"id\":\"abc\",\"method\":\"tools/list\",\"params\":3}");

        refused(response, 400, -32602);
        assertThat(JSON.readTree(response.body()).path("id").textValue()).isEqualTo("abc");
    }

    @Test
    void other_types_and_methods_are_refused() throws Exception {
        refused(local.client().post(Client.INITIALIZE, "Content-Type", "text/plain"), 415, -32000);
        refused(local.client().post(Client.INITIALIZE, "Content-Type", "application/jsonp"), 415, -32000);
        assertThat(local.client()
                        .post(Client.INITIALIZE, "Content-Type", "Application/JSON; charset=utf-8")
                        .statusCode())
                .isEqualTo(200);
        refused(local.client().post(Client.INITIALIZE, "Accept", "text/html"), 406, -32000);
        refused(local.client().post(Client.INITIALIZE, "Accept", "application/json;q=0"), 406, -32000);
        for (String accepted : List.of("Application/JSON", "application/*", "text/html, */*;q=0.1", "TEXT/*; q=1")) {
            assertThat(local.client()
                            .post(Client.INITIALIZE, "Accept", accepted)
                            .statusCode())
                    .as(accepted)
                    .isEqualTo(200);
        }
        refused(local.client().get("Accept", "application/json"), 406, -32000);
        HttpResponse<String> put = local.client().send("PUT");
        refused(put, 405, -32000);
        assertThat(put.headers().firstValue("Allow")).contains("POST, GET, DELETE");
        refused(new Client(local.at("/health/live"), null).send("POST"), 405, -32000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/mcp/", "/mcp/x", "/MCP", "/sse", "/health", "/health/", "/favicon.ico", "/.well-known/x"})
    void other_addresses_do_not_exist(String path) throws Exception {
        refused(new Client(local.at(path), null).get(), 404, -32000);
    }

    @Test
    void unknown_versions_are_refused() throws Exception {
        Client client = local.client().greet();
        for (String version : List.of("1999-01-01", "2026-07-29", "latest")) {
            HttpResponse<String> response =
                    client.post(Client.message(1, "tools/list", "{}"), "MCP-Protocol-Version", version);
            refused(response, 400, -32022);
            assertThat(response.body()).contains("2026-07-28", "2025-11-25", version);
            refused(client.get("MCP-Protocol-Version", version), 400, -32600);
            refused(client.send("DELETE", "MCP-Protocol-Version", version), 400, -32600);
        }
        assertThat(client.post(Client.message(1, "tools/list", "{}"), "MCP-Protocol-Version", "2025-06-18")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void large_bodies_are_refused_whether_they_say_so_or_not() throws Exception {
        refused(local.client().post(" ".repeat(17 * 1024)), 413, -32000);
        String chunk = "400\r\n" + " ".repeat(1024) + "\r\n";
        assertThat(raw(
                        "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked"
                                + "\r\n\r\n" + chunk.repeat(20)))
                .startsWith("HTTP/1.1 413 ")
                .contains("The message is too large");
        assertThat(local.client()
                        .greet()
                        .tool("list_catalogs")
                        .at("/result/isError")
                        .booleanValue())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BLAH\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
            })
    void what_is_no_http_is_answered_briefly(String request) throws Exception {
        String answer = raw(request);

        SEEN.add(answer);
        assertThat(answer).matches("(?s)HTTP/1\\.1 [45]\\d\\d .*");
        assertThat(answer).contains("\"jsonrpc\":\"2.0\"");
    }

    @Test
    void large_headers_are_refused() throws Exception {
        String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n");

        SEEN.add(answer);
        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void no_answer_names_the_server_software() throws Exception {
        for (String path : List.of("/mcp", "/nope", "/health/live")) {
            assertThat(new Client(local.at(path), null).get().headers().map())
                    .doesNotContainKeys("Server", "X-Powered-By");
        }
    }

    @Test
    void rejected_questions_are_no_refusals() throws Exception {
        Client client = local.client().greet();

        JsonNode unknown = client.call(
                "tools/call",
                "{\"name\":\"approx_count\",\"arguments\":{\"catalog\":\"main\",\"schema\":\"leads\",\"table\":\"nope\"}}");

        assertThat(unknown.at("/result/isError").booleanValue()).isTrue();
        assertThat(unknown.at("/result/structuredContent/error/code").textValue())
                .isEqualTo("UNKNOWN_TABLE");
        SEEN.add(unknown.toString());
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), local.port())) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            byte[] block = new byte[8192];
            try {
                for (int read = in.read(block); read > 0; read = in.read(block)) {
                    answer.append(new String(block, 0, read, StandardCharsets.UTF_8));
                    if (isWhole(answer)) {
                        break;
                    }
                }
            } catch (IOException e) {
                // The server has nothing more to say, or has hung up on what it did not read.
            }
            return answer.toString();
        }
    }

    private static boolean isWhole(CharSequence answer) {
        java.util.regex.Matcher length =
                java.util.regex.Pattern.compile("(?i)content-length: (\\d+)").matcher(answer);
        int body = answer.toString().indexOf("\r\n\r\n");
        return body > 0 && length.find() && answer.length() >= body + 4 + Integer.parseInt(length.group(1));
    }
}
