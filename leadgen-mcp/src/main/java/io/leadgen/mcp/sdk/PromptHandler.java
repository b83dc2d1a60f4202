package io.leadgen.mcp.sdk;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.error.ErrorCategory;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.prompts.Completions;
import io.leadgen.mcp.prompts.Instructions;
import io.leadgen.mcp.prompts.Prompt;
import io.leadgen.mcp.prompts.TableResource;
import io.leadgen.runtime.answer.ErrorShape;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Handles prompts, resources and completions. Failures are protocol errors, because results have no place for them. */
final class PromptHandler {
    /** The limit of the protocol. */
    private static final int MAX_COMPLETIONS = 100;

    /** One of the codes that JSON-RPC leaves to servers. */
    private static final int SERVER_ERROR = -32000;

    private static final int NO_SUCH_RESOURCE = McpSchema.ErrorCodes.RESOURCE_NOT_FOUND;

    static final McpSchema.Resource PROMISES = McpSchema.Resource.builder("leadgen://promises", "promises")
            .title("What leadgen promises")
            .description("What the numbers mean, what they cost and what protects people.")
            .mimeType("text/markdown")
            .build();

    static final McpSchema.ResourceTemplate TABLE = McpSchema.ResourceTemplate.builder(TableResource.TEMPLATE, "table")
            .title("Table")
            .description("The columns of a table: names, types, meaning, declared values. Free.")
            .mimeType("application/json")
            .build();

    static final ResourceReference TABLE_REFERENCE = new ResourceReference(TableResource.TEMPLATE);

    private final CallExecutor calls;
    private final TableResource tables;
    private final Completions completions;

    PromptHandler(Supplier<AudienceService> audience, CallExecutor calls) {
        this.calls = calls;
        this.tables = new TableResource(audience);
        this.completions = new Completions(audience);
    }

    static McpSchema.Prompt described(Prompt prompt) {
        return McpSchema.Prompt.builder(prompt.name())
                .title(prompt.title())
                .description(prompt.description())
                .arguments(prompt.arguments().stream()
                        .map(argument -> McpSchema.PromptArgument.builder(argument.name())
                                .description(argument.description())
                                .required(argument.required())
                                .build())
                        .toList())
                .build();
    }

    static PromptReference reference(Prompt prompt) {
        return PromptReference.builder(prompt.name()).build();
    }

    static Mono<GetPromptResult> prompt(Prompt prompt, GetPromptRequest request) {
        try {
            String text = prompt.fill(request.arguments() == null ? Map.of() : request.arguments());
            return Mono.just(GetPromptResult.builder(List.of(PromptMessage.builder(
                                    Role.USER, TextContent.builder(text).build())
                            .build()))
                    .description(prompt.description())
                    .build());
        } catch (LeadgenException e) {
            return Mono.error(McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
                    .message(String.valueOf(e.getMessage()))
                    .build());
        }
    }

    static Mono<ReadResourceResult> promises() {
        return Mono.just(contents(PROMISES.uri(), PROMISES.mimeType(), Instructions.PROMISES));
    }

    Mono<ReadResourceResult> table(McpTransportContext transport, String uri) {
        return answer(
                transport,
                context -> contents(uri, TABLE.mimeType(), tables.read(uri, context)),
                error -> error.code() == ErrorCode.UNKNOWN_TABLE || error.code() == ErrorCode.OUT_OF_SCOPE
                        ? NO_SUCH_RESOURCE
                        : SERVER_ERROR);
    }

    private static ReadResourceResult contents(String uri, String type, String text) {
        return ReadResourceResult.builder(List.of(
                        TextResourceContents.builder(uri, text).mimeType(type).build()))
                .build();
    }

    Mono<CompleteResult> complete(McpTransportContext transport, CompleteRequest request) {
        Map<String, String> known =
                request.context() == null || request.context().arguments() == null
                        ? Map.of()
                        : request.context().arguments();
        return answer(
                transport,
                context -> {
                    List<String> names = completions.of(
                            request.argument().name(), request.argument().value(), known, context);
                    return new CompleteResult(new CompleteCompletion(
                            names.stream().limit(MAX_COMPLETIONS).toList(),
                            names.size(),
                            names.size() > MAX_COMPLETIONS));
                },
                error -> SERVER_ERROR);
    }

    /** An answer, or an error that the SDK sends. */
    private record Outcome<T>(@Nullable T answer, @Nullable McpError error) {}

    private <T> Mono<T> answer(
            McpTransportContext transport, Function<RequestContext, T> work, Function<LeadgenException, Integer> code) {
        String requestId = UUID.randomUUID().toString();
        CallContext call;
        try {
            call = CallContext.of(transport);
        } catch (LeadgenException e) {
            return Mono.error(error(e, requestId, SERVER_ERROR));
        }
        return calls.<Outcome<T>>answer(
                        call.call(),
                        cancellation -> new Outcome<>(work.apply(call.question(requestId, cancellation)), null),
                        error -> new Outcome<>(null, error(error, requestId, code.apply(error))),
                        null)
                .flatMap(outcome ->
                        outcome.error() == null ? Mono.justOrEmpty(outcome.answer()) : Mono.error(outcome.error()));
    }

    private static McpError error(LeadgenException error, String requestId, int code) {
        String message = error.code().category() == ErrorCategory.INTERNAL
                ? "Internal error, request " + requestId
                : String.valueOf(error.getMessage());
        return McpError.builder(code)
                .message(message)
                .data(new ProtocolJson.Tree(ErrorShape.of(error, requestId)))
                .build();
    }
}
