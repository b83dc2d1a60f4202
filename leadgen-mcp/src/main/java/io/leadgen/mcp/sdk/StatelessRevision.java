package io.leadgen.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadgen.mcp.http.Exchange;
import io.leadgen.mcp.http.Message;
import io.leadgen.mcp.http.Refusal;
import io.leadgen.mcp.http.Refused;
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
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * The revision 2026-07-28, which the SDK does not speak yet: no greeting and no session, every request says all that is needed, so any
 * of several servers can answer it. What a request says in its headers for those on the way must be what it says in its body.
 *
 * <p>A call is stopped when its sender goes away, or cancels it by its id, if just one call of that principal has it.
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
    private static final int DEFECT = 500;
    private static final int FRESH_MS = 300_000;
    private static final String DISCOVER = "server/discover";
    private static final String CANCELLED = "notifications/cancelled";
    private static final Pattern ENCODED = Pattern.compile("=\\?base64\\?([A-Za-z0-9+/]*={0,2})\\?=");

    private static final Set<String> SERVED = Set.of(
            McpSchema.METHOD_TOOLS_LIST,
            McpSchema.METHOD_TOOLS_CALL,
            McpSchema.METHOD_PROMPT_LIST,
            McpSchema.METHOD_PROMPT_GET,
            McpSchema.METHOD_RESOURCES_LIST,
            McpSchema.METHOD_RESOURCES_TEMPLATES_LIST,
            McpSchema.METHOD_RESOURCES_READ,
            McpSchema.METHOD_COMPLETION_COMPLETE,
            DISCOVER);

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

    /** Says from now on what a server offers. */
    void offer(McpStatelessAsyncServer server) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.putArray("supportedVersions").add(VERSION);
        told.set("capabilities", Json.MAPPER.valueToTree(server.getServerCapabilities()));
        told.put("instructions", Instructions.TEXT);
        discovery = told;
        info = Json.MAPPER.valueToTree(server.getServerInfo());
    }

    /** Whether a message without the header of the version was meant for this revision all the same. */
    static boolean isMeant(Message message) {
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

    void message(Exchange exchange, Message message) throws Refused {
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

    private void check(Exchange exchange, Message message, String method) throws Refused {
        JsonNode meta = message.params().path("_meta");
        String version = meta.path(VERSION_KEY).textValue();
        if (version == null || !meta.path(PREFIX + "clientCapabilities").isObject()) {
            throw refused(
                    BAD_REQUEST,
                    Refusal.INVALID_PARAMS,
                    "The params need a _meta with protocolVersion and clientCapabilities",
                    message);
        }
        if (!version.equals(exchange.header(VERSION_HEADER))) {
            throw mismatch(VERSION_HEADER, message);
        }
        if (!version.equals(VERSION)) {
            throw new Refused(
                    new Refusal(
                            BAD_REQUEST,
                            UNSUPPORTED_VERSION,
                            "The protocol version is not supported",
                            Map.of("supported", List.of(VERSION), "requested", version),
                            Map.of()),
                    message.id());
        }
        if (!method.equals(exchange.header("Mcp-Method"))) {
            throw mismatch("Mcp-Method", message);
        }
        if (!Objects.equals(name(message, method), decoded(exchange.header("Mcp-Name")))) {
            throw mismatch("Mcp-Name", message);
        }
        if (!SERVED.contains(method)) {
            throw refused(NOT_FOUND, Refusal.METHOD_NOT_FOUND, "There is no such method", message);
        }
    }

    /** What a request is about, where that is told in a header too. */
    private static @Nullable String name(Message message, String method) {
        return switch (method) {
            case McpSchema.METHOD_TOOLS_CALL, McpSchema.METHOD_PROMPT_GET ->
                message.params().path("name").textValue();
            case McpSchema.METHOD_RESOURCES_READ -> message.params().path("uri").textValue();
            default -> null;
        };
    }

    /** A header holds plain characters; others come encoded. */
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

    private static Refused mismatch(String header, Message message) {
        return refused(
                BAD_REQUEST, HEADER_MISMATCH, "The header " + header + " does not say what the message says", message);
    }

    private static Refused refused(int status, int code, String text, Message message) {
        return new Refused(Refusal.of(status, code, text), message.id());
    }

    private void answer(Exchange exchange, Message message) {
        McpStatelessServerHandler sdk = handler;
        if (sdk == null) {
            throw new IllegalStateException("no server");
        }
        long started = System.nanoTime();
        CallId call = CallId.of(exchange.asker().principal(), "", SessionRevisions.id(message));
        // Not stopped by its id alone, which means nothing without a session.
        McpTransportContext context = new CallContext(exchange.asker(), null, alive(exchange, message)).forSdk();
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
                                Refusal.of(DEFECT, Refusal.INTERNAL, "A defect of leadgen ended the request"),
                                message.id())));
        exchange.onGone(answering::dispose);
        exchange.keepAlive(SessionRevisions.CALL_BEAT);
    }

    /** The SDK tells nobody without a session that a call goes on, so it is told from here. */
    private static @Nullable Consumer<Integer> alive(Exchange exchange, Message message) {
        JsonNode token = message.params().path("_meta").path("progressToken");
        if (!token.isTextual() && !token.isNumber()) {
            return null;
        }
        Object named = token.isNumber() ? token.numberValue() : token.textValue();
        return told -> exchange.event(bytes(new JSONRPCNotification(
                McpSchema.JSONRPC_VERSION, McpSchema.METHOD_NOTIFICATION_PROGRESS, Servers.progress(named, told))));
    }

    private void answer(Exchange exchange, Message message, JSONRPCResponse response, long started) {
        metrics.answered(message, response, started);
        JSONRPCResponse.JSONRPCError error = response.error();
        if (error == null) {
            exchange.answer(SessionRevisions.OK, response(message, tree(response.result())));
            return;
        }
        int code = error.code() == ErrorCodes.RESOURCE_NOT_FOUND ? Refusal.INVALID_PARAMS : error.code();
        boolean defect = code == Refusal.INTERNAL;
        exchange.refuse(
                new Refusal(
                        code == Refusal.METHOD_NOT_FOUND ? NOT_FOUND : SessionRevisions.OK,
                        code,
                        defect ? "Internal error" : error.message(),
                        defect ? null : data(error.data()),
                        Map.of()),
                message.id());
    }

    /** What our own errors, and the SDK's about resources, hold for programs; its others hold just another sentence. */
    private static @Nullable Map<String, Object> data(@Nullable Object data) {
        if (!((data instanceof Json.Tree ours ? ours.value() : data) instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> told = new LinkedHashMap<>();
        map.forEach((key, value) -> told.put(String.valueOf(key), value));
        return told;
    }

    private static ObjectNode tree(Object result) {
        try {
            // Not valueToTree: answers write themselves as text.
            return (ObjectNode) Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // within memory
        }
    }

    private byte[] response(Message message, ObjectNode result) {
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
        return bytes(response);
    }

    private static byte[] bytes(Object message) {
        try {
            return Json.MAPPER.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
    }

    private void cancel(Exchange exchange, JsonNode id) {
        if (!id.isTextual() && !id.isNumber()) {
            return;
        }
        Set<Disposable> calls = running.getOrDefault(
                CallId.of(exchange.asker().principal(), "", id.isNumber() ? id.numberValue() : id.textValue()),
                Set.of());
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
