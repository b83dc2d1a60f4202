package io.leadgen.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.runtime.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response to a request that is not served: always a JSON-RPC error.
 *
 * @param status the HTTP status
 * @param code the JSON-RPC code
 * @param message constant, or composed of names that leadgen defines
 * @param data details for programs, or null
 * @param headers of the response
 */
public record Refusal(
        int status, int code, String message, @Nullable Map<String, Object> data, Map<String, String> headers) {
    public static final int PARSE_ERROR = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL = -32603;
    static final int NOT_SERVED = -32000;

    public static Refusal of(int status, int code, String message) {
        return new Refusal(status, code, message, null, Map.of());
    }

    static Refusal transport(int status, String message) {
        return of(status, NOT_SERVED, message);
    }

    public Refusal with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Refusal(status, code, message, data, more);
    }

    /** The JSON-RPC response in UTF-8 to a request with this id, or with none. */
    public byte[] json(@Nullable JsonNode id) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        if (data != null) {
            error.put("data", data);
        }
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", id == null || id.isNull() ? null : RpcMessage.value(id));
        response.put("error", error);
        return JsonText.compact(response).getBytes(StandardCharsets.UTF_8);
    }
}
