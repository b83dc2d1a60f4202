package io.leadgen.mcp.sdk;

import io.leadgen.mcp.engine.Engine;
import io.leadgen.mcp.prompts.Instructions;
import io.leadgen.mcp.prompts.Prompt;
import io.leadgen.mcp.prompts.Prompts;
import io.leadgen.mcp.tools.Tool;
import io.leadgen.mcp.tools.Tools;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Puts the tools onto any of the SDK's transports; all servers that it makes offer the same and share one bound on calls. */
public final class Servers implements ServerFactory {
    private final CallExecutor calls;
    private final List<Tool> tools;
    private final List<Prompt> prompts = Prompts.all();
    private final ToolAnswers answers;
    private final GuideAnswers guide;

    public Servers(Engine engine, CallExecutor calls) {
        this.calls = calls;
        this.tools = Tools.of(engine);
        this.answers = new ToolAnswers(engine, calls);
        this.guide = new GuideAnswers(engine, calls);
    }

    /** What transports read and write JSON with. */
    public static McpJsonMapper json() {
        return new Json();
    }

    @Override
    public RunningCalls running() {
        return calls.running();
    }

    @Override
    public Set<String> toolNames() {
        return tools.stream().map(Tool::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Who the server says it is. */
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
                    (exchange, request) -> answers.call(
                            tool,
                            exchange.transportContext(),
                            request,
                            alive(exchange, request),
                            report -> told(exchange, report)));
        }
        server.resources(new McpServerFeatures.AsyncResourceSpecification(
                GuideAnswers.PROMISES, (exchange, request) -> GuideAnswers.promises()));
        server.resourceTemplates(new McpServerFeatures.AsyncResourceTemplateSpecification(
                GuideAnswers.TABLE, (exchange, request) -> guide.table(exchange.transportContext(), request.uri())));
        server.completions(new McpServerFeatures.AsyncCompletionSpecification(
                GuideAnswers.TABLE_REFERENCE,
                (exchange, request) -> guide.complete(exchange.transportContext(), request)));
        for (Prompt prompt : prompts) {
            server.prompts(new McpServerFeatures.AsyncPromptSpecification(
                    GuideAnswers.described(prompt), (exchange, request) -> GuideAnswers.prompt(prompt, request)));
            server.completions(new McpServerFeatures.AsyncCompletionSpecification(
                    GuideAnswers.reference(prompt),
                    (exchange, request) -> guide.complete(exchange.transportContext(), request)));
        }
        return server.serverInfo(info())
                .instructions(Instructions.TEXT)
                .jsonMapper(json())
                .jsonSchemaValidator(new Trusting())
                .validateToolInputs(false)
                .strictToolNameValidation(true)
                .capabilities(capabilities().logging().build())
                .build();
    }

    /** A server without sessions. It has nobody to send a log to. */
    @Override
    public McpStatelessAsyncServer stateless(McpStatelessServerTransport transport) {
        McpServer.StatelessAsyncSpecification server = McpServer.async(transport);
        for (Tool tool : tools) {
            server.toolCall(
                    described(tool),
                    (context, request) -> answers.call(tool, context, request, alive(context), CallLog::write));
        }
        server.resources(new McpStatelessServerFeatures.AsyncResourceSpecification(
                GuideAnswers.PROMISES, (context, request) -> GuideAnswers.promises()));
        server.resourceTemplates(new McpStatelessServerFeatures.AsyncResourceTemplateSpecification(
                GuideAnswers.TABLE, (context, request) -> guide.table(context, request.uri())));
        server.completions(new McpStatelessServerFeatures.AsyncCompletionSpecification(
                GuideAnswers.TABLE_REFERENCE, guide::complete));
        for (Prompt prompt : prompts) {
            server.prompts(new McpStatelessServerFeatures.AsyncPromptSpecification(
                    GuideAnswers.described(prompt), (context, request) -> GuideAnswers.prompt(prompt, request)));
            server.completions(new McpStatelessServerFeatures.AsyncCompletionSpecification(
                    GuideAnswers.reference(prompt), guide::complete));
        }
        return server.serverInfo(info())
                .instructions(Instructions.TEXT)
                .jsonMapper(json())
                .jsonSchemaValidator(new Trusting())
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

    /** A client that has set its level to debug hears what became of each call; any client hears of defects. */
    private static void told(McpAsyncServerExchange exchange, CallReport report) {
        CallLog.write(report);
        exchange.loggingNotification(LoggingMessageNotification.builder(
                                report.isDefect() ? LoggingLevel.ERROR : LoggingLevel.DEBUG, report.toString())
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

    private static @Nullable Consumer<Integer> alive(McpTransportContext transport) {
        CallContext context = CallContext.known(transport);
        return context == null ? null : context.alive();
    }

    private static @Nullable Consumer<Integer> alive(McpAsyncServerExchange exchange, CallToolRequest request) {
        Object token = request.progressToken();
        if (token == null) {
            return null;
        }
        return told -> exchange.progressNotification(progress(token, told))
                .onErrorResume(gone -> Mono.empty())
                .subscribe();
    }

    /** The words and the steps are always the same: what is sent while a call runs must tell nothing about data. */
    static ProgressNotification progress(Object token, int told) {
        return ProgressNotification.builder(token, told)
                .message("still working")
                .build();
    }

    /**
     * Arguments are checked by the tools themselves, with better words, and answers by our tests: a general validator would take
     * longer than many an answer, and its messages repeat what was sent.
     */
    private static final class Trusting implements JsonSchemaValidator {
        @Override
        public ValidationResponse validate(Map<String, Object> schema, Object content) {
            return ValidationResponse.asValid(null);
        }
    }
}
