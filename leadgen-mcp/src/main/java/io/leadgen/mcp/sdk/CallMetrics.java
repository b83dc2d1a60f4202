package io.leadgen.mcp.sdk;

import io.leadgen.error.ErrorCode;
import io.leadgen.mcp.http.Metrics;
import io.leadgen.mcp.http.RpcMessage;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Counts calls by tool and outcome; names that callers invent are not counted. */
final class CallMetrics {
    private static final String ANSWERED = "answered";
    private static final String REFUSED = "refused";

    private final Metrics metrics;
    private final Set<String> tools;

    CallMetrics(Metrics metrics, Set<String> tools) {
        this.metrics = metrics;
        this.tools = Set.copyOf(tools);
    }

    /** Counts an answered message if it is a call of a tool. */
    void answered(RpcMessage message, JSONRPCResponse response, long startedNanos) {
        if (!McpSchema.METHOD_TOOLS_CALL.equals(message.method())) {
            return;
        }
        String tool = message.params().path("name").asText();
        if (tools.contains(tool)) {
            metrics.call(tool, outcome(response), Duration.ofNanos(System.nanoTime() - startedNanos));
        }
    }

    private static String outcome(JSONRPCResponse response) {
        if (!(response.result() instanceof CallToolResult result)) {
            return REFUSED;
        }
        if (!Boolean.TRUE.equals(result.isError())) {
            return ANSWERED;
        }
        return result.structuredContent() instanceof ProtocolJson.Tree tree
                        && tree.value().get("error") instanceof Map<?, ?> error
                        && error.get("code") instanceof String code
                ? ErrorCode.valueOf(code).name()
                : REFUSED;
    }
}
