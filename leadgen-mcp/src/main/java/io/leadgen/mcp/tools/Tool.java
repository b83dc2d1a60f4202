package io.leadgen.mcp.tools;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tool: what a model reads about it, and what it does.
 *
 * @param name as the protocol calls it
 * @param description for a model: when to use it, what it costs, an example
 * @param inputSchema JSON Schema 2020-12 of the arguments, as a tree with a fixed order of keys
 * @param outputSchema JSON Schema of the answer
 * @param handler answers
 */
public record Tool(
        String name,
        String title,
        String description,
        Map<String, @Nullable Object> inputSchema,
        Map<String, @Nullable Object> outputSchema,
        Handler handler) {
    public Tool {
        requireNonNull(name, "name");
        requireNonNull(handler, "handler");
    }

    /** What a tool does. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers.
         *
         * @throws io.leadgen.error.LeadgenException if it does not; the caller is told by its code, message and hint
         */
        ToolAnswer answer(ToolCall call);
    }
}
