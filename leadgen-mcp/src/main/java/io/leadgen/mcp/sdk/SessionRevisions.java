package io.leadgen.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.http.Exchange;
import io.leadgen.mcp.http.Refusal;
import io.leadgen.mcp.http.RefusalException;
import io.leadgen.mcp.http.RpcMessage;
import io.leadgen.mcp.sdk.Sessions.Session;
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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The protocol revisions with sessions, up to 2025-11-25. An answer is a JSON document, or the last event of a stream if something was
 * sent before it.
 *
 * <p>Guarantees: a session is only visible to the principal who started it. A call is stopped when its client cancels it in the same
 * session, ends the session, or disconnects, because the answer could not be fetched later.
 */
final class SessionRevisions implements McpStreamableServerTransportProvider {
    /** The supported values of {@code MCP-Protocol-Version}. */
    static final List<String> VERSIONS =
            List.of(ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

    /** The interval of comments while a client waits; a disconnect is detected within it. */
    static final Duration CALL_HEARTBEAT = Duration.ofSeconds(2);

    static final int OK = 200;
    static final int ACCEPTED = 202;

    private static final Logger LOG = System.getLogger("io.leadgen.mcp.http");
    private static final Duration LISTENING_HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SWEEP = Duration.ofSeconds(60);
    private static final int INTERNAL_ERROR = 500;
    private static final String SESSION = "Mcp-Session-Id";
    private static final String CANCELLED = "notifications/cancelled";

    private final McpJsonMapper json = Servers.json();
    private final Sessions sessions;
    private final RunningCalls running;
    private final CallMetrics metrics;
    private final ScheduledThreadPoolExecutor sweeper = CallExecutor.timer("leadgen-sessions");
    private McpStreamableServerSession.@Nullable Factory factory;

    SessionRevisions(Sessions sessions, RunningCalls running, CallMetrics metrics) {
        this.sessions = sessions;
        this.running = running;
        this.metrics = metrics;
        var unused =
                sweeper.scheduleWithFixedDelay(sessions::sweep, SWEEP.toSeconds(), SWEEP.toSeconds(), TimeUnit.SECONDS);
    }

    void message(Exchange exchange, RpcMessage message) throws RefusalException {
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
            take(
                    exchange,
                    Mono.defer(() -> session.sdk().accept(json.convertValue(message.whole(), JSONRPCResponse.class))));
        } else if (message.method().equals(CANCELLED)) {
            JsonNode called = message.params().path("requestId");
            if (called.isTextual() || called.isNumber()) {
                running.cancel(CallId.of(exchange.identity().principal(), session.id(), RpcMessage.value(called)));
            }
            exchange.answer(ACCEPTED);
        } else {
            take(exchange, Mono.defer(() -> session.sdk().accept(notification(message))));
        }
    }

    private void begin(Exchange exchange, RpcMessage message) throws RefusalException {
        InitializeRequest greeting;
        try {
            greeting = json.convertValue(tree(message.params()), InitializeRequest.class);
        } catch (McpError e) {
            throw RefusalException.badRequest(
                    Refusal.INVALID_PARAMS, "The params of initialize are not valid", message.id());
        }
        McpStreamableServerSession.Factory sdk = factory;
        if (greeting == null || greeting.protocolVersion() == null || sdk == null) {
            throw RefusalException.badRequest(
                    Refusal.INVALID_PARAMS, "initialize requires params with a protocolVersion", message.id());
        }
        McpStreamableServerSession.McpStreamableServerSessionInit init = sdk.startSession(greeting);
        Session session = sessions.begin(init.session(), exchange.identity().principal());
        session.usedBy(exchange);
        init.initResult()
                .contextWrite(values -> values.put(McpTransportContext.KEY, context(exchange, null)))
                .subscribe(
                        result -> {
                            exchange.setHeader(SESSION, session.id());
                            exchange.answer(OK, ProtocolJson.bytes(JSONRPCResponse.result(id(message), result)));
                        },
                        failure -> failed(exchange, message, failure));
    }

    private void answer(Exchange exchange, RpcMessage message, Session session) {
        long started = System.nanoTime();
        JSONRPCRequest request = request(message);
        CallId call = CallId.of(exchange.identity().principal(), session.id(), request.id());
        Disposable answering = session.sdk()
                .responseStream(new ExchangeTransport(exchange, message, started))
                .handle(request)
                .contextWrite(values -> values.put(McpTransportContext.KEY, context(exchange, call)))
                .subscribe(
                        nothing -> {},
                        failure -> failed(exchange, message, failure),
                        // Has no effect after an answer.
                        () -> failed(exchange, message, new IllegalStateException("no answer")));
        exchange.onGone(answering::dispose);
        exchange.keepAlive(CALL_HEARTBEAT);
    }

    /** A notification, or a response, perhaps to nothing: it was accepted, whatever becomes of it. */
    private static void take(Exchange exchange, Mono<Void> taken) {
        taken.contextWrite(values -> values.put(McpTransportContext.KEY, context(exchange, null)))
                .subscribe(
                        nothing -> {},
                        failure -> {
                            LOG.log(
                                    Level.DEBUG,
                                    () -> "not used: " + failure.getClass().getName());
                            exchange.answer(ACCEPTED);
                        },
                        () -> exchange.answer(ACCEPTED));
    }

    private static void failed(Exchange exchange, RpcMessage message, Throwable failure) {
        LOG.log(Level.DEBUG, () -> "not answered: " + failure.getClass().getName());
        exchange.refuse(Refusal.of(INTERNAL_ERROR, Refusal.INTERNAL, "Internal error"), message.id());
    }

    private Session session(Exchange exchange, @Nullable JsonNode id) throws RefusalException {
        String named = exchange.header(SESSION);
        if (named == null) {
            throw RefusalException.badRequest(
                    Refusal.INVALID_REQUEST,
                    "The header Mcp-Session-Id is missing; start a session with initialize",
                    id);
        }
        return sessions.of(named, exchange.identity().principal());
    }

    void listen(Exchange exchange) throws RefusalException {
        checkVersion(exchange);
        Session session = session(exchange, null);
        session.usedBy(exchange);
        McpStreamableServerSession.McpStreamableServerSessionStream stream =
                session.sdk().listeningStream(new ExchangeTransport(exchange, null, 0));
        exchange.onAnswered(stream::close);
        session.listens(exchange);
        exchange.open();
        exchange.keepAlive(LISTENING_HEARTBEAT);
    }

    void end(Exchange exchange) throws RefusalException {
        checkVersion(exchange);
        Session session = session(exchange, null);
        sessions.end(session);
        exchange.answer(ACCEPTED);
    }

    private static void checkVersion(Exchange exchange) throws RefusalException {
        String version = exchange.header(StatelessRevision.VERSION_HEADER);
        if (version != null && !VERSIONS.contains(version)) {
            throw RefusalException.badRequest(
                    Refusal.INVALID_REQUEST,
                    "This MCP-Protocol-Version has no sessions or is unknown; sessions have "
                            + String.join(", ", VERSIONS),
                    null);
        }
    }

    void stopListening() {
        sessions.all().forEach(Session::stopListening);
    }

    int open() {
        return sessions.size();
    }

    static McpTransportContext context(Exchange exchange, @Nullable CallId call) {
        return new CallContext(exchange.identity(), call).forSdk();
    }

    static JSONRPCRequest request(RpcMessage message) {
        return new JSONRPCRequest(
                McpSchema.JSONRPC_VERSION,
                Objects.requireNonNullElse(message.method(), ""),
                id(message),
                tree(message.params()));
    }

    static JSONRPCNotification notification(RpcMessage message) {
        return new JSONRPCNotification(
                McpSchema.JSONRPC_VERSION, Objects.requireNonNullElse(message.method(), ""), tree(message.params()));
    }

    static Object id(RpcMessage message) {
        JsonNode id = message.id();
        return id == null ? "" : RpcMessage.value(id);
    }

    /** Never null: the SDK does not answer a request without params. */
    private static Object tree(JsonNode params) {
        return params.isMissingNode() ? Map.of() : ProtocolJson.MAPPER.convertValue(params, Object.class);
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

    private final class ExchangeTransport implements McpStreamableServerTransport {
        private final Exchange exchange;
        private final @Nullable RpcMessage request;
        private final long started;

        ExchangeTransport(Exchange exchange, @Nullable RpcMessage request, long started) {
            this.exchange = exchange;
            this.request = request;
            this.started = started;
        }

        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.fromRunnable(() -> {
                if (request != null && message instanceof JSONRPCResponse response) {
                    metrics.answered(request, response, started);
                    exchange.answer(OK, ProtocolJson.bytes(message));
                } else {
                    exchange.event(ProtocolJson.bytes(message));
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
