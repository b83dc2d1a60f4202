package io.leadgen.tests.databricks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The HTTPS server of an emulator: notes each request, lets its fault happen, and sends the answer. */
final class EmulatorServer implements AutoCloseable {
    static {
        // Without it each answer waits 40 ms for an acknowledgement. Read once, when the JDK's server is first loaded.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpsServer server;
    private final WorkspaceApi api;
    private final OAuthServer oauth;
    private final FaultPlan faults;
    private final RequestJournal journal;
    private final Workers workers;
    private volatile IntConsumer reset = port -> {};

    EmulatorServer(WorkspaceApi api, OAuthServer oauth, FaultPlan faults, RequestJournal journal, Workers workers)
            throws IOException {
        this.api = api;
        this.oauth = oauth;
        this.faults = faults;
        this.journal = journal;
        this.workers = workers;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(LoopbackCertificate.get().context()));
        server.setExecutor(workers.executor());
        server.createContext("/", this::handle);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /**
     * Serves requests.
     *
     * @param resetConnection resets the connection over which requests come from a port
     */
    void start(IntConsumer resetConnection) {
        reset = resetConnection;
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ApiRequest request = read(exchange);
            Fault fault = faults.take(request.endpoint());
            if (fault instanceof Fault.Latency latency) {
                workers.pause(latency.time());
                send(exchange, api.answer(request, Fault.Course.NORMAL));
            } else if (fault instanceof Fault.Course course) {
                send(exchange, api.answer(request, course));
            } else if (fault instanceof Fault.Revocation) {
                oauth.revokeAll();
                send(exchange, api.answer(request, Fault.Course.NORMAL));
            } else if (fault instanceof Fault.Refusal refusal) {
                send(exchange, HttpReply.of(refusal));
            } else if (fault instanceof Fault.Truncation) {
                truncate(exchange, api.answer(request, Fault.Course.NORMAL));
            } else if (fault instanceof Fault.Reset) {
                reset.accept(exchange.getRemoteAddress().getPort());
            } else if (fault instanceof Fault.Stall stall) {
                workers.pause(stall.time());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ApiRequest read(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        ApiRequest request = new ApiRequest(
                Endpoint.of(method, path),
                path,
                header(exchange, "Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        journal.add(new RequestJournal.Request(
                Instant.now(),
                request.endpoint(),
                method,
                path,
                header(exchange, "User-Agent"),
                WorkspaceApi.statement(request)));
        return request;
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static void send(HttpExchange exchange, HttpReply reply) throws IOException {
        byte[] body = begin(exchange, reply);
        exchange.getResponseBody().write(body);
    }

    private static void truncate(HttpExchange exchange, HttpReply reply) throws IOException {
        byte[] body = begin(exchange, reply);
        exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
        exchange.getResponseBody().flush();
    }

    private static byte[] begin(HttpExchange exchange, HttpReply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), body.length);
        return body;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
