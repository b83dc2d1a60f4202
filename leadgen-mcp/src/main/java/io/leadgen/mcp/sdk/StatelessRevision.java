package io.leadgen.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadgen.mcp.http.Exchange;
import io.leadgen.mcp.http.Refusal;
import io.leadgen.mcp.http.RefusalException;
import io.leadgen.mcp.http.RpcMessage;
import io.leadgen.mcp.prompts.Instructions;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * The revision 2026-07-28, which the SDK does not support yet. There are no sessions: each request is self-contained, so any of several
 * servers can answer it. The headers of a request must repeat parts of its body.
 *
 * <p>A call is stopped when its client disconnects, or cancels it by its id if only one call of the principal has that id.
 */
final class StatelessRevision implements McpStatelessServerTransport {
    static final String VERSION = "2026-07-28";
    static final String VERSION_HEADER = "MCP-Protocol-Version";

    private static final String PREFIX = "io.modelcontextprotocol/";
    private static final String VERSION_KEY = PREFIX + "protocolVersion";
    private static final int HEADER_MISMATCH = -32020;
    private static final int UNSUPPORTED_VERSION = -32022;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL_ERROR = 500;
    private static final int FRESH_MS = 300_000;
    private static final String DISCOVER = "server/discover";
    private static final String CANCELLED = "notifications/cancelled";
    private static final Pattern ENCODED = Pattern.compile("=\\?base64\\?([A-Za-z0-9+/]*={0,2})\\?=");

    private static final Set<String> NOT_CACHEABLE =
            Set.of(McpSchema.METHOD_TOOLS_CALL, McpSchema.METHOD_PROMPT_GET, McpSchema.METHOD_COMPLETION_COMPLETE);

    private static final Set<String> CACHEABLE = Set.of(
            McpSchema.METHOD_TOOLS_LIST,
            McpSchema.METHOD_PROMPT_LIST,
            McpSchema.METHOD_RESOURCES_LIST,
            McpSchema.METHOD_RESOURCES_TEMPLATES_LIST,
            McpSchema.METHOD_RESOURCES_READ,
            DISCOVER);

    private final CallMetrics metrics;
    private final Map<CallId, Set<Disposable>> running = new ConcurrentHashMap<>();
    private @Nullable McpStatelessServerHandler handler;
    private ObjectNode discovery = JsonNodeFactory.instance.objectNode();
    private JsonNode info = JsonNodeFactory.instance.objectNode();

    StatelessRevision(CallMetrics metrics) {
        this.metrics = metrics;
    }

    void announce(McpStatelessAsyncServer server) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        described.putArray("supportedVersions").add(VERSION);
        described.set("capabilities", ProtocolJson.MAPPER.valueToTree(server.getServerCapabilities()));
        described.put("instructions", Instructions.TEXT);
        discovery = described;
        info = ProtocolJson.MAPPER.valueToTree(server.getServerInfo());
    }

    /** True if a message without the header of the version has the version in its body. */
    static boolean hasVersion(RpcMessage message) {
        return message.params().path("_meta").has(VERSION_KEY);
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
        this.handler = handler;
    }

    @Override
    public List<String> protocolVersions() {
        return List.of(VERSION);
    }

    void message(Exchange exchange, RpcMessage message) throws RefusalException {
        String method = message.method();
        if (!message.isRequest() || method == null) {
            if (CANCELLED.equals(method)) {
                cancel(exchange, message.params().path("requestId"));
            }
            exchange.answer(SessionRevisions.ACCEPTED);
            return;
        }
        check(exchange, message, method);
        if (method.equals(DISCOVER)) {
            exchange.answer(SessionRevisions.OK, response(message, discovery.deepCopy()));
            return;
        }
        answer(exchange, message);
    }

    private void check(Exchange exchange, RpcMessage message, String method) throws RefusalException {
        JsonNode meta = message.params().path("_meta");
        String version = meta.path(VERSION_KEY).textValue();
        String header = exchange.header(VERSION_HEADER);
        if (version == null && header != null && !header.equals(VERSION)) {
            throw unsupported(header, message);
        }
        if (version == null || !meta.path(PREFIX + "clientCapabilities").isObject()) {
            throw RefusalException.badRequest(
                    Refusal.INVALID_PARAMS,
                    "The params require _meta with protocolVersion and clientCapabilities",
                    message.id());
        }
        checkHeader(VERSION_HEADER, header, version, message);
        if (!version.equals(VERSION)) {
            throw unsupported(version, message);
        }
        checkHeader("Mcp-Method", exchange.header("Mcp-Method"), method, message);
        checkHeader("Mcp-Name", decoded(exchange.header("Mcp-Name")), name(message, method), message);
        if (!CACHEABLE.contains(method) && !NOT_CACHEABLE.contains(method)) {
            throw new RefusalException(
                    Refusal.of(NOT_FOUND, Refusal.METHOD_NOT_FOUND, "There is no such method"), message.id());
        }
    }

    /** For people, all that are served; for programs, those that need no session, as discovery lists them. */
    private static RefusalException unsupported(String version, RpcMessage message) {
        List<String> served = Stream.concat(Stream.of(VERSION), SessionRevisions.VERSIONS.stream())
                .toList();
        return new RefusalException(
                new Refusal(
                        BAD_REQUEST,
                        UNSUPPORTED_VERSION,
                        "The protocol version is not supported; supported are " + String.join(", ", served),
                        Map.of("supported", List.of(VERSION), "requested", version),
                        Map.of()),
                message.id());
    }

    /** The name that the header Mcp-Name must repeat. */
    private static @Nullable String name(RpcMessage message, String method) {
        return switch (method) {
            case McpSchema.METHOD_TOOLS_CALL, McpSchema.METHOD_PROMPT_GET ->
                message.params().path("name").textValue();
            case McpSchema.METHOD_RESOURCES_READ -> message.params().path("uri").textValue();
            default -> null;
        };
    }

    /** Decodes a header; characters other than ASCII are encoded. */
    private static @Nullable String decoded(@Nullable String header) {
        Matcher encoded = ENCODED.matcher(header == null ? "" : header);
        if (!encoded.matches()) {
            return header;
        }
        try {
            return new String(Base64.getDecoder().decode(encoded.group(1)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return header;
        }
    }

    private static void checkHeader(String header, @Nullable String sent, @Nullable String inBody, RpcMessage message)
            throws RefusalException {
        if (!Objects.equals(sent, inBody)) {
            throw RefusalException.badRequest(
                    HEADER_MISMATCH, "The header " + header + " does not match the message", message.id());
        }
    }

    private void answer(Exchange exchange, RpcMessage message) {
        McpStatelessServerHandler sdk = handler;
        if (sdk == null) {
            throw new IllegalStateException("no server");
        }
        long started = System.nanoTime();
        CallId call = CallId.of(exchange.identity().principal(), "", SessionRevisions.id(message));
        // No CallId: without a session, an id is not unique.
        McpTransportContext context = new CallContext(exchange.identity(), null, progress(exchange, message)).forSdk();
        Disposable.Swap answering = Disposables.swap();
        running.computeIfAbsent(call, id -> ConcurrentHashMap.newKeySet()).add(answering);
        exchange.onAnswered(() -> running.computeIfPresent(call, (id, calls) -> {
            calls.remove(answering);
            return calls.isEmpty() ? null : calls;
        }));
        answering.update(sdk.handleRequest(context, SessionRevisions.request(message))
                .contextWrite(values -> values.put(McpTransportContext.KEY, context))
                .doOnCancel(() -> exchange.refuse(
                        Refusal.of(SessionRevisions.OK, Refusal.INVALID_REQUEST, "The request was cancelled"),
                        message.id()))
                .subscribe(
                        response -> answer(exchange, message, response, started),
                        failure -> exchange.refuse(
                                Refusal.of(INTERNAL_ERROR, Refusal.INTERNAL, "Internal error"), message.id())));
        exchange.onGone(answering::dispose);
        exchange.keepAlive(SessionRevisions.CALL_HEARTBEAT);
    }

    /** Sends progress notifications, which the SDK does not do without sessions. */
    private static @Nullable Consumer<Integer> progress(Exchange exchange, RpcMessage message) {
        JsonNode token = message.params().path("_meta").path("progressToken");
        if (!token.isTextual() && !token.isNumber()) {
            return null;
        }
        Object named = RpcMessage.value(token);
        return count -> exchange.event(ProtocolJson.bytes(new JSONRPCNotification(
                McpSchema.JSONRPC_VERSION, McpSchema.METHOD_NOTIFICATION_PROGRESS, Servers.progress(named, count))));
    }

    private void answer(Exchange exchange, RpcMessage message, JSONRPCResponse response, long started) {
        metrics.answered(message, response, started);
        JSONRPCResponse.JSONRPCError error = response.error();
        if (error == null) {
            exchange.answer(SessionRevisions.OK, response(message, tree(response.result())));
            return;
        }
        int code = error.code() == ErrorCodes.RESOURCE_NOT_FOUND ? Refusal.INVALID_PARAMS : error.code();
        boolean internal = code == Refusal.INTERNAL;
        exchange.refuse(
                new Refusal(
                        code == Refusal.METHOD_NOT_FOUND ? NOT_FOUND : SessionRevisions.OK,
                        code,
                        internal ? "Internal error" : error.message(),
                        internal ? null : data(error.data()),
                        Map.of()),
                message.id());
    }

    /** The data of an error if it is an object; other errors of the SDK contain only text. */
    private static @Nullable Map<String, Object> data(@Nullable Object data) {
        if (!((data instanceof ProtocolJson.Tree ours ? ours.value() : data) instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    private static ObjectNode tree(Object result) {
        try {
            // Not valueToTree, which cannot write raw values.
            return (ObjectNode) ProtocolJson.MAPPER.readTree(ProtocolJson.bytes(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // within memory
        }
    }

    private byte[] response(RpcMessage message, ObjectNode result) {
        result.put("resultType", "complete");
        if (CACHEABLE.contains(message.method())) {
            result.put("ttlMs", FRESH_MS);
            result.put("cacheScope", "private");
        }
        result.withObjectProperty("_meta").set(PREFIX + "serverInfo", info);
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        response.set("id", message.id());
        response.set("result", result);
        return ProtocolJson.bytes(response);
    }

    private void cancel(Exchange exchange, JsonNode id) {
        if (!id.isTextual() && !id.isNumber()) {
            return;
        }
        Set<Disposable> calls =
                running.getOrDefault(CallId.of(exchange.identity().principal(), "", RpcMessage.value(id)), Set.of());
        if (calls.size() == 1) {
            calls.forEach(Disposable::dispose);
        }
    }

    void cancelAll() {
        running.values().forEach(calls -> calls.forEach(Disposable::dispose));
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(this::cancelAll);
    }
}
