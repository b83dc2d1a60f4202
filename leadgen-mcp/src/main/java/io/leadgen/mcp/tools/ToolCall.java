package io.leadgen.mcp.tools;

import static java.util.Objects.requireNonNull;

import io.leadgen.mcp.Asker;
import io.leadgen.warehouse.Cancellation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool.
 *
 * @param arguments as the client sent them; they match the tool's input schema
 * @param cancellation stops the call, and its statement at the warehouse
 * @param progress where the caller is told that the call goes on
 */
public record ToolCall(
        Asker asker, Map<String, @Nullable Object> arguments, Cancellation cancellation, Progress progress) {
    public ToolCall {
        requireNonNull(asker, "asker");
    }

    /** Tells the caller that work goes on; does nothing if nobody wants to know. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A sign of life.
         *
         * @param message what is being done; nothing that depends on data
         */
        void report(String message);
    }
}
