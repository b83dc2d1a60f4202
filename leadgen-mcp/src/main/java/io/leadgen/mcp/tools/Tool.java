package io.leadgen.mcp.tools;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One tool: what a model reads about it, and what it does. Every tool only reads, and gives the same answer when it is asked the
 * same again within an epoch.
 *
 * @param name as the protocol calls it
 * @param description for a model: when to use it, what it costs, an example
 * @param parameters its arguments; {@code request_id} is added to them
 * @param outputSchema JSON Schema of the answer
 * @param handler answers
 */
public record Tool(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        Map<String, @Nullable Object> outputSchema,
        Handler handler) {
    /** The schemas' ids are needed: the SDK tells schemas apart by a hash, and two may have the same one. */
    private static final String ID = "urn:leadgen:";

    public Tool {
        requireNonNull(name, "name");
        requireNonNull(handler, "handler");
        parameters = Stream.concat(parameters.stream(), Stream.of(Parameter.REQUEST_ID))
                .toList();
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("$id", ID + name + ":output");
        output.putAll(outputSchema);
        outputSchema = output;
    }

    /** What a tool does. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers.
         *
         * @throws io.leadgen.error.LeadgenException if it does not; the caller is told by its code, message and hint
         */
        ToolAnswer answer(ToolCall call);
    }

    /** JSON Schema 2020-12 of the arguments, as a tree with a fixed order of keys. */
    public Map<String, @Nullable Object> inputSchema() {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("$id", ID + name + ":input");
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required = parameters.stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /**
     * The arguments that a client has sent, checked against the input schema.
     *
     * @throws io.leadgen.error.LeadgenException INVALID_ARGUMENT
     */
    public Arguments arguments(Map<String, @Nullable Object> sent) {
        return Arguments.checked(parameters, sent);
    }
}
