package io.leadgen.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.http.Exchange;
import io.leadgen.mcp.http.Message;
import io.leadgen.mcp.http.Refusal;
import io.leadgen.mcp.http.Refused;
import io.leadgen.mcp.sdk.Sessions.Session;
import io.leadgen.privacy.policy.Principal;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The revisions of the protocol with sessions, up to 2025-11-25. An answer is one document if nothing has to be said before it, and
 * else the last event of a stream.
 *
 * <p>Guarantees: a session serves the principal who began it, and does not exist for others; a call is stopped when its sender cancels
 * it in the same session, ends the session, or goes away, since an answer could not be fetched later.
 */
final class SessionRevisions implements McpStreamableServerTransportProvider {
    /** What {@code MCP-Protocol-Version} may name. */
    static final List<String> VERSIONS =
            List.of(ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

    /** In which steps a client that waits hears something; so late at most is it noticed that it has gone. */
    static final Duration CALL_BEAT = Duration.ofSeconds(2);

    static final int OK = 200;
    static final int ACCEPTED = 202;

    private static final Logger LOG = System.getLogger("io.leadgen.mcp.http");
    private static final Duration LISTENING_BEAT = Duration.ofSeconds(15);
    private static final Duration SWEEP = Duration.ofSeconds(60);
    private static final int BAD_REQUEST = 400;
    private static final int DEFECT = 500;
    private static final String SESSION = "Mcp-Session-Id";
    private static final String CANCELLED = "notifications/cancelled";

    private final McpJsonMapper json = Servers.json();
    private final Sessions sessions;
    private final RunningCalls running;
    private final CallMetrics metrics;
    private final ScheduledThreadPoolExecutor sweeper;
    private McpStreamableServerSession.@Nullable Factory factory;

    SessionRevisions(Sessions sessions, RunningCalls running, CallMetrics metrics) {
        this.sessions = sessions;
        this.running = running;
        this.metrics = metrics;
        this.sweeper = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "leadgen-sessions");
            thread.setDaemon(true);
            return thread;
        });
        var unused =
                sweeper.scheduleWithFixedDelay(sessions::sweep, SWEEP.toSeconds(), SWEEP.toSeconds(), TimeUnit.SECONDS);
    }

    void message(Exchange exchange, Message message) throws Refused {
        JsonNode id = message.id();
        if (message.isRequest() && McpSchema.METHOD_INITIALIZE.equals(message.method())) {
            begin(exchange, message);
            return;
        }
        Session session = session(exchange, id);
        session.usedBy(exchange);
        if (message.isRequest()) {
            answer(exchange, message, session);
        } else if (message.method() == null) {
            JSONRPCResponse response = json.convertValue(message.whole(), JSONRPCResponse.class);
            take(exchange, message, session.sdk().accept(response));
        } else if (message.method().equals(CANCELLED)) {
            JsonNode called = message.params().path("requestId");
            if (called.isTextual() || called.isNumber()) {
                running.cancel(call(exchange.asker().principal(), session, called));
            }
            exchange.answer(ACCEPTED);
        } else {
            take(exchange, message, session.sdk().accept(notification(message)));
        }
    }

    private void begin(Exchange exchange, Message message) throws Refused {
        InitializeRequest greeting;
        try {
            greeting = json.convertValue(tree(message.params()), InitializeRequest.class);
        } catch (McpError e) {
            throw new Refused(
                    Refusal.of(BAD_REQUEST, Refusal.INVALID_PARAMS, "The params of initialize are not as they must be"),
                    message.id());
        }
        McpStreamableServerSession.Factory sdk = factory;
        if (greeting == null || greeting.protocolVersion() == null || sdk == null) {
            throw new Refused(
                    Refusal.of(BAD_REQUEST, Refusal.INVALID_PARAMS, "initialize needs params with a protocolVersion"),
                    message.id());
        }
        McpStreamableServerSession.McpStreamableServerSessionInit init = sdk.startSession(greeting);
        Session session = sessions.begin(init.session(), exchange.asker().principal());
        session.usedBy(exchange);
        init.initResult()
                .contextWrite(values -> values.put(McpTransportContext.KEY, context(exchange, null)))
                .subscribe(
                        result -> {
                            exchange.setHeader(SESSION, session.id());
                            exchange.answer(OK, bytes(JSONRPCResponse.result(id(message), result)));
                        },
                        failure -> failed(exchange, message, failure));
    }

    private void answer(Exchange exchange, Message message, Session session) {
        long started = System.nanoTime();
        JSONRPCRequest request = request(message);
        CallId call = CallId.of(exchange.asker().principal(), session.id(), request.id());
        Disposable answering = session.sdk()
                .responseStream(new ToExchange(exchange, message, started))
                .handle(request)
                .contextWrite(values -> values.put(McpTransportContext.KEY, context(exchange, call)))
                .subscribe(
                        nothing -> {},
                        failure -> failed(exchange, message, failure),
                        // Without effect if there was an answer.
                        () -> failed(exchange, message, new IllegalStateException("no answer")));
        exchange.onGone(answering::dispose);
        exchange.keepAlive(CALL_BEAT);
    }

    private void take(Exchange exchange, Message message, Mono<Void> taken) {
        taken.contextWrite(values -> values.put(McpTransportContext.KEY, context(exchange, null)))
                .subscribe(
                        nothing -> {}, failure -> failed(exchange, message, failure), () -> exchange.answer(ACCEPTED));
    }

    private static void failed(Exchange exchange, Message message, Throwable failure) {
        LOG.log(Level.DEBUG, () -> "not answered: " + failure.getClass().getName());
        exchange.refuse(Refusal.of(DEFECT, Refusal.INTERNAL, "A defect of leadgen ended the request"), message.id());
    }

    private Session session(Exchange exchange, @Nullable JsonNode id) throws Refused {
        String named = exchange.header(SESSION);
        if (named == null) {
            throw new Refused(
                    Refusal.of(
                            BAD_REQUEST,
                            Refusal.INVALID_REQUEST,
                            "The header Mcp-Session-Id is missing; a session begins with initialize"),
                    id);
        }
        return sessions.of(named, exchange.asker().principal());
    }

    /** Sends a client what the server says by itself. */
    void listen(Exchange exchange) throws Refused {
        checkVersion(exchange);
        Session session = session(exchange, null);
        session.usedBy(exchange);
        McpStreamableServerSession.McpStreamableServerSessionStream stream =
                session.sdk().listeningStream(new ToExchange(exchange, null, 0));
        exchange.onAnswered(stream::close);
        session.listens(exchange);
        exchange.open();
        exchange.keepAlive(LISTENING_BEAT);
    }

    /** Ends a session. */
    void end(Exchange exchange) throws Refused {
        checkVersion(exchange);
        Session session = session(exchange, null);
        sessions.end(session);
        exchange.answer(ACCEPTED);
    }

    private static void checkVersion(Exchange exchange) throws Refused {
        String version = exchange.header(StatelessRevision.VERSION_HEADER);
        if (version != null && !VERSIONS.contains(version)) {
            throw new Refused(
                    Refusal.of(
                            BAD_REQUEST,
                            Refusal.INVALID_REQUEST,
                            "There are no sessions in that MCP-Protocol-Version, or there is no such version"),
                    null);
        }
    }

    void stopListening() {
        sessions.all().forEach(Session::stopListening);
    }

    int open() {
        return sessions.size();
    }

    private static CallId call(Principal principal, Session session, JsonNode id) {
        return CallId.of(principal, session.id(), id.isNumber() ? id.numberValue() : id.textValue());
    }

    static McpTransportContext context(Exchange exchange, @Nullable CallId call) {
        return new CallContext(exchange.asker(), call).forSdk();
    }

    static JSONRPCRequest request(Message message) {
        return new JSONRPCRequest(McpSchema.JSONRPC_VERSION, method(message), id(message), tree(message.params()));
    }

    private static JSONRPCNotification notification(Message message) {
        return new JSONRPCNotification(McpSchema.JSONRPC_VERSION, method(message), tree(message.params()));
    }

    private static String method(Message message) {
        return message.method() == null ? "" : message.method();
    }

    static Object id(Message message) {
        JsonNode id = message.id();
        return id == null ? "" : id.isNumber() ? id.numberValue() : id.asText();
    }

    /** An object, be it empty: without one, the SDK answers nothing at all. */
    private static Object tree(JsonNode params) {
        return params.isMissingNode() ? java.util.Map.of() : Json.MAPPER.convertValue(params, Object.class);
    }

    private byte[] bytes(Object message) {
        try {
            return json.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
    }

    @Override
    public void setSessionFactory(McpStreamableServerSession.Factory factory) {
        this.factory = factory;
    }

    @Override
    public List<String> protocolVersions() {
        return VERSIONS;
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return Flux.fromIterable(sessions.all())
                .flatMap(session ->
                        session.sdk().sendNotification(method, params).onErrorComplete())
                .then();
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(this::close);
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        sessions.all().forEach(sessions::end);
    }

    /** What the SDK sends to one client in the course of one exchange. */
    private final class ToExchange implements McpStreamableServerTransport {
        private final Exchange exchange;
        private final @Nullable Message asked;
        private final long started;

        ToExchange(Exchange exchange, @Nullable Message asked, long started) {
            this.exchange = exchange;
            this.asked = asked;
            this.started = started;
        }

        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.fromRunnable(() -> {
                if (asked != null && message instanceof JSONRPCResponse response) {
                    metrics.answered(asked, response, started);
                    exchange.answer(OK, bytes(message));
                } else {
                    exchange.event(bytes(message));
                }
            });
        }

        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message, String eventId) {
            return sendMessage(message);
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            return json.convertValue(data, type);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.fromRunnable(this::close);
        }

        @Override
        public void close() {
            exchange.complete();
        }
    }
}
