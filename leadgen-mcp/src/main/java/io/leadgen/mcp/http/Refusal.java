package io.leadgen.mcp.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.runtime.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not served, and what its sender is told: an error of JSON-RPC, whatever went wrong on whichever layer.
 *
 * @param status of HTTP
 * @param code of JSON-RPC
 * @param message constant, or made of names that are ours
 * @param data more about it for programs, or null
 * @param headers of the answer
 */
public record Refusal(
        int status, int code, String message, @Nullable Map<String, Object> data, Map<String, String> headers) {
    /** The message is not JSON. */
    public static final int PARSE_ERROR = -32700;
    /** The message is no request. */
    public static final int INVALID_REQUEST = -32600;
    /** There is no such method. */
    public static final int METHOD_NOT_FOUND = -32601;
    /** A method's parameters are wrong. */
    public static final int INVALID_PARAMS = -32602;
    /** A defect of leadgen. */
    public static final int INTERNAL = -32603;
    /** The request was not even looked at. */
    static final int NOT_SERVED = -32000;

    public Refusal {
        requireNonNull(message, "message");
        headers = Map.copyOf(headers);
    }

    /** A refusal without further headers. */
    public static Refusal of(int status, int code, String message) {
        return new Refusal(status, code, message, null, Map.of());
    }

    /** One that the transport decides. */
    static Refusal transport(int status, String message) {
        return of(status, NOT_SERVED, message);
    }

    /** The same with a header. */
    public Refusal with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Refusal(status, code, message, data, more);
    }

    /**
     * As a response of JSON-RPC, in UTF-8.
     *
     * @param id of the request; null if it cannot be told
     */
    public byte[] json(@Nullable JsonNode id) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        if (data != null) {
            error.put("data", data);
        }
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", id == null || id.isNull() ? null : id.isNumber() ? id.numberValue() : id.asText());
        response.put("error", error);
        return JsonText.compact(response).getBytes(StandardCharsets.UTF_8);
    }
}
