package io.leadgen.privacy.policy;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What the operator says about a principal.
 *
 * @param attributes what row filters need to know about the caller, by name, such as a region
 */
public record Caller(CallerClass callerClass, Map<String, String> attributes) {
    public Caller {
        requireNonNull(callerClass, "callerClass");
        attributes = Map.copyOf(attributes);
    }
}
