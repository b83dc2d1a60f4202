package io.leadgen.mcp.sdk;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message from a client, understood as far as JSON-RPC goes. */
sealed interface Incoming {
    /** Methods that do nothing without parameters; the SDK fails on some of them in ways of its own. */
    Set<String> WITH_PARAMETERS = Set.of(
            McpSchema.METHOD_INITIALIZE,
            McpSchema.METHOD_TOOLS_CALL,
            McpSchema.METHOD_RESOURCES_READ,
            McpSchema.METHOD_PROMPT_GET,
            McpSchema.METHOD_COMPLETION_COMPLETE,
            McpSchema.METHOD_LOGGING_SET_LEVEL);

    /** Wants a response. */
    record Request(JSONRPCRequest message) implements Incoming {}

    /** Wants none. */
    record Notification(JSONRPCNotification message) implements Incoming {}

    /** An answer to a request of ours: there are none. */
    record Answer() implements Incoming {}

    /**
     * No message, or one that breaks a rule.
     *
     * @param id the request's, or null if it has none that can be told
     */
    record Invalid(@Nullable Object id, int code, String message) implements Incoming {}

    /** Reads a message; never throws. */
    static Incoming parse(byte[] line) {
        Object tree;
        try {
            tree = Json.MAPPER.readValue(line, Object.class);
        } catch (IOException e) {
            return new Invalid(null, ErrorCodes.PARSE_ERROR, "Parse error");
        }
        if (!(tree instanceof Map<?, ?> message)) {
            return invalid(
                    null,
                    tree instanceof Iterable<?>
                            ? "Batches are not supported: send one message a line"
                            : "Not a message");
        }
        if (!McpSchema.JSONRPC_VERSION.equals(message.get("jsonrpc"))) {
            return invalid(null, "Not a message of JSON-RPC 2.0");
        }
        Object id = message.get("id");
        if (message.containsKey("id") && !isId(id)) {
            return invalid(null, "An id is a string or a whole number of 64 bits");
        }
        if (!message.containsKey("method") && (message.containsKey("result") || message.containsKey("error"))) {
            return new Answer();
        }
        if (!(message.get("method") instanceof String method)) {
            return invalid(id, "A message has a method");
        }
        Object params = message.get("params");
        if (params != null && !(params instanceof Map)) {
            return id == null
                    ? new Answer()
                    : new Invalid(id, ErrorCodes.INVALID_PARAMS, "The params of a method are an object");
        }
        if (id == null) {
            return new Notification(new JSONRPCNotification(McpSchema.JSONRPC_VERSION, method, params));
        }
        if (params == null && WITH_PARAMETERS.contains(method)) {
            return new Invalid(id, ErrorCodes.INVALID_PARAMS, "The method needs params");
        }
        return new Request(new JSONRPCRequest(McpSchema.JSONRPC_VERSION, method, id, params));
    }

    private static Invalid invalid(@Nullable Object id, String message) {
        return new Invalid(id, ErrorCodes.INVALID_REQUEST, message);
    }

    private static boolean isId(@Nullable Object id) {
        return id instanceof String || id instanceof Integer || id instanceof Long;
    }
}
