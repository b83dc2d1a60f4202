package io.leadgen.tests.databricks;

import io.leadgen.runtime.json.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer to a request. */
record HttpReply(
        int status, Map<String, String> headers, @Nullable Object tree) {
    private static final String JSON = "application/json";

    static HttpReply ok(Map<String, ?> tree) {
        return new HttpReply(200, Map.of("Content-Type", JSON), tree);
    }

    /** An error in the form of the workspace's API. */
    static HttpReply error(int status, String code, String message) {
        return new HttpReply(status, Map.of("Content-Type", JSON), Map.of("error_code", code, "message", message));
    }

    static HttpReply of(Fault.Refusal refusal) {
        HttpReply error = error(refusal.status(), refusal.errorCode(), refusal.message());
        return refusal.retryAfter() == null
                ? error
                : error.with("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
    }

    HttpReply with(String header, String value) {
        Map<String, String> more = new java.util.TreeMap<>(headers);
        more.put(header, value);
        return new HttpReply(status, more, tree);
    }

    String body() {
        return JsonText.compact(tree);
    }
}
