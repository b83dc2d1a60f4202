package io.leadgen.mcp.tools;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.question.Question;
import io.leadgen.runtime.answer.JsonSchema;
import io.leadgen.runtime.answer.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One tool: what a model reads about it, and what it does. Every tool only reads, and gives the same answer to the same question
 * within an epoch.
 *
 * @param name as the protocol calls it
 * @param description for a model: when to use it, what it costs, an example
 * @param parameters its arguments; {@code request_id} is added to them
 * @param shape of the answer
 * @param handler answers, or throws a {@code LeadgenException} of which the caller sees code, message and hint
 */
public record Tool(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        Shape<?> shape,
        Function<Call, Answer> handler) {
    private static final String ERROR = "error";

    public Tool {
        parameters = Stream.concat(parameters.stream(), Stream.of(Parameter.REQUEST_ID))
                .toList();
    }

    /**
     * All tools, in the order in which a model meets them: explore, size, analyse, check and hand over, budget.
     *
     * @param audience answers; asked for at each call, so that nothing has to run before the first one
     */
    public static List<Tool> all(Supplier<AudienceService> audience) {
        return Stream.of(
                        new ExploringTools(audience).tools(),
                        new SizingTools(audience).tools(),
                        new AnalysingTools(audience).tools(),
                        new HandingOverTools(audience).tools())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * A tool whose answer is written by its shape.
     *
     * @param ask asks the question
     * @param text writes the answer for a client that shows nothing but text
     */
    static <A> Tool of(
            String name,
            String title,
            String description,
            List<Parameter> parameters,
            Shape<A> shape,
            Function<Call, A> ask,
            Function<A, String> text) {
        return new Tool(name, title, description, parameters, shape, call -> {
            A answer = ask.apply(call);
            return new Answer(shape.tree(answer), text.apply(answer));
        });
    }

    /** Asks a question that is made of the arguments, if its price is right. */
    static <A> Function<Call, A> asked(Supplier<AudienceService> audience, Function<Arguments, Question<A>> question) {
        return call -> {
            Question<A> asked = question.apply(call.arguments());
            call.arguments().refuseDearer(audience.get(), asked, call.context());
            return audience.get().ask(asked, call.context());
        };
    }

    /**
     * One call.
     *
     * @param arguments as the client sent them; they match the input schema
     * @param context the caller, the request id, and what stops the call and its statement at the warehouse
     */
    public record Call(Arguments arguments, RequestContext context) {}

    /**
     * An answer.
     *
     * @param content what the output schema describes, as a tree for {@link io.leadgen.runtime.json.JsonText}
     * @param text the same as text, for clients that give a model nothing else
     */
    public record Answer(Map<String, @Nullable Object> content, String text) {}

    /** JSON Schema 2020-12 of the arguments, as a tree with a fixed order of keys. */
    public Map<String, @Nullable Object> inputSchema() {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        List<String> required = parameters.stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /**
     * JSON Schema 2020-12 of a result: an answer, or an error. Some clients validate every result, errors too.
     *
     * <p>The schema has no {@code $id}: clients keep the schemas of all servers in one validator, where each id must be unique. Of
     * an answer it requires only the id that each has, since a model reads all of it. Each alternative declares the name that
     * it requires, which strict readers want.
     */
    public Map<String, @Nullable Object> outputSchema() {
        Map<String, @Nullable Object> schema = JsonSchema.brief(shape);
        Map<Object, Object> properties = new LinkedHashMap<>((Map<?, ?>) requireNonNull(schema.get("properties")));
        properties.put(ERROR, Map.of("type", "object"));
        schema.put("properties", properties);
        schema.remove("required");
        schema.put("anyOf", List.of(requiring(Parameter.REQUEST_ID.name(), "string"), requiring(ERROR, "object")));
        return schema;
    }

    private static Map<String, Object> requiring(String name, String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("properties", Map.of(name, Map.of("type", type)));
        schema.put("required", List.of(name));
        return schema;
    }

    /** The arguments that a client has sent, checked against the input schema; the error is INVALID_ARGUMENT. */
    public Arguments arguments(Map<String, @Nullable Object> sent) {
        return Arguments.checked(parameters, sent);
    }
}
