package io.leadgen.e2e.mcp;

import io.leadgen.mcp.sdk.CallContext;
import io.leadgen.mcp.sdk.RunningCalls;
import io.leadgen.mcp.sdk.ServerFactory;
import io.leadgen.mcp.sdk.Servers;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * What the official conformance suite wants to find on a server: tools, prompts and resources of agreed names and contents, in place
 * of the product's. What they need of a client, only sessions give; without sessions they are not there.
 */
final class ConformanceFixtures implements ServerFactory {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";
    private static final String SILENCE = "UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=";
    private static final Map<String, Object> NO_ARGUMENTS = Map.of("type", "object");

    private final RunningCalls running = new RunningCalls();
    private final Map<Tool, Function<CallToolRequest, Mono<CallToolResult>>> alone = new LinkedHashMap<>();
    private final Map<Tool, BiFunction<McpAsyncServerExchange, CallToolRequest, Mono<CallToolResult>>> together =
            new LinkedHashMap<>();
    private final Map<Prompt, Function<Map<String, Object>, List<Content>>> prompts = new LinkedHashMap<>();

    ConformanceFixtures() {
        answers("test_simple_text", text("This is a simple text response for testing."));
        answers("test_image_content", image());
        answers("test_audio_content", AudioContent.builder(SILENCE, "audio/wav").build());
        answers("test_embedded_resource", embedded("test://embedded-resource", "text/plain", "Embedded, as a text."));
        answers(
                "test_multiple_content_types",
                text("Multiple content types test:"),
                image(),
                embedded("test://mixed-content-resource", "application/json", "{\"test\":\"data\",\"value\":123}"));
        // Of these two the suite only wants to see that nothing else comes before their answer.
        answers("test_streaming_elicitation", text("asked for nothing"));
        answers("test_logging_tool", text("logged nothing"));
        alone.put(
                tool("test_error_handling", NO_ARGUMENTS),
                request -> Mono.just(CallToolResult.builder()
                        .addTextContent("This tool intentionally returns an error for testing")
                        .isError(true)
                        .build()));
        alone.put(tool("json_schema_2020_12_tool", SCHEMA_OF_2020_12), request -> Mono.just(result(text("checked"))));
        together.put(tool("test_tool_with_logging", NO_ARGUMENTS), (client, request) -> logs(client));
        together.put(tool("test_tool_with_progress", NO_ARGUMENTS), ConformanceFixtures::progresses);
        together.put(tool("test_sampling", arguments("prompt")), ConformanceFixtures::samples);
        together.put(
                tool("test_elicitation", arguments("message")),
                (client, request) -> asks(
                        client,
                        (String) request.arguments().get("message"),
                        form(Map.of("username", property("string"), "email", property("string")))));
        together.put(
                tool("test_elicitation_sep1034_defaults", NO_ARGUMENTS),
                (client, request) -> asks(client, "Please look through the defaults", form(DEFAULTS)));
        together.put(
                tool("test_elicitation_sep1330_enums", NO_ARGUMENTS),
                (client, request) -> asks(client, "Please choose", form(CHOICES)));

        prompts.put(prompt("test_simple_prompt"), arguments -> List.of(text("This is a simple prompt for testing.")));
        prompts.put(
                prompt("test_prompt_with_arguments", "arg1", "arg2"),
                arguments -> List.of(text("Prompt with arguments: arg1='" + arguments.get("arg1") + "', arg2='"
                        + arguments.get("arg2") + "'")));
        prompts.put(
                prompt("test_prompt_with_embedded_resource", "resourceUri"),
                arguments -> List.of(
                        embedded(
                                (String) arguments.get("resourceUri"),
                                "text/plain",
                                "Embedded resource content for testing."),
                        text("Please process the embedded resource above.")));
        prompts.put(
                prompt("test_prompt_with_image"),
                arguments -> List.of(image(), text("Please analyze the image above.")));
    }

    private static final Map<String, Object> SCHEMA_OF_2020_12 = Map.of(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "type",
            "object",
            "$defs",
            Map.of(
                    "address",
                    Map.of(
                            "$anchor",
                            "addressDef",
                            "type",
                            "object",
                            "properties",
                            Map.of("street", property("string"), "city", property("string")))),
            "properties",
            Map.of(
                    "name", property("string"),
                    "address", Map.of("$ref", "#/$defs/address"),
                    "contactMethod", Map.of("type", "string", "enum", List.of("phone", "email")),
                    "phone", property("string"),
                    "email", property("string")),
            "allOf",
            List.of(Map.of(
                    "anyOf", List.of(Map.of("required", List.of("phone")), Map.of("required", List.of("email"))))),
            "if",
            Map.of(
                    "properties",
                    Map.of("contactMethod", Map.of("const", "phone")),
                    "required",
                    List.of("contactMethod")),
            "then",
            Map.of("required", List.of("phone")),
            "else",
            Map.of("required", List.of("email")),
            "additionalProperties",
            false);

    private static final Map<String, Object> DEFAULTS = Map.of(
            "name", Map.of("type", "string", "default", "John Doe"),
            "age", Map.of("type", "integer", "default", 30),
            "score", Map.of("type", "number", "default", 95.5),
            "status", Map.of("type", "string", "enum", List.of("active", "inactive", "pending"), "default", "active"),
            "verified", Map.of("type", "boolean", "default", true));

    private static final Map<String, Object> CHOICES = Map.of(
            "untitledSingle", Map.of("type", "string", "enum", List.of("option1", "option2", "option3")),
            "titledSingle",
                    Map.of(
                            "type",
                            "string",
                            "oneOf",
                            List.of(
                                    titled("value1", "First Option"),
                                    titled("value2", "Second Option"),
                                    titled("value3", "Third Option"))),
            "legacyEnum",
                    Map.of(
                            "type",
                            "string",
                            "enum",
                            List.of("opt1", "opt2", "opt3"),
                            "enumNames",
                            List.of("Option One", "Option Two", "Option Three")),
            "untitledMulti",
                    Map.of(
                            "type",
                            "array",
                            "items",
                            Map.of("type", "string", "enum", List.of("option1", "option2", "option3"))),
            "titledMulti",
                    Map.of(
                            "type",
                            "array",
                            "items",
                            Map.of(
                                    "anyOf",
                                    List.of(
                                            titled("value1", "First Choice"),
                                            titled("value2", "Second Choice"),
                                            titled("value3", "Third Choice")))));

    private void answers(String name, Content... contents) {
        alone.put(tool(name, NO_ARGUMENTS), request -> Mono.just(result(contents)));
    }

    private static CallToolResult result(Content... contents) {
        return CallToolResult.builder()
                .content(List.of(contents))
                .isError(false)
                .build();
    }

    private static Tool tool(String name, Map<String, Object> schema) {
        return Tool.builder(name, schema).description("A fixture: " + name).build();
    }

    private static Prompt prompt(String name, String... arguments) {
        return Prompt.builder(name)
                .description("A fixture: " + name)
                .arguments(List.of(arguments).stream()
                        .map(argument ->
                                PromptArgument.builder(argument).required(true).build())
                        .toList())
                .build();
    }

    private static Map<String, Object> property(String type) {
        return Map.of("type", type);
    }

    private static Map<String, Object> titled(String value, String title) {
        return Map.of("const", value, "title", title);
    }

    private static Map<String, Object> arguments(String name) {
        return Map.of("type", "object", "properties", Map.of(name, property("string")), "required", List.of(name));
    }

    private static Map<String, Object> form(Map<String, Object> properties) {
        return Map.of("type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
    }

    private static TextContent text(String text) {
        return TextContent.builder(text).build();
    }

    private static ImageContent image() {
        return ImageContent.builder(PIXEL, "image/png").build();
    }

    private static EmbeddedResource embedded(String uri, String type, String text) {
        return EmbeddedResource.builder(
                        TextResourceContents.builder(uri, text).mimeType(type).build())
                .build();
    }

    private static Mono<CallToolResult> logs(McpAsyncServerExchange client) {
        return log(client, "Tool execution started")
                .then(Mono.delay(STEP))
                .then(log(client, "Tool processing data"))
                .then(Mono.delay(STEP))
                .then(log(client, "Tool execution completed"))
                .thenReturn(result(text("logged")));
    }

    private static Mono<Void> log(McpAsyncServerExchange client, String message) {
        return client.loggingNotification(
                LoggingMessageNotification.builder(LoggingLevel.INFO, message).build());
    }

    private static Mono<CallToolResult> progresses(McpAsyncServerExchange client, CallToolRequest request) {
        Object token = request.progressToken();
        return progress(client, token, 0)
                .then(Mono.delay(STEP))
                .then(progress(client, token, 50))
                .then(Mono.delay(STEP))
                .then(progress(client, token, 100))
                .thenReturn(result(text("done")));
    }

    private static Mono<Void> progress(McpAsyncServerExchange client, Object token, double done) {
        return token == null
                ? Mono.empty()
                : client.progressNotification(
                        ProgressNotification.builder(token, done).total(100.0).build());
    }

    private static Mono<CallToolResult> samples(McpAsyncServerExchange client, CallToolRequest request) {
        return client.createMessage(CreateMessageRequest.builder(
                                List.of(SamplingMessage.builder(Role.USER, text((String)
                                                request.arguments().get("prompt")))
                                        .build()),
                                100)
                        .build())
                .map(answer -> result(text("LLM response: "
                        + (answer.content() instanceof TextContent said ? said.text() : answer.content()))));
    }

    private static Mono<CallToolResult> asks(
            McpAsyncServerExchange client, String message, Map<String, Object> schema) {
        return client.createElicitation(
                        ElicitFormRequest.builder(message, schema).build())
                .map(answer -> result(text(told(answer))));
    }

    private static String told(ElicitResult answer) {
        return "User response: action=" + answer.action().name().toLowerCase(java.util.Locale.ROOT) + ", content="
                + answer.content();
    }

    private static Mono<ReadResourceResult> contents(ResourceContents contents) {
        return Mono.just(ReadResourceResult.builder(List.of(contents)).build());
    }

    private static Mono<ReadResourceResult> read(String uri) {
        return switch (uri) {
            case "test://static-binary" ->
                contents(BlobResourceContents.builder(uri, PIXEL)
                        .mimeType("image/png")
                        .build());
            case "test://static-text", "test://watched-resource" ->
                contents(TextResourceContents.builder(uri, "This is the content of the static text resource.")
                        .mimeType("text/plain")
                        .build());
            default -> {
                String id = uri.replaceAll("test://template/(.*)/data", "$1");
                yield contents(TextResourceContents.builder(
                                uri,
                                "{\"id\":\"" + id + "\",\"templateTest\":true,\"data\":\"Data for ID: " + id + "\"}")
                        .mimeType("application/json")
                        .build());
            }
        };
    }

    private static final List<Resource> RESOURCES = List.of(
            Resource.builder("test://static-text", "static text")
                    .description("A text.")
                    .mimeType("text/plain")
                    .build(),
            Resource.builder("test://static-binary", "static binary")
                    .description("An image.")
                    .mimeType("image/png")
                    .build(),
            Resource.builder("test://watched-resource", "watched")
                    .description("One to subscribe to.")
                    .mimeType("text/plain")
                    .build());

    private static final ResourceTemplate TEMPLATE = ResourceTemplate.builder("test://template/{id}/data", "template")
            .description("Data by id.")
            .mimeType("application/json")
            .build();

    private static Mono<CompleteResult> completion() {
        return Mono.just(new CompleteResult(new CompleteCompletion(List.of("paris", "park", "party"), 3, false)));
    }

    private static GetPromptResult filled(List<Content> contents) {
        return GetPromptResult.builder(contents.stream()
                        .map(content ->
                                PromptMessage.builder(Role.USER, content).build())
                        .toList())
                .build();
    }

    @Override
    public RunningCalls running() {
        return running;
    }

    @Override
    public Set<String> toolNames() {
        return Set.of();
    }

    @Override
    public McpAsyncServer stateful(McpStreamableServerTransportProvider transport) {
        McpServer.AsyncSpecification<?> server = McpServer.async(transport);
        alone.forEach((tool, answer) -> server.toolCall(tool, (client, request) -> answer.apply(request)));
        together.forEach(server::toolCall);
        prompts.forEach((prompt, answer) -> {
            server.prompts(new McpServerFeatures.AsyncPromptSpecification(
                    prompt, (client, request) -> Mono.just(filled(answer.apply(request.arguments())))));
            server.completions(new McpServerFeatures.AsyncCompletionSpecification(
                    PromptReference.builder(prompt.name()).build(), (client, request) -> completion()));
        });
        RESOURCES.forEach(resource -> server.resources(
                new McpServerFeatures.AsyncResourceSpecification(resource, (client, request) -> read(request.uri()))));
        server.resourceTemplates(new McpServerFeatures.AsyncResourceTemplateSpecification(
                TEMPLATE, (client, request) -> read(request.uri())));
        return server.serverInfo("fixtures", "1")
                .jsonMapper(Servers.json())
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(true, false)
                        .prompts(false)
                        .completions()
                        .logging()
                        .build())
                .build();
    }

    @Override
    public McpStatelessAsyncServer stateless(McpStatelessServerTransport transport) {
        McpServer.StatelessAsyncSpecification server = McpServer.async(transport);
        alone.forEach((tool, answer) -> server.toolCall(tool, (context, request) -> answer.apply(request)));
        server.toolCall(tool("test_tool_with_progress", NO_ARGUMENTS), (context, request) -> {
            Consumer<Integer> alive = CallContext.of(context).progress();
            if (alive != null) {
                List.of(1, 2, 3).forEach(alive);
            }
            return Mono.just(result(text("done")));
        });
        prompts.forEach((prompt, answer) -> {
            server.prompts(new McpStatelessServerFeatures.AsyncPromptSpecification(
                    prompt, (context, request) -> Mono.just(filled(answer.apply(request.arguments())))));
            server.completions(new McpStatelessServerFeatures.AsyncCompletionSpecification(
                    PromptReference.builder(prompt.name()).build(), (context, request) -> completion()));
        });
        RESOURCES.forEach(resource -> server.resources(new McpStatelessServerFeatures.AsyncResourceSpecification(
                resource, (context, request) -> read(request.uri()))));
        server.resourceTemplates(new McpStatelessServerFeatures.AsyncResourceTemplateSpecification(
                TEMPLATE, (context, request) -> read(request.uri())));
        return server.serverInfo("fixtures", "1")
                .jsonMapper(Servers.json())
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .prompts(false)
                        .completions()
                        .build())
                .build();
    }
}
