package io.leadgen.mcp.sdk;

import io.leadgen.audience.RequestContext;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.engine.Engine;
import io.leadgen.mcp.tools.AnswerText;
import io.leadgen.mcp.tools.Arguments;
import io.leadgen.mcp.tools.ErrorHints;
import io.leadgen.mcp.tools.Tool;
import io.leadgen.mcp.tools.ToolAnswer;
import io.leadgen.mcp.tools.ToolCall;
import io.leadgen.runtime.answer.ErrorShape;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Calls tools. Whatever happens, the caller gets a result: an answer, or an error with an id to look it up by. */
final class ToolAnswers {
    private final Engine engine;
    private final CallExecutor calls;

    ToolAnswers(Engine engine, CallExecutor calls) {
        this.engine = engine;
        this.calls = calls;
    }

    /**
     * Calls a tool.
     *
     * @param alive as for {@link CallExecutor#answer}
     * @param reports told what has become of the call, before the caller is
     */
    Mono<CallToolResult> call(
            Tool tool,
            McpTransportContext transport,
            CallToolRequest request,
            @Nullable Consumer<Integer> alive,
            Consumer<CallReport> reports) {
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
                        ToolAnswer answer = tool.handler()
                                .answer(new ToolCall(
                                        arguments,
                                        new RequestContext(
                                                context.asker().principal(),
                                                id,
                                                cancellation,
                                                context.asker().caller())));
                        reports.accept(new CallReport(tool.name(), id, null));
                        return result(answer.content(), answer.text(), false);
                    },
                    error -> rejected(tool, error, id, reports),
                    alive);
        } catch (LeadgenException e) {
            return Mono.just(rejected(tool, e, requestId, reports));
        }
    }

    private String requestId(Arguments arguments, String ours) {
        String chosen = arguments.requestId();
        if (chosen == null) {
            return ours;
        }
        if (chosen.isBlank() || chosen.chars().anyMatch(Character::isISOControl)) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "request_id must have 1 to 128 printable characters",
                    "leave it out to get one");
        }
        return engine.propagatesRequestIds() ? chosen : ours;
    }

    private static CallToolResult rejected(
            Tool tool, LeadgenException error, String requestId, Consumer<CallReport> reports) {
        reports.accept(new CallReport(tool.name(), requestId, error));
        String hint = ErrorHints.on(error);
        Map<String, @Nullable Object> document = ErrorShape.ERROR.tree(new ErrorShape.Problem(error, hint, requestId));
        return result(document, AnswerText.of(error, hint, requestId), true);
    }

    private static CallToolResult result(Map<String, @Nullable Object> content, String text, boolean isError) {
        return CallToolResult.builder()
                .structuredContent(new Json.Tree(content))
                .addTextContent(text)
                .isError(isError)
                .build();
    }
}
