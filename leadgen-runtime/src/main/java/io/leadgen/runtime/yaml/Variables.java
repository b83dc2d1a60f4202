package io.leadgen.runtime.yaml;

import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts environment variables into a scalar's text: <code>${NAME}</code>, <code>${NAME:-default}</code>, and a doubled dollar
 * sign for a literal reference. It works on text that is already read, so that the value of a variable is never YAML.
 */
final class Variables {
    private static final String OPEN = "${";
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:-((?:(?!\\$\\{)[^}])*))?}");
    private static final Pattern USER_ATTRIBUTE = Pattern.compile("\\$\\{user\\.[A-Za-z_][A-Za-z0-9_]*}");

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * A text with its variables filled in.
     *
     * @param changed whether there were any
     * @param complete whether all of them could be resolved
     */
    record Filled(String text, boolean changed, boolean complete) {}

    /**
     * @param keepUserAttributes whether {@code ${user.name}} stays as it is, to be filled in for each question
     * @param unresolved gets a message for each reference that cannot be resolved, and its number from 0, escaped ones too
     */
    Filled fill(String text, boolean keepUserAttributes, ObjIntConsumer<String> unresolved) {
        StringBuilder filled = new StringBuilder(text.length());
        boolean changed = false;
        boolean complete = true;
        int reference = 0;
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            boolean escaped = open > from && text.charAt(open - 1) == '$';
            filled.append(text, from, escaped ? open - 1 : open);
            Matcher attribute = matcher(USER_ATTRIBUTE, text, open);
            Matcher variable = matcher(REFERENCE, text, open);
            if (escaped) {
                filled.append(OPEN);
                from = open + OPEN.length();
            } else if (keepUserAttributes && attribute.lookingAt()) {
                filled.append(attribute.group());
                from = attribute.end();
            } else if (variable.lookingAt()) {
                changed = true;
                String value = value(variable);
                if (value == null) {
                    complete = false;
                    unresolved.accept("environment variable " + variable.group(1) + " is not set", reference);
                } else {
                    filled.append(value);
                }
                from = variable.end();
            } else {
                complete = false;
                unresolved.accept(
                        "malformed ${...}; write ${NAME}, ${NAME:-default}, or $${ for a literal ${", reference);
                from = open + OPEN.length();
            }
            reference++;
        }
        return new Filled(filled.append(text, from, text.length()).toString(), changed, complete);
    }

    /** The value of a reference; as in a shell, the default also replaces an empty variable. */
    private @Nullable String value(Matcher reference) {
        String value = environment.get(reference.group(1));
        String fallback = reference.group(3);
        return fallback != null && (value == null || value.isEmpty()) ? fallback : value;
    }

    private static Matcher matcher(Pattern pattern, String text, int from) {
        return pattern.matcher(text).region(from, text.length());
    }
}
