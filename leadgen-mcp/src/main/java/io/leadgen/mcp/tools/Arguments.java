package io.leadgen.mcp.tools;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.language.parse.PredicateComposer;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.Question;
import io.leadgen.runtime.export.PortableAudience;
import io.leadgen.spelling.DidYouMean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, as a tool's input schema has them, or in a form that can only mean that ({@link Parameter#read}). What the schema cannot express is checked when they are read: every method throws
 * {@link LeadgenException} INVALID_ARGUMENT, with a hint, for a value that does not fit.
 */
public final class Arguments {
    /** What clients add of their own accord: the protocol's, n8n's, and Cursor's where a tool needs nothing. */
    private static final Set<String> OF_CLIENTS =
            Set.of("_meta", "toolCallId", "sessionId", "action", "chatInput", "tool", "random_string");

    private static final List<String> TABLE = List.of("catalog", "schema", "table");
    /** Outside of quotes. */
    private static final String DOT = "\\.(?=(?:[^`\"]*[`\"][^`\"]*[`\"])*[^`\"]*$)";

    private static final Pattern QUOTED = Pattern.compile("^([`\"])(.+)\\1$");
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]00:00(:00(\\.0+)?)?(Z|[+-]00:?00)?$");
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_SHOWN = 60;

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    static Arguments checked(List<Parameter> parameters, Map<String, @Nullable Object> sent) {
        List<String> known = parameters.stream().map(Parameter::name).toList();
        sent.keySet().stream()
                .filter(name -> !known.contains(name) && !OF_CLIENTS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, known);
                });
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object value = parameter.read(sent.get(parameter.name()));
            if (value != null) {
                parameter.form().objection(value).ifPresent(objection -> {
                    throw refused(parameter.name() + " " + objection, parameter.description());
                });
                values.put(parameter.name(), value);
            }
        }
        for (int last = TABLE.size() - 1; last >= 0; last--) {
            qualified(values, last);
        }
        for (Parameter parameter : parameters) {
            if (parameter.required() && !values.containsKey(parameter.name())) {
                throw refused(
                        "The argument " + parameter.name() + " is missing",
                        parameter.description() == null ? needed(parameters) : parameter.description());
            }
        }
        return new Arguments(values);
    }

    /**
     * Takes a qualified or quoted name apart: {@code main.leads.people} as a table names its schema and catalog too, unless others
     * are given. Then the name is meant as it is.
     */
    private static void qualified(Map<String, Object> values, int last) {
        if (!(values.get(TABLE.get(last)) instanceof String text) || text.length() > LONGEST_NAME) {
            return;
        }
        List<String> parts = Stream.of(text.strip().split(DOT, -1))
                .map(part -> QUOTED.matcher(part.strip()).replaceFirst("$2"))
                .toList();
        int first = last + 1 - parts.size();
        boolean agrees = first >= 0 && parts.stream().noneMatch(String::isEmpty);
        for (int i = 0; agrees && i < parts.size() - 1; i++) {
            Object given = values.get(TABLE.get(first + i));
            agrees = given == null || given.toString().equalsIgnoreCase(parts.get(i));
        }
        for (int i = 0; agrees && i < parts.size(); i++) {
            values.put(TABLE.get(first + i), parts.get(i));
        }
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
                "There is no argument " + shown(name),
                DidYouMean.nearest(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("this tool takes " + String.join(", ", known)));
    }

    /** On one line, and not all of a long one. */
    private static String shown(String name) {
        String printable = name.replaceAll("\\p{C}", "?");
        return printable.length() > LONGEST_SHOWN ? printable.substring(0, LONGEST_SHOWN) + "…" : printable;
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
        return (Integer) values.get(name);
    }

    List<String> texts(String name) {
        return ((List<?>) present(name)).stream().map(String.class::cast).toList();
    }

    List<String> conditions(String name) {
        return texts(name).stream().map(this::condition).toList();
    }

    /** Conditions by name, each of them among the people that are asked about. */
    Map<String, String> named(String name) {
        String among = predicate();
        Map<String, String> named = new LinkedHashMap<>();
        ((Map<?, ?>) present(name)).forEach((key, value) -> {
            String condition = condition((String) value);
            named.put((String) key, among == null ? condition : PredicateComposer.and(among, condition));
        });
        return named;
    }

    /**
     * Refuses a question that could cost more than the caller wants to pay. An answer that is cached would be free; whether it is
     * cached is not looked up.
     */
    void refuseDearer(AudienceService audience, Question<?> question, RequestContext context) {
        if (values.get(Parameter.MAX_COST.name()) instanceof BigDecimal most) {
            BigDecimal price = audience.check(question, context).costMost().value();
            if (price.compareTo(most) > 0) {
                throw refused(
                        "The question could cost " + price.toPlainString() + ", which is more than max_cost",
                        "set a coarser precision, or max_cost to " + price.toPlainString());
            }
        }
    }

    @Nullable
    LocalDate day(String name) {
        String text = optionalText(name);
        try {
            return text == null
                    ? null
                    : LocalDate.parse(MIDNIGHT.matcher(text.strip()).replaceFirst(""));
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
        long parts = TABLE.stream().filter(values::containsKey).count();
        if (parts == 0) {
            return null;
        }
        if (parts < TABLE.size()) {
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
        return text == null ? null : condition(text);
    }

    /** A condition that there has to be. */
    String required(String name) {
        return condition(text(name));
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
