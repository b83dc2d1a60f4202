package io.leadgen.mcp.tools;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a tool. Where one is optional, a client may also send null for it: models do.
 *
 * @param description for a model; null where the name says all
 * @param form which values it takes
 */
record Parameter(String name, boolean required, @Nullable String description, Form form) {
    static final Parameter REQUEST_ID =
            optional("request_id", "Your id of this call, for the audit log", Text.upTo(128));
    static final Parameter CATALOG = required("catalog", null, Text.ANY);
    static final Parameter SCHEMA = required("schema", null, Text.ANY);
    static final Parameter TABLE = required("table", null, Text.ANY);
    static final Parameter PREDICATE =
            optional("predicate", "SQL condition on columns of the table; leave out for everyone", Text.ANY);
    static final Parameter PRECISION = optional(
            "precision",
            "Interval's half-width, \"0.1%\" to \"20%\", or \"max\"; default 1%, 5% if trusted. Coarser is cheaper",
            Text.ANY);

    static Parameter required(String name, @Nullable String description, Form form) {
        return new Parameter(name, true, description, form);
    }

    static Parameter optional(String name, @Nullable String description, Form form) {
        return new Parameter(name, false, description, form);
    }

    /** Those that name a table, and then others. */
    static List<Parameter> ofTable(Parameter... others) {
        return Stream.concat(Stream.of(CATALOG, SCHEMA, TABLE), Stream.of(others))
                .toList();
    }

    Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>(form.schema());
        if (description != null) {
            schema.put("description", description);
        }
        return schema;
    }

    sealed interface Form {
        Map<String, @Nullable Object> schema();

        /** What is wrong with a value, in words that follow the parameter's name and do not repeat the value. */
        Optional<String> objection(Object value);

        private static Map<String, @Nullable Object> keywords(Object... namesAndValues) {
            Map<String, @Nullable Object> schema = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                schema.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            return schema;
        }

        private static Optional<String> unless(boolean allowed, String objection) {
            return allowed ? Optional.empty() : Optional.of(objection);
        }
    }

    /**
     * @param longest in code points
     * @param words the only texts that are allowed; all, if empty
     */
    record Text(int longest, List<String> words) implements Form {
        static final Text ANY = upTo(Integer.MAX_VALUE);

        static Text upTo(int longest) {
            return new Text(longest, List.of());
        }

        static Text oneOf(String... words) {
            return new Text(Integer.MAX_VALUE, List.of(words));
        }

        @Override
        public Map<String, @Nullable Object> schema() {
            Map<String, @Nullable Object> schema = Form.keywords("type", "string");
            if (!words.isEmpty()) {
                schema.put("enum", words);
            }
            if (longest < Integer.MAX_VALUE) {
                schema.put("minLength", 1);
                schema.put("maxLength", longest);
            }
            return schema;
        }

        @Override
        public Optional<String> objection(Object value) {
            if (!(value instanceof String text)) {
                return Optional.of("must be a string");
            }
            if (!words.isEmpty() && !words.contains(text)) {
                return Optional.of("must be one of " + String.join(", ", words));
            }
            int length = text.codePointCount(0, text.length());
            return Form.unless(
                    longest == Integer.MAX_VALUE || (length >= 1 && length <= longest),
                    "must have 1 to " + longest + " characters");
        }
    }

    /** A whole number between two others, both included. */
    record Whole(int least, int most) implements Form {
        @Override
        public Map<String, @Nullable Object> schema() {
            return Form.keywords("type", "integer", "minimum", least, "maximum", most);
        }

        @Override
        public Optional<String> objection(Object value) {
            return Form.unless(
                    value instanceof Number number && contains(number),
                    "must be a whole number from " + least + " to " + most);
        }

        private boolean contains(Number number) {
            try {
                // For JSON Schema, 5.0 is a whole number.
                int whole = new BigDecimal(number.toString()).intValueExact();
                return whole >= least && whole <= most;
            } catch (ArithmeticException | NumberFormatException e) {
                return false;
            }
        }
    }

    /** Some texts, in an order. */
    record Texts(int least, int most) implements Form {
        @Override
        public Map<String, @Nullable Object> schema() {
            return Form.keywords("type", "array", "items", Text.ANY.schema(), "minItems", least, "maxItems", most);
        }

        @Override
        public Optional<String> objection(Object value) {
            return Form.unless(
                    value instanceof List<?> list && areTexts(list, least, most),
                    "must be a list of " + least + " to " + most + " strings");
        }
    }

    /** Texts by names, in an order. */
    record NamedTexts(int least, int most) implements Form {
        @Override
        public Map<String, @Nullable Object> schema() {
            return Form.keywords(
                    "type",
                    "object",
                    "additionalProperties",
                    Text.ANY.schema(),
                    "minProperties",
                    least,
                    "maxProperties",
                    most);
        }

        @Override
        public Optional<String> objection(Object value) {
            return Form.unless(
                    value instanceof Map<?, ?> map && areTexts(map.values(), least, most),
                    "must be an object of " + least + " to " + most + " strings by name");
        }
    }

    private static boolean areTexts(Collection<?> values, int least, int most) {
        return values.size() >= least
                && values.size() <= most
                && values.stream().allMatch(String.class::isInstance);
    }
}
