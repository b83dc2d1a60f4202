package io.leadgen.mcp.tools;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;

/**
 * One call of a tool.
 *
 * @param arguments as the client sent them; they match the tool's input schema
 * @param context the caller, the request id, and what stops the call and its statement at the warehouse
 */
public record ToolCall(Arguments arguments, RequestContext context) {
    public ToolCall {
        requireNonNull(arguments, "arguments");
        requireNonNull(context, "context");
    }
}
