package io.leadgen.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.auth.AuthorizationServer;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.HttpConfig.HttpLimits;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions belong to somebody, are few, and end; calls end with their sender. */
class SessionsOverHttpTest {
    private static final AuthorizationServer ISSUER = AuthorizationServer.start();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_session_answers_until_it_is_ended() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();

            assertThat(client.tool("list_catalogs")
                            .at("/result/structuredContent/catalogs/0")
                            .textValue())
                    .isEqualTo("main");
            assertThat(client.call("tools/list", "{}").at("/result/tools").size())
                    .isGreaterThan(10);
            assertThat(client.call("nope", "{}").at("/error/code").intValue()).isEqualTo(-32601);
            assertThat(server.metric("leadgen_http_sessions")).isOne();
            assertThat(client.send("DELETE").statusCode()).isEqualTo(202);
            assertThat(client.post(Client.message(9, "tools/list", "{}")).statusCode())
                    .isEqualTo(404);
            assertThat(client.send("DELETE").statusCode()).isEqualTo(404);
            assertThat(server.metric("leadgen_http_sessions")).isZero();
        }
    }

    @Test
    void without_a_session_nothing_is_answered_but_a_greeting() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            assertThat(server.client()
                            .post(Client.message(1, "tools/list", "{}"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(server.client().get().statusCode()).isEqualTo(400);
            assertThat(server.client().send("DELETE").statusCode()).isEqualTo(400);
            assertThat(server.client()
                            .in("invented")
                            .post(Client.message(1, "tools/list", "{}"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void to_others_a_session_does_not_exist() throws Exception {
        try (TestServer server = TestServer.start(TestServer.withTokens(ISSUER))) {
            Client victim = server.client(ISSUER.token("victim")).greet();
            Client thief = server.client(ISSUER.token("thief")).in(victim.session());

            HttpResponse<String> invented = thief.in("invented").post(Client.message(1, "tools/list", "{}"));
            HttpResponse<String> stolen = thief.post(Client.message(1, "tools/list", "{}"));

            assertThat(stolen.statusCode()).isEqualTo(404);
            assertThat(stolen.body()).isEqualTo(invented.body());
            assertThat(thief.get().statusCode()).isEqualTo(404);
            assertThat(thief.send("DELETE").statusCode()).isEqualTo(404);
            assertThat(thief.post(
                                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(victim.tool("list_catalogs").has("result")).isTrue();
            // A new token of the same principal is no theft.
            assertThat(server.client(ISSUER.token("victim"))
                            .in(victim.session())
                            .tool("list_catalogs")
                            .has("result"))
                    .isTrue();
        }
    }

    @Test
    void a_principal_at_its_share_gets_a_new_session_for_its_oldest() throws Exception {
        HttpConfig config =
                TestServer.limited(TestServer.withTokens(ISSUER), new HttpLimits(10_000, 64, 8, 30, 64, 1024));
        try (TestServer server = TestServer.start(config)) {
            Client other = server.client(ISSUER.token("other")).greet();
            Client first = server.client(ISSUER.token("p")).greet();
            Client second = server.client(ISSUER.token("p")).greet();
            assertThat(first.tool("list_catalogs").has("result")).isTrue();

            Client third = server.client(ISSUER.token("p")).greet();

            assertThat(second.post(Client.message(1, "tools/list", "{}")).statusCode())
                    .isEqualTo(404);
            assertThat(first.tool("list_catalogs").has("result")).isTrue();
            assertThat(third.tool("list_catalogs").has("result")).isTrue();
            assertThat(other.tool("list_catalogs").has("result")).isTrue();
        }
    }

    @Test
    void sessions_do_not_grow_with_the_number_of_greetings() throws Exception {
        HttpConfig config = TestServer.limited(TestServer.LOCAL, new HttpLimits(100_000, 64, 20, 30, 64, 1024));
        try (TestServer server = TestServer.start(config)) {
            for (int i = 0; i < 200; i++) {
                assertThat(server.client().post(Client.INITIALIZE).statusCode()).isEqualTo(200);
            }

            assertThat(server.metric("leadgen_http_sessions")).isEqualTo(20);
        }
    }

    @Test
    void a_principal_who_asks_too_often_is_told_when_to_come_back_and_others_are_served() throws Exception {
        HttpConfig config = TestServer.limited(TestServer.withTokens(ISSUER), new HttpLimits(3, 64, 100, 30, 64, 1024));
        try (TestServer server = TestServer.start(config)) {
            Client client = server.client(ISSUER.token("p"));
            for (int i = 0; i < 3; i++) {
                assertThat(client.post(Client.INITIALIZE).statusCode()).isEqualTo(200);
            }

            HttpResponse<String> refused = client.post(Client.INITIALIZE);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 21);
            assertThat(server.client(ISSUER.token("q")).post(Client.INITIALIZE).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void more_messages_than_there_are_places_are_refused_and_not_queued() throws Exception {
        HttpConfig config = TestServer.limited(TestServer.LOCAL, new HttpLimits(10_000, 64, 100, 30, 1, 1024));
        try (TestServer server = TestServer.start(config)) {
            Client client = server.client().greet();
            CompletableFuture<HttpResponse<String>> held =
                    client.posting(Client.message(1, "tools/call", TestServer.COUNT));
            assertThat(server.warehouse().hasBegun()).isTrue();

            HttpResponse<String> refused = client.post(Client.message(2, "tools/list", "{}"));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            server.warehouse().letOne();
            assertThat(Client.json(held.get(30, TimeUnit.SECONDS))
                            .at("/result/isError")
                            .booleanValue())
                    .isFalse();
            assertThat(client.post(Client.message(3, "tools/list", "{}")).statusCode())
                    .isEqualTo(200);
        }
    }

    /** JSON-RPC has no answer to a notification, not even to one that nobody understands, nor to a late response. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/roots/list_changed\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":{}}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"house/of/cards\",\"params\":{\"a\":1}}",
                "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":-1,\"message\":\"no\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":\"odd\"}"
            })
    void what_needs_no_answer_is_accepted(String message) throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();

            assertThat(client.post(message).statusCode()).isEqualTo(202);
            assertThat(client.tool("list_catalogs").has("result")).isTrue();
        }
    }

    @Test
    void a_cancelled_call_stops_at_the_warehouse() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();
            CompletableFuture<HttpResponse<String>> held =
                    client.posting(Client.message("\"seven\"", "tools/call", TestServer.COUNT));
            assertThat(server.warehouse().hasBegun()).isTrue();

            assertThat(client.post(
                                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"seven\"}}")
                            .statusCode())
                    .isEqualTo(202);

            assertThat(server.warehouse().hasStopped()).isTrue();
            JsonNode answer = Client.json(held.get(30, TimeUnit.SECONDS));
            assertThat(answer.at("/result/structuredContent/error/code").textValue())
                    .isEqualTo("CANCELLED");
            assertThat(server.running().size()).isZero();
        }
    }

    @Test
    void nobody_cancels_in_another_session_or_under_another_name() throws Exception {
        try (TestServer server = TestServer.start(TestServer.withTokens(ISSUER))) {
            Client client = server.client(ISSUER.token("p")).greet();
            Client sameOwner = server.client(ISSUER.token("p")).greet();
            Client other = server.client(ISSUER.token("q")).greet();
            CompletableFuture<HttpResponse<String>> held =
                    client.posting(Client.message(7, "tools/call", TestServer.COUNT));
            assertThat(server.warehouse().hasBegun()).isTrue();
            String cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}";

            sameOwner.post(cancel);
            other.post(cancel);
            other.modernly(1, "tools/list", null, java.util.Map.of()).get();
            other.post(cancel, "MCP-Protocol-Version", "2026-07-28");

            server.warehouse().letOne();
            assertThat(Client.json(held.get(30, TimeUnit.SECONDS))
                            .at("/result/isError")
                            .booleanValue())
                    .isFalse();
            assertThat(server.warehouse().hasStoppedAny()).isFalse();
        }
    }

    @Test
    void a_call_whose_sender_goes_away_stops_at_the_warehouse() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();
            String body = Client.message(7, "tools/call", TestServer.COUNT);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.getOutputStream()
                        .write(("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Accept: application/json, text/event-stream\r\nMcp-Session-Id: "
                                        + client.session() + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                assertThat(server.warehouse().hasBegun()).isTrue();
            }

            assertThat(server.warehouse().hasStopped()).isTrue();
        }
    }

    @Test
    void who_waits_hears_signs_of_life() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();
            String params = TestServer.COUNT.replaceFirst("\\{", "{\"_meta\":{\"progressToken\":\"t\"},");
            CompletableFuture<HttpResponse<String>> held = client.posting(Client.message(7, "tools/call", params));
            assertThat(server.warehouse().hasBegun()).isTrue();
            TimeUnit.SECONDS.sleep(5);
            server.warehouse().letOne();

            HttpResponse<String> response = held.get(30, TimeUnit.SECONDS);

            assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(response.body()).contains(": \n\n", "\"progressToken\":\"t\"", "\"approx_count\"");
            assertThat(Client.json(response).at("/result/isError").booleanValue())
                    .isFalse();
        }
    }

    @Test
    void a_client_that_takes_no_streams_gets_a_document_however_long_it_takes() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();
            CompletableFuture<HttpResponse<String>> held =
                    client.posting(Client.message(7, "tools/call", TestServer.COUNT), "Accept", "application/json");
            assertThat(server.warehouse().hasBegun()).isTrue();
            TimeUnit.SECONDS.sleep(3);
            server.warehouse().letOne();

            assertThat(held.get(30, TimeUnit.SECONDS).headers().firstValue("Content-Type"))
                    .contains("application/json");
        }
    }

    @Test
    void a_client_that_takes_streams_only_gets_one() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();

            HttpResponse<String> response =
                    client.post(Client.message(7, "tools/list", "{}"), "Accept", "text/event-stream");

            assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(response.body()).startsWith("event: message\ndata: {").endsWith("}\n\n");
            assertThat(client.post("{", "Accept", "text/event-stream").headers().firstValue("Content-Type"))
                    .contains("application/json");
        }
    }

    @Test
    void a_client_that_listens_is_told_so_at_once_and_gives_way_to_its_next_one() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();
            CompletableFuture<String> first = listen(server, client);
            CompletableFuture<String> second = listen(server, client);

            assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("text/event-stream", ": ");
            client.send("DELETE");
            assertThat(second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("text/event-stream");
        }
    }

    /** What comes until the stream ends; returns when it has begun. */
    private static CompletableFuture<String> listen(TestServer server, Client client) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.getOutputStream()
                .write(("GET /mcp HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nConnection: close\r\n"
                                + "Mcp-Session-Id: " + client.session() + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        InputStream in = socket.getInputStream();
        int begun = in.read();
        return CompletableFuture.supplyAsync(() -> {
            try (socket) {
                return (char) begun + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
