package io.leadgen.mcp.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A message of JSON-RPC.
 *
 * @param id of a request or a response; null in a notification
 * @param method of a request or a notification; null in a response
 * @param params an object, or missing
 * @param whole the whole message
 */
public record RpcMessage(@Nullable JsonNode id, @Nullable String method, JsonNode params, JsonNode whole) {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_NAME = 128;

    /** Rejects duplicate keys, which a proxy may read differently. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Parses a message, unless it is not valid. */
    public static RpcMessage parse(byte[] body) throws RefusalException {
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (IOException e) {
            throw RefusalException.badRequest(Refusal.PARSE_ERROR, "The message is not JSON", null);
        }
        if (!tree.isObject()) {
            throw invalid("The message is not one object; batches are not supported", null);
        }
        JsonNode id = tree.get("id");
        if (id != null
                && !(id.isTextual() && id.textValue().length() <= MAX_NAME)
                && !(id.isIntegralNumber() && id.canConvertToLong())) {
            throw invalid(
                    "The id must be a string of up to " + MAX_NAME + " characters or an integer of 64 bits", null);
        }
        if (!"2.0".equals(tree.path("jsonrpc").textValue())) {
            throw invalid("The message is not JSON-RPC 2.0", id);
        }
        return of(tree, id);
    }

    private static RpcMessage of(JsonNode tree, @Nullable JsonNode id) throws RefusalException {
        if (!tree.has("method")) {
            if (id == null || !(tree.has("result") || tree.has("error"))) {
                throw invalid("The message has no method", id);
            }
            return new RpcMessage(id, null, MissingNode.getInstance(), tree);
        }
        String method = tree.get("method").textValue();
        if (method == null || method.isEmpty() || method.length() > MAX_NAME) {
            throw invalid("The method must be a string of 1 to " + MAX_NAME + " characters", id);
        }
        JsonNode params = tree.path("params");
        if (!params.isMissingNode() && !params.isObject()) {
            throw RefusalException.badRequest(Refusal.INVALID_PARAMS, "The params must be an object", id);
        }
        return new RpcMessage(id, method, params, tree);
    }

    private static RefusalException invalid(String message, @Nullable JsonNode id) {
        return RefusalException.badRequest(Refusal.INVALID_REQUEST, message, id);
    }

    public static Object value(JsonNode scalar) {
        return scalar.isNumber() ? scalar.numberValue() : scalar.asText();
    }

    /** True for a request, which needs a response. */
    public boolean isRequest() {
        return id != null && method != null;
    }
}
