package io.leadgen.mcp.tools;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.runtime.export.PortableAudience;
import io.leadgen.spelling.DidYouMean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Arguments that match a tool's input schema. What the schema cannot express is checked when they are read: every method throws
 * {@link LeadgenException} INVALID_ARGUMENT, with a hint, for a value that does not fit.
 */
public final class Arguments {
    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    static Arguments checked(List<Parameter> parameters, Map<String, @Nullable Object> sent) {
        List<String> known = parameters.stream().map(Parameter::name).toList();
        sent.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw unknown(name, known);
        });
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object value = sent.get(parameter.name());
            if (value != null) {
                parameter.form().objection(value).ifPresent(objection -> {
                    throw refused(parameter.name() + " " + objection, parameter.description());
                });
                values.put(parameter.name(), value);
            } else if (parameter.required()) {
                throw refused(
                        "The argument " + parameter.name() + " is missing",
                        parameter.description() == null ? needed(parameters) : parameter.description());
            }
        }
        return new Arguments(values);
    }

    private static String needed(List<Parameter> parameters) {
        return "this tool needs "
                + parameters.stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .collect(Collectors.joining(", "));
    }

    private static LeadgenException unknown(String name, List<String> known) {
        return refused(
                "There is no argument of that name",
                DidYouMean.nearest(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("this tool takes " + String.join(", ", known)));
    }

    private static LeadgenException refused(String message, @Nullable String hint) {
        return LeadgenException.invalid(message, hint);
    }

    /** The caller's own id of this call, or null. */
    public @Nullable String requestId() {
        return optionalText(Parameter.REQUEST_ID.name());
    }

    String text(String name) {
        return (String) present(name);
    }

    private Object present(String name) {
        return requireNonNull(values.get(name), name);
    }

    @Nullable
    String optionalText(String name) {
        return (String) values.get(name);
    }

    @Nullable
    Integer whole(String name) {
        Object value = values.get(name);
        return value == null ? null : new BigDecimal(value.toString()).intValueExact();
    }

    List<String> texts(String name) {
        return ((List<?>) present(name)).stream().map(String.class::cast).toList();
    }

    Map<String, String> named(String name) {
        Map<String, String> named = new LinkedHashMap<>();
        ((Map<?, ?>) present(name)).forEach((key, text) -> named.put((String) key, (String) text));
        return named;
    }

    @Nullable
    LocalDate day(String name) {
        String text = optionalText(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(name + " must be a day, written YYYY-MM-DD", "for example 2026-10-31");
        }
    }

    TableName table() {
        try {
            return new TableName(text("catalog"), text("schema"), text("table"));
        } catch (IllegalArgumentException e) {
            throw refused(
                    "catalog, schema and table must each have 1 to 255 printable characters",
                    "list_catalogs, list_schemas and list_tables show the names");
        }
    }

    /** A table, where it may be left out: all three parts, or none. */
    @Nullable
    TableName optionalTable() {
        long parts = List.of("catalog", "schema", "table").stream()
                .filter(values::containsKey)
                .count();
        if (parts == 0) {
            return null;
        }
        if (parts < 3) {
            throw refused(
                    "catalog, schema and table must be given together", "give all three, or none for your own budget");
        }
        return table();
    }

    Precision precision() {
        String text = optionalText(Parameter.PRECISION.name());
        return text == null ? Precision.DEFAULT : Precision.parse(text);
    }

    /** The condition, or null for everyone. What export_conditions has written as JSON is a condition too. */
    @Nullable
    String predicate() {
        String text = optionalText(Parameter.PREDICATE.name());
        return text == null || text.isBlank() ? null : condition(text);
    }

    /** The condition, where there has to be one. */
    String condition() {
        return condition(text(Parameter.PREDICATE.name()));
    }

    private String condition(String text) {
        if (!PortableAudience.isMeant(text)) {
            return text;
        }
        PortableAudience audience = PortableAudience.read(text);
        if (!audience.table().equals(table())) {
            throw refused("The audience is about another table", "ask about " + audience.table());
        }
        return audience.predicate();
    }
}
