package io.leadgen.mcp.tools;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param content what the output schema describes, as a tree for {@link io.leadgen.runtime.json.JsonText}
 * @param text the same as text, for clients that give a model nothing else
 */
public record ToolAnswer(Map<String, @Nullable Object> content, String text) {
    public ToolAnswer {
        requireNonNull(content, "content");
        requireNonNull(text, "text");
    }
}
