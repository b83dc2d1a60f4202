package io.leadgen.mcp.sdk;

import io.leadgen.audience.AudienceService;
import io.leadgen.mcp.prompts.Instructions;
import io.leadgen.mcp.prompts.Prompt;
import io.leadgen.mcp.prompts.Prompts;
import io.leadgen.mcp.tools.Tool;
import io.leadgen.runtime.program.Version;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Creates servers with all tools, prompts and resources of leadgen. They share the limits on calls. */
public final class Servers implements ServerFactory {
    private final CallExecutor calls;
    private final List<Tool> tools;
    private final List<Prompt> prompts = Prompts.all();
    private final ToolHandler toolHandler;
    private final PromptHandler promptHandler;

    /**
     * Servers over one service.
     *
     * @param audience called for each question
     * @param propagateRequestIds true if the request id of a caller is used
     */
    public Servers(Supplier<AudienceService> audience, boolean propagateRequestIds, CallExecutor calls) {
        this.calls = calls;
        this.tools = Tool.all(audience);
        this.toolHandler = new ToolHandler(propagateRequestIds, calls);
        this.promptHandler = new PromptHandler(audience, calls);
    }

    /** The JSON mapper of transports. */
    public static McpJsonMapper json() {
        return new ProtocolJson();
    }

    @Override
    public RunningCalls running() {
        return calls.running();
    }

    @Override
    public Set<String> toolNames() {
        return tools.stream().map(Tool::name).collect(Collectors.toUnmodifiableSet());
    }

    public static Implementation info() {
        return Implementation.builder("leadgen", Version.number())
                .title("leadgen audience sizing")
                .build();
    }

    /** A server with sessions, over a pair of streams. */
    public McpAsyncServer stateful(McpServerTransportProvider transport) {
        return stateful(McpServer.async(transport));
    }

    @Override
    public McpAsyncServer stateful(McpStreamableServerTransportProvider transport) {
        return stateful(McpServer.async(transport));
    }

    private McpAsyncServer stateful(McpServer.AsyncSpecification<?> server) {
        for (Tool tool : tools) {
            server.toolCall(
                    described(tool),
                    (exchange, request) -> toolHandler.call(
                            tool,
                            exchange.transportContext(),
                            request,
                            progress(exchange, request),
                            outcome -> send(exchange, outcome)));
        }
        server.resources(new McpServerFeatures.AsyncResourceSpecification(
                PromptHandler.PROMISES, (exchange, request) -> PromptHandler.promises()));
        server.resourceTemplates(new McpServerFeatures.AsyncResourceTemplateSpecification(
                PromptHandler.TABLE,
                (exchange, request) -> promptHandler.table(exchange.transportContext(), request.uri())));
        server.completions(new McpServerFeatures.AsyncCompletionSpecification(
                PromptHandler.TABLE_REFERENCE,
                (exchange, request) -> promptHandler.complete(exchange.transportContext(), request)));
        for (Prompt prompt : prompts) {
            server.prompts(new McpServerFeatures.AsyncPromptSpecification(
                    PromptHandler.described(prompt), (exchange, request) -> PromptHandler.prompt(prompt, request)));
            server.completions(new McpServerFeatures.AsyncCompletionSpecification(
                    PromptHandler.reference(prompt),
                    (exchange, request) -> promptHandler.complete(exchange.transportContext(), request)));
        }
        return server.serverInfo(info())
                .instructions(Instructions.TEXT)
                .jsonMapper(json())
                .jsonSchemaValidator(new NoValidation())
                .validateToolInputs(false)
                .strictToolNameValidation(true)
                .capabilities(capabilities().logging().build())
                .build();
    }

    /** A server without sessions. It cannot send log messages. */
    @Override
    public McpStatelessAsyncServer stateless(McpStatelessServerTransport transport) {
        McpServer.StatelessAsyncSpecification server = McpServer.async(transport);
        for (Tool tool : tools) {
            server.toolCall(
                    described(tool),
                    (context, request) ->
                            toolHandler.call(tool, context, request, progress(context), CallOutcome::log));
        }
        server.resources(new McpStatelessServerFeatures.AsyncResourceSpecification(
                PromptHandler.PROMISES, (context, request) -> PromptHandler.promises()));
        server.resourceTemplates(new McpStatelessServerFeatures.AsyncResourceTemplateSpecification(
                PromptHandler.TABLE, (context, request) -> promptHandler.table(context, request.uri())));
        server.completions(new McpStatelessServerFeatures.AsyncCompletionSpecification(
                PromptHandler.TABLE_REFERENCE, promptHandler::complete));
        for (Prompt prompt : prompts) {
            server.prompts(new McpStatelessServerFeatures.AsyncPromptSpecification(
                    PromptHandler.described(prompt), (context, request) -> PromptHandler.prompt(prompt, request)));
            server.completions(new McpStatelessServerFeatures.AsyncCompletionSpecification(
                    PromptHandler.reference(prompt), promptHandler::complete));
        }
        return server.serverInfo(info())
                .instructions(Instructions.TEXT)
                .jsonMapper(json())
                .jsonSchemaValidator(new NoValidation())
                .validateToolInputs(false)
                .strictToolNameValidation(true)
                .capabilities(capabilities().build())
                .build();
    }

    private static ServerCapabilities.Builder capabilities() {
        return ServerCapabilities.builder()
                .tools(false)
                .resources(false, false)
                .prompts(false)
                .completions();
    }

    /** Logs the outcome of a call, and sends it to clients with log level debug, or any level for an internal error. */
    private static void send(McpAsyncServerExchange exchange, CallOutcome outcome) {
        outcome.log();
        exchange.loggingNotification(LoggingMessageNotification.builder(
                                outcome.isInternalError() ? LoggingLevel.ERROR : LoggingLevel.DEBUG, outcome.toString())
                        .logger("leadgen")
                        .build())
                .onErrorResume(gone -> Mono.empty())
                .subscribe();
    }

    private static McpSchema.Tool described(Tool tool) {
        return McpSchema.Tool.builder(tool.name(), tool.inputSchema())
                .title(tool.title())
                .description(tool.description())
                .outputSchema(tool.outputSchema())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private static @Nullable Consumer<Integer> progress(McpTransportContext transport) {
        CallContext context = CallContext.find(transport);
        return context == null ? null : context.progress();
    }

    private static @Nullable Consumer<Integer> progress(McpAsyncServerExchange exchange, CallToolRequest request) {
        Object token = request.progressToken();
        if (token == null) {
            return null;
        }
        return count -> exchange.progressNotification(progress(token, count))
                .onErrorResume(gone -> Mono.empty())
                .subscribe();
    }

    /** Message and interval are constant: progress must not depend on data. */
    static ProgressNotification progress(Object token, int count) {
        return ProgressNotification.builder(token, count)
                .message("still working")
                .build();
    }

    /** Tools check their arguments with better messages, and tests check answers. A general validator is slower and quotes input. */
    private static final class NoValidation implements JsonSchemaValidator {
        @Override
        public ValidationResponse validate(Map<String, Object> schema, Object content) {
            return ValidationResponse.asValid(null);
        }
    }
}
