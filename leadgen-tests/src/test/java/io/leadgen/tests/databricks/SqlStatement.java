package io.leadgen.tests.databricks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a client sent it.
 *
 * @param text with a {@code ?} for each parameter
 * @param parameters the values of the markers, in their order
 * @param catalog where names of one or two parts are looked up, or null
 * @param schema where names of one part are looked up, or null
 * @param settings what the session was set to, such as {@code timezone}; names in lower case
 */
public record SqlStatement(
        String text,
        List<SqlParameter> parameters,
        @Nullable String catalog,
        @Nullable String schema,
        Map<String, String> settings) {
    public SqlStatement {
        requireNonNull(text, "text");
        parameters = List.copyOf(parameters);
        settings = Map.copyOf(settings);
    }

    /** The text and the types of the parameters, without their values. */
    @Override
    public String toString() {
        return text + " " + parameters;
    }
}
