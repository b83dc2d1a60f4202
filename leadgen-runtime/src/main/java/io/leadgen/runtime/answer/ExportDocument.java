package io.leadgen.runtime.answer;

import io.leadgen.catalog.TableName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An audience that was exported. */
public final class ExportDocument {
    private ExportDocument() {}

    /**
     * An audience that was exported.
     *
     * @param format its name
     * @param file where it was written to, or null
     * @param content what was exported, or null if it is in a file
     */
    public static Map<String, @Nullable Object> of(
            TableName table,
            String predicate,
            String format,
            @Nullable String file,
            @Nullable String content,
            String requestId) {
        Map<String, @Nullable Object> tree = Parts.table(table);
        tree.put("predicate", predicate);
        tree.put("format", format);
        tree.put("file", file);
        tree.put("content", content);
        tree.put("request_id", requestId);
        return tree;
    }
}
