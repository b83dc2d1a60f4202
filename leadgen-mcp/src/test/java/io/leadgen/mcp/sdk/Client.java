package io.leadgen.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadgen.audience.AudienceService;
import io.leadgen.mcp.auth.CallerIdentity;
import io.leadgen.privacy.policy.Principal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A client of a server in this process, over a pair of pipes like those of a real one. */
final class Client implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    static final CallLimits LIMITS = CallLimits.standard();
    private static final long PATIENCE_S = 60;

    /** As in production; held, since the platform forgets a logger that nobody holds. */
    private static final Logger SDK = Logger.getLogger("io.modelcontextprotocol");

    static {
        SDK.setLevel(Level.OFF);
    }

    private final List<String> lines = new ArrayList<>();

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final List<JsonNode> passedOver = new ArrayList<>();
    private final OutputStream toServer;
    private final InputStream fromServer;
    private final CallExecutor calls;
    private final Thread server;
    private final Thread reader;
    private int lastId = 1_000;

    /** A client whose server knows nothing of it yet. */
    Client(Supplier<AudienceService> service, String principal, CallLimits limits) throws IOException {
        Pipe in = Pipe.open();
        Pipe out = Pipe.open();
        toServer = Channels.newOutputStream(in.sink());
        fromServer = Channels.newInputStream(out.source());
        calls = new CallExecutor(limits, new RunningCalls());
        StdioTransport transport = new StdioTransport(
                Channels.newInputStream(in.source()),
                Channels.newOutputStream(out.sink()),
                CallerIdentity.of(Principal.of(principal)),
                Duration.ofSeconds(PATIENCE_S));
        new Servers(service, true, calls).stateful(transport);
        server = new Thread(
                () -> {
                    transport.serve();
                    try {
                        out.sink().close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "server");
        server.start();
        reader = new Thread(this::read, "reader");
        reader.setDaemon(true);
        reader.start();
    }

    /** A client that has introduced itself. */
    static Client of(Supplier<AudienceService> service, String principal) throws IOException {
        return introduced(new Client(service, principal, LIMITS));
    }

    static Client introduced(Client client) {
        client.initialize();
        client.send("""
                {"jsonrpc":"2.0","method":"notifications/initialized"}""");
        return client;
    }

    JsonNode initialize() {
        return request(
                "initialize",
                Map.of(
                        "protocolVersion",
                        "2025-11-25",
                        "capabilities",
                        Map.of(),
                        "clientInfo",
                        Map.of("name", "test", "version", "1")));
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(fromServer, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
                messages.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            add("unreadable: " + e.getClass());
        }
    }

    private void add(String line) {
        synchronized (lines) {
            lines.add(line);
        }
    }

    /** Every line that the server has written so far. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    void send(String line) {
        send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        try {
            toServer.write(bytes);
            toServer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request and does not wait. */
    int ask(String method, Object params) {
        lastId++;
        ObjectNode message = JSON.createObjectNode();
        message.put("jsonrpc", "2.0").put("id", lastId).put("method", method);
        message.set("params", JSON.valueToTree(params));
        send(message.toString());
        return lastId;
    }

    int askTool(String tool, Map<String, ?> arguments) {
        return ask("tools/call", Map.of("name", tool, "arguments", arguments));
    }

    /** The whole response. */
    JsonNode request(String method, Object params) {
        return response(ask(method, params));
    }

    /** The result of a call of a tool. */
    JsonNode call(String tool, Map<String, ?> arguments) {
        JsonNode response = response(askTool(tool, arguments));
        assertThat(response.has("result")).as(response.toString()).isTrue();
        return response.get("result");
    }

    /** Waits for a response; other messages are kept. */
    JsonNode response(Object id) {
        JsonNode wanted = JSON.valueToTree(id);
        return next(message ->
                message.has("id") && !message.has("method") && message.get("id").equals(wanted));
    }

    JsonNode notification(String method) {
        return next(message -> message.path("method").asText().equals(method));
    }

    /** An answer to something without an id. */
    JsonNode refusal() {
        return next(message -> message.has("error"));
    }

    private JsonNode next(Predicate<JsonNode> wanted) {
        for (JsonNode message : passedOver) {
            if (wanted.test(message)) {
                passedOver.remove(message);
                return message;
            }
        }
        try {
            while (true) {
                JsonNode message = messages.poll(PATIENCE_S, TimeUnit.SECONDS);
                assertThat(message)
                        .as(() -> "no such message in time; those that came: " + lines())
                        .isNotNull();
                if (wanted.test(message)) {
                    return message;
                }
                passedOver.add(message);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    RunningCalls running() {
        return calls.running();
    }

    /** Closes the client's end and waits for the server to leave. */
    void endInput() {
        try {
            toServer.close();
            server.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
            reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(server.isAlive()).isFalse();
    }

    /** The client stops reading. */
    void stopReading() throws IOException {
        fromServer.close();
    }

    @Override
    public void close() {
        endInput();
        calls.close();
    }
}
