package io.leadgen.mcp.tools;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "Interval's half-width: \"1%\" (default), \"0.1%\" to \"20%\", or \"max\". Coarser is cheaper",
            Text.ANY);

    Parameter {
        requireNonNull(name, "name");
        requireNonNull(form, "form");
    }

    static Parameter required(String name, @Nullable String description, Form form) {
        return new Parameter(name, true, description, form);
    }

    static Parameter optional(String name, @Nullable String description, Form form) {
        return new Parameter(name, false, description, form);
    }

    Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>(form.schema());
        if (description != null) {
            schema.put("description", description);
        }
        return schema;
    }

    /** Which values are allowed. */
    sealed interface Form {
        /** As JSON Schema. */
        Map<String, @Nullable Object> schema();

        /** What is wrong with a value, in words that follow the parameter's name and do not repeat the value. */
        Optional<String> objection(Object value);
    }

    /**
     * Text.
     *
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
            Map<String, @Nullable Object> schema = new LinkedHashMap<>();
            schema.put("type", "string");
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
            return longest < Integer.MAX_VALUE && (length < 1 || length > longest)
                    ? Optional.of("must have 1 to " + longest + " characters")
                    : Optional.empty();
        }
    }

    /** A whole number between two others, both included. */
    record Whole(int least, int most) implements Form {
        @Override
        public Map<String, @Nullable Object> schema() {
            Map<String, @Nullable Object> schema = new LinkedHashMap<>();
            schema.put("type", "integer");
            schema.put("minimum", least);
            schema.put("maximum", most);
            return schema;
        }

        @Override
        public Optional<String> objection(Object value) {
            return value instanceof Number number && read(number).isPresent()
                    ? Optional.empty()
                    : Optional.of("must be a whole number from " + least + " to " + most);
        }

        private Optional<Integer> read(Number number) {
            try {
                // For JSON Schema, 5.0 is a whole number.
                int whole = new BigDecimal(number.toString()).intValueExact();
                return whole >= least && whole <= most ? Optional.of(whole) : Optional.empty();
            } catch (ArithmeticException | NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** Some texts, in an order. */
    record Texts(int least, int most) implements Form {
        @Override
        public Map<String, @Nullable Object> schema() {
            Map<String, @Nullable Object> schema = new LinkedHashMap<>();
            schema.put("type", "array");
            schema.put("items", Text.ANY.schema());
            schema.put("minItems", least);
            schema.put("maxItems", most);
            return schema;
        }

        @Override
        public Optional<String> objection(Object value) {
            return value instanceof List<?> list
                            && list.size() >= least
                            && list.size() <= most
                            && list.stream().allMatch(String.class::isInstance)
                    ? Optional.empty()
                    : Optional.of("must be a list of " + least + " to " + most + " strings");
        }
    }

    /** Texts by names, in an order. */
    record NamedTexts(int least, int most) implements Form {
        @Override
        public Map<String, @Nullable Object> schema() {
            Map<String, @Nullable Object> schema = new LinkedHashMap<>();
            schema.put("type", "object");
            schema.put("additionalProperties", Text.ANY.schema());
            schema.put("minProperties", least);
            schema.put("maxProperties", most);
            return schema;
        }

        @Override
        public Optional<String> objection(Object value) {
            return value instanceof Map<?, ?> map
                            && map.size() >= least
                            && map.size() <= most
                            && new ArrayList<>(map.values()).stream().allMatch(String.class::isInstance)
                    ? Optional.empty()
                    : Optional.of("must be an object of " + least + " to " + most + " strings by name");
        }
    }
}
