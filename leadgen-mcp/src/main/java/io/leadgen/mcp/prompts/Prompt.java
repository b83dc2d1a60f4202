package io.leadgen.mcp.prompts;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A step of the work that a person can ask an agent to do.
 *
 * @param name as the protocol calls it
 * @param text what the agent is told, from the arguments by name
 */
public record Prompt(
        String name,
        String title,
        String description,
        List<Argument> arguments,
        Function<Map<String, String>, String> text) {
    public Prompt {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
        arguments = List.copyOf(arguments);
    }

    /** What a person fills in. */
    public record Argument(String name, String description, boolean required) {}

    /**
     * What the agent is told.
     *
     * @param sent the arguments; further ones are passed over
     * @throws LeadgenException INVALID_ARGUMENT if one is missing
     */
    public String fill(Map<String, ? extends @Nullable Object> sent) {
        Map<String, String> known = new LinkedHashMap<>();
        for (Argument argument : arguments) {
            Object value = sent.get(argument.name());
            if (value instanceof String given && !given.isBlank()) {
                known.put(argument.name(), given.strip());
            } else if (argument.required()) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "The argument " + argument.name() + " is missing",
                        argument.description());
            }
        }
        return text.apply(known);
    }
}
