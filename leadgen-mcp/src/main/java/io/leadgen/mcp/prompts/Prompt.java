package io.leadgen.mcp.prompts;

import io.leadgen.error.LeadgenException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A prompt for an agent.
 *
 * @param name the name in the protocol
 * @param text the text for the agent, from the arguments by name
 */
public record Prompt(
        String name,
        String title,
        String description,
        List<Argument> arguments,
        Function<Map<String, String>, String> text) {

    public record Argument(String name, String description, boolean required) {}

    /** The text for the agent. Unknown arguments are ignored; the error if one is missing is INVALID_ARGUMENT. */
    public String fill(Map<String, ? extends @Nullable Object> sent) {
        Map<String, String> known = new LinkedHashMap<>();
        for (Argument argument : arguments) {
            Object value = sent.get(argument.name());
            if (value instanceof String given && !given.isBlank()) {
                known.put(argument.name(), given.strip());
            } else if (argument.required()) {
                throw LeadgenException.invalid(
                        "The argument " + argument.name() + " is missing", argument.description());
            }
        }
        return text.apply(known);
    }
}
