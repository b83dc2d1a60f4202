package io.leadgen.mcp.sdk;

import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.tools.AnswerText;
import io.leadgen.mcp.tools.Arguments;
import io.leadgen.mcp.tools.ErrorHints;
import io.leadgen.mcp.tools.Tool;
import io.leadgen.runtime.answer.ErrorShape;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Calls tools. The result is always an answer, or an error with the request id. */
final class ToolHandler {
    private final boolean propagateRequestIds;
    private final CallExecutor calls;

    ToolHandler(boolean propagateRequestIds, CallExecutor calls) {
        this.propagateRequestIds = propagateRequestIds;
        this.calls = calls;
    }

    /**
     * @param progress see {@link CallExecutor#answer}
     * @param outcomes gets the outcome before the caller gets the result
     */
    Mono<CallToolResult> call(
            Tool tool,
            McpTransportContext transport,
            CallToolRequest request,
            @Nullable Consumer<Integer> progress,
            Consumer<CallOutcome> outcomes) {
        String ours = UUID.randomUUID().toString();
        String requestId = ours;
        try {
            CallContext context = CallContext.of(transport);
            Map<String, @Nullable Object> sent = request.arguments() == null ? Map.of() : request.arguments();
            Arguments arguments = tool.arguments(sent);
            requestId = requestId(arguments, ours);
            String id = requestId;
            return calls.answer(
                    context.call(),
                    cancellation -> {
                        Tool.Answer answer =
                                tool.handler().apply(new Tool.Call(arguments, context.question(id, cancellation)));
                        outcomes.accept(new CallOutcome(tool.name(), id, null));
                        return result(answer.content(), answer.text(), false);
                    },
                    error -> rejected(tool, error, id, outcomes),
                    progress);
        } catch (LeadgenException e) {
            return Mono.just(rejected(tool, e, requestId, outcomes));
        }
    }

    private String requestId(Arguments arguments, String ours) {
        String chosen = arguments.requestId();
        if (chosen == null) {
            return ours;
        }
        if (chosen.isBlank() || chosen.chars().anyMatch(Character::isISOControl)) {
            throw LeadgenException.invalid("request_id must have 1 to 128 printable characters", "omit it to get one");
        }
        return propagateRequestIds ? chosen : ours;
    }

    private static CallToolResult rejected(
            Tool tool, LeadgenException error, String requestId, Consumer<CallOutcome> outcomes) {
        outcomes.accept(new CallOutcome(tool.name(), requestId, error));
        String hint = ErrorHints.on(error);
        Map<String, @Nullable Object> document = ErrorShape.ERROR.tree(new ErrorShape.Problem(error, hint, requestId));
        return result(document, AnswerText.of(error, hint, requestId), true);
    }

    private static CallToolResult result(Map<String, @Nullable Object> content, String text, boolean isError) {
        return CallToolResult.builder()
                .structuredContent(new ProtocolJson.Tree(content))
                .addTextContent(text)
                .isError(isError)
                .build();
    }
}
