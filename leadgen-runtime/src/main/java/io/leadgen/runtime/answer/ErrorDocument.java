package io.leadgen.runtime.answer;

import io.leadgen.error.Diagnostic;
import io.leadgen.error.Fix;
import io.leadgen.error.LeadgenException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why there is no answer. */
public final class ErrorDocument {
    private ErrorDocument() {}

    /**
     * {@code {"error": {…}}}.
     *
     * @param requestId the id of the question, or null if it failed before it had one
     */
    public static Map<String, @Nullable Object> of(LeadgenException error, @Nullable String requestId) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("code", error.code().name());
        body.put("category", error.code().category().name());
        body.put("message", error.getMessage());
        body.put("hint", error.hint());
        if (error.part() != null) {
            body.put("part", error.part());
        }
        body.put(
                "diagnostics",
                error.diagnostics().stream().map(ErrorDocument::diagnostic).toList());
        body.put("request_id", requestId);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("error", body);
        return tree;
    }

    private static Map<String, @Nullable Object> diagnostic(Diagnostic diagnostic) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", diagnostic.code().name());
        tree.put("from", diagnostic.from());
        tree.put("to", diagnostic.to());
        tree.put("message", diagnostic.message());
        tree.put("hint", diagnostic.hint());
        if (!diagnostic.fixes().isEmpty()) {
            tree.put("fix", diagnostic.fixes().stream().map(ErrorDocument::fix).toList());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> fix(Fix fix) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from", fix.from());
        tree.put("to", fix.to());
        tree.put("text", fix.text());
        return tree;
    }
}
