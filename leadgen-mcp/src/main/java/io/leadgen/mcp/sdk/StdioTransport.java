package io.leadgen.mcp.sdk;

import io.leadgen.mcp.auth.CallerIdentity;
import io.leadgen.mcp.http.RefusalException;
import io.leadgen.mcp.http.RpcMessage;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * A client over a pair of streams, one message per line. Invalid messages get JSON-RPC errors, and reading continues.
 *
 * <p>Guarantees: a request gets one response, or none if it was cancelled. A request before initialize is answered with an error. At
 * the end of the input, running requests are still answered, for up to the timeout of a call. Nothing runs afterwards.
 */
public final class StdioTransport implements McpServerTransportProvider {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp");
    private static final int MAX_LINE_BYTES = 4 << 20;
    private static final String CANCELLED = "notifications/cancelled";

    /** Methods that require initialize; the SDK answers all others. */
    private static final Set<String> NEED_A_SESSION = Set.of(
            McpSchema.METHOD_TOOLS_LIST,
            McpSchema.METHOD_TOOLS_CALL,
            McpSchema.METHOD_RESOURCES_LIST,
            McpSchema.METHOD_RESOURCES_READ,
            McpSchema.METHOD_RESOURCES_TEMPLATES_LIST,
            McpSchema.METHOD_PROMPT_LIST,
            McpSchema.METHOD_PROMPT_GET,
            McpSchema.METHOD_COMPLETION_COMPLETE,
            McpSchema.METHOD_LOGGING_SET_LEVEL);

    private enum Stage {
        NEW,
        INITIALIZED,
        RUNNING
    }

    private final LineReader in;
    private final OutputStream out;
    private final CallerIdentity identity;
    private final Duration drainTimeout;
    private final McpJsonMapper json = Servers.json();
    /** Requests by id. Removing a request decides that it is answered or cancelled. */
    private final Map<Object, Disposable> unanswered = new ConcurrentHashMap<>();

    /** The number of requests that may still write. */
    private final AtomicInteger underWay = new AtomicInteger();

    private @Nullable McpServerSession session;
    private Stage stage = Stage.NEW;

    /** A transport that waits for answers so long at the end of the input; {@link #serve} starts reading. */
    public StdioTransport(InputStream in, OutputStream out, CallerIdentity identity, Duration drainTimeout) {
        this.in = new LineReader(in, MAX_LINE_BYTES);
        this.out = out;
        this.identity = identity;
        this.drainTimeout = drainTimeout;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(new Outgoing());
    }

    @Override
    public List<String> protocolVersions() {
        return List.of(
                ProtocolVersions.MCP_2024_11_05,
                ProtocolVersions.MCP_2025_03_26,
                ProtocolVersions.MCP_2025_06_18,
                ProtocolVersions.MCP_2025_11_25);
    }

    /** Serves the client until its stream ends; returns when all requests are answered or cancelled. */
    public void serve() {
        McpServerSession open = session;
        if (open == null) {
            throw new IllegalStateException("no server");
        }
        try {
            for (byte[] line = in.next(); line != null; line = in.next()) {
                if (line == LineReader.TOO_LONG) {
                    refuse(null, ErrorCodes.INVALID_REQUEST, "A message has at most " + MAX_LINE_BYTES + " bytes");
                } else {
                    receive(open, line);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "stdin is not readable any more");
        }
        drain();
        open.close();
    }

    private void receive(McpServerSession open, byte[] line) {
        try {
            RpcMessage message = RpcMessage.parse(line);
            if (message.isRequest()) {
                request(open, SessionRevisions.request(message));
            } else if (message.method() != null) {
                notified(open, SessionRevisions.notification(message));
            }
        } catch (RefusalException e) {
            refuse(
                    e.id() == null || e.id().isNull() ? null : RpcMessage.value(e.id()),
                    e.refusal().code(),
                    e.refusal().message());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, () -> "A message failed: " + e.getClass().getName());
            refuse(null, ErrorCodes.INTERNAL_ERROR, "Internal error");
        }
    }

    private void request(McpServerSession open, JSONRPCRequest request) {
        Object id = request.id();
        String method = request.method();
        if (method.equals(McpSchema.METHOD_INITIALIZE)) {
            stage = stage == Stage.NEW ? Stage.INITIALIZED : stage;
        } else if (method.equals(McpSchema.METHOD_PING)) {
            write(JSONRPCResponse.result(id, Map.of()));
            return;
        } else if (stage == Stage.NEW && NEED_A_SESSION.contains(method)) {
            refuse(id, ErrorCodes.INVALID_REQUEST, "The first request must be initialize");
            return;
        } else if (stage == Stage.INITIALIZED) {
            // The SDK would wait for it without a timeout.
            notified(
                    open,
                    new JSONRPCNotification(
                            McpSchema.JSONRPC_VERSION, McpSchema.METHOD_NOTIFICATION_INITIALIZED, null));
        }
        Disposable.Swap answering = Disposables.swap();
        if (unanswered.putIfAbsent(id, answering) != null) {
            refuse(id, ErrorCodes.INVALID_REQUEST, "Another request with this id is running");
            return;
        }
        CallContext context = new CallContext(identity, CallId.of(identity.principal(), "", id));
        underWay.incrementAndGet();
        answering.update(handle(open, request, context)
                .doFinally(how -> {
                    unanswered.remove(id, answering);
                    underWay.decrementAndGet();
                })
                .subscribe(nothing -> {}, failure -> {
                    LOG.log(
                            Level.ERROR,
                            () -> "A request failed: " + failure.getClass().getName());
                    if (unanswered.remove(id, answering)) {
                        refuse(id, ErrorCodes.INTERNAL_ERROR, "Internal error");
                    }
                }));
    }

    private static Mono<Void> handle(McpServerSession open, JSONRPCMessage message, CallContext context) {
        return Mono.defer(() -> open.handle(message))
                .contextWrite(values -> values.put(McpTransportContext.KEY, context.forSdk()));
    }

    private void notified(McpServerSession open, JSONRPCNotification notification) {
        if (notification.method().equals(CANCELLED)) {
            Object id = notification.params() instanceof Map<?, ?> params ? params.get("requestId") : null;
            Disposable answering = id == null ? null : unanswered.remove(id);
            if (answering != null) {
                answering.dispose();
            }
            return;
        }
        if (notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED)) {
            if (stage != Stage.INITIALIZED) {
                return;
            }
            stage = Stage.RUNNING;
        }
        handle(open, notification, new CallContext(identity, null))
                .subscribe(
                        nothing -> {},
                        failure -> LOG.log(
                                Level.ERROR,
                                () -> "A notification failed: "
                                        + failure.getClass().getName()));
    }

    private void refuse(@Nullable Object id, int code, String message) {
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        response.put("id", id);
        response.put("error", new JSONRPCError(code, message, null));
        write(response);
    }

    private void write(Object message) {
        try {
            byte[] text = json.writeValueAsBytes(message);
            byte[] line = Arrays.copyOf(text, text.length + 1);
            line[text.length] = '\n';
            synchronized (out) {
                out.write(line);
                out.flush();
            }
        } catch (IOException e) {
            // The client does not read any more.
            LOG.log(Level.DEBUG, "stdout is not writable any more");
            abandon();
        }
    }

    private void abandon() {
        unanswered.values().forEach(Disposable::dispose);
        unanswered.clear();
    }

    private void drain() {
        long end = System.nanoTime() + drainTimeout.toNanos();
        try {
            while (underWay.get() > 0 && System.nanoTime() < end) {
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandon();
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        McpServerSession open = session;
        return open == null ? Mono.empty() : open.sendNotification(method, params);
    }

    @Override
    public Mono<Void> notifyClient(String sessionId, String method, Object params) {
        return notifyClients(method, params);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(this::abandon);
    }

    private final class Outgoing implements McpServerTransport {
        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.fromRunnable(() -> {
                // A cancelled request has no response.
                if (!(message instanceof JSONRPCResponse response) || unanswered.remove(response.id()) != null) {
                    write(message);
                }
            });
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            return json.convertValue(data, type);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        @Override
        public void close() {
            abandon();
        }
    }
}
