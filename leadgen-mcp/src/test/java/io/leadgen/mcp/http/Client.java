package io.leadgen.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A client that sends what a test wants, also what no client should. */
final class Client {
    static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI url;
    private final @Nullable String token;
    private final AtomicInteger ids = new AtomicInteger();
    private volatile @Nullable String session;

    Client(URI url, @Nullable String token) {
        this.url = url;
        this.token = token;
    }

    /** This client in another session, or in none. */
    Client in(@Nullable String otherSession) {
        Client other = new Client(url, token);
        other.session = otherSession;
        return other;
    }

    /** Begins a session. */
    Client greet() throws Exception {
        HttpResponse<String> response = post(INITIALIZE);
        session = response.headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow(() -> new IllegalStateException(response.body()));
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return this;
    }

    @Nullable
    String session() {
        return session;
    }

    HttpRequest.Builder request(String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(60))
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json, text/event-stream");
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        String current = session;
        if (current != null) {
            request.setHeader("Mcp-Session-Id", current);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        return HTTP.send(
                request(headers).POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> posting(String body, String... headers) {
        return HTTP.sendAsync(
                request(headers).POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String... headers) throws IOException, InterruptedException {
        return HTTP.send(request(headers).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String... headers) throws IOException, InterruptedException {
        return HTTP.send(
                request(headers)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    /** Calls a method and reads the response, also out of a stream. */
    JsonNode call(String method, String params) throws Exception {
        return json(post(message(ids.incrementAndGet(), method, params)));
    }

    /** Calls a tool that takes no arguments. */
    JsonNode tool(String name) throws Exception {
        return call("tools/call", "{\"name\":\"" + name + "\"}");
    }

    static String message(Object id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    /** The last message of a response. */
    static JsonNode json(HttpResponse<String> response) throws IOException {
        String body = response.body();
        int event = body.lastIndexOf("data: ");
        return JSON.readTree(event < 0 ? body : body.substring(event + 6));
    }

    /** A request of the revision without sessions, with the headers that it needs. */
    JsonNode modern(String method, @Nullable String name, Map<String, Object> params) throws Exception {
        return json(modernly(ids.incrementAndGet(), method, name, params).get());
    }

    CompletableFuture<HttpResponse<String>> modernly(
            Object id, String method, @Nullable String name, Map<String, Object> params) throws IOException {
        return posting(modernMessage(id, method, params), modernHeaders(method, name));
    }

    static String[] modernHeaders(String method, @Nullable String name) {
        return name == null
                ? new String[] {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", method}
                : new String[] {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", method, "Mcp-Name", name};
    }

    static String modernMessage(Object id, String method, Map<String, Object> params) throws IOException {
        Map<String, Object> all = new HashMap<>(params);
        all.put(
                "_meta",
                Map.of(
                        "io.modelcontextprotocol/protocolVersion",
                        "2026-07-28",
                        "io.modelcontextprotocol/clientCapabilities",
                        Map.of()));
        return JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", all));
    }
}
