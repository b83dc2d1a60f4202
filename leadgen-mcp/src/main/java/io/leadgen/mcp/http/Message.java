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
 * One message of JSON-RPC.
 *
 * @param id of a request or a response; null in a notification
 * @param method of a request or a notification; null in a response
 * @param params an object, or missing
 * @param whole the message as it came
 */
public record Message(@Nullable JsonNode id, @Nullable String method, JsonNode params, JsonNode whole) {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_NAME = 128;
    private static final int BAD_REQUEST = 400;

    /** Two keys of one name would be read by a proxy in one way and by us in another. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a message.
     *
     * @throws Refused if it is not one
     */
    static Message parse(byte[] body) throws Refused {
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (IOException e) {
            throw new Refused(Refusal.of(BAD_REQUEST, Refusal.PARSE_ERROR, "The message is not JSON"), null);
        }
        if (!tree.isObject()) {
            throw invalid("The message is not one object; batches are not supported", null);
        }
        JsonNode id = tree.get("id");
        if (id != null && !(id.isTextual() && id.textValue().length() <= MAX_NAME) && !id.isIntegralNumber()) {
            throw invalid("The id is neither a whole number nor a text of up to " + MAX_NAME + " characters", null);
        }
        if (!"2.0".equals(tree.path("jsonrpc").textValue())) {
            throw invalid("The message is not of JSON-RPC 2.0", id);
        }
        return of(tree, id);
    }

    private static Message of(JsonNode tree, @Nullable JsonNode id) throws Refused {
        if (!tree.has("method")) {
            if (id == null || !(tree.has("result") || tree.has("error"))) {
                throw invalid("The message has no method", id);
            }
            return new Message(id, null, MissingNode.getInstance(), tree);
        }
        String method = tree.get("method").textValue();
        if (method == null || method.isEmpty() || method.length() > MAX_NAME) {
            throw invalid("The method is not a name", id);
        }
        JsonNode params = tree.path("params");
        if (!params.isMissingNode() && !params.isObject()) {
            throw invalid("The params are not an object", id);
        }
        return new Message(id, method, params, tree);
    }

    private static Refused invalid(String message, @Nullable JsonNode id) {
        return new Refused(Refusal.of(BAD_REQUEST, Refusal.INVALID_REQUEST, message), id);
    }

    /** Whether an answer is waited for. */
    public boolean isRequest() {
        return id != null && method != null;
    }
}
