package io.leadgen.mcp.tools;

import io.leadgen.runtime.json.JsonTree;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a tool. Models send more than a schema allows, so each form reads what can only mean one thing: a number as text,
 * a list as JSON text, a word in any case.
 *
 * @param description for a model; null where the name says all
 * @param form which values it takes
 */
record Parameter(String name, boolean required, @Nullable String description, Form form) {
    private static final int LONGEST_NUMBER = 100;

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
            new Percent());
    static final Parameter MAX_COST =
            optional("max_cost", "In rho; a question that could cost more is refused", new Amount());

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

    /** Those of a question that is paid for: the table, its own, whose people, how precisely, and for how much. */
    static List<Parameter> ofQuestion(Parameter... own) {
        return Stream.of(ofTable(own), List.of(PREDICATE, PRECISION, MAX_COST))
                .flatMap(List::stream)
                .toList();
    }

    /** What was sent, as its form writes it; null if nothing was, or a text that says so. */
    @Nullable
    Object read(@Nullable Object sent) {
        if (sent == null
                || (sent instanceof String text
                        && (text.isBlank() || text.strip().equalsIgnoreCase("null")))) {
            return null;
        }
        return form.read(sent);
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

        /** The value that this means; itself if it means no other. */
        default Object read(Object sent) {
            return sent;
        }

        /** What is wrong with a value, in words that follow the parameter's name and do not repeat the value. */
        Optional<String> objection(Object value);

        private static Map<String, @Nullable Object> keywords(Object... namesAndValues) {
            Map<String, @Nullable Object> schema = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                schema.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            return schema;
        }

        /** What JSON text stands for; the text itself if it is none. */
        private static Object json(Object sent) {
            if (!(sent instanceof String text)
                    || !(text.strip().startsWith("[") || text.strip().startsWith("{"))) {
                return sent;
            }
            Object value = JsonTree.find("{\"value\":" + text + "}")
                    .map(tree -> tree.get("value"))
                    .orElse(null);
            return value == null ? sent : value;
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
        public Object read(Object sent) {
            return words.stream()
                    .filter(word -> sent instanceof String text && word.equalsIgnoreCase(text.strip()))
                    .findFirst()
                    .map(Object.class::cast)
                    .orElse(sent);
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

    /** A share as text, {@code "5%"}. Without the sign, 5 is five percent too; 0.1 could be ten, and is refused. */
    record Percent() implements Form {
        private static final BigDecimal MOST = BigDecimal.valueOf(100);

        @Override
        public Map<String, @Nullable Object> schema() {
            return Text.ANY.schema();
        }

        @Override
        public Object read(Object sent) {
            BigDecimal number = number(sent);
            if (number != null && number.compareTo(BigDecimal.ONE) >= 0 && number.compareTo(MOST) <= 0) {
                return number.stripTrailingZeros().toPlainString() + "%";
            }
            return sent instanceof Number || sent instanceof String
                    ? sent.toString().strip()
                    : sent;
        }

        @Override
        public Optional<String> objection(Object value) {
            return Text.ANY.objection(value);
        }
    }

    /** A number that is not negative. */
    record Amount() implements Form {
        @Override
        public Map<String, @Nullable Object> schema() {
            return Form.keywords("type", "number", "minimum", 0);
        }

        @Override
        public Object read(Object sent) {
            BigDecimal number = number(sent);
            return number == null ? sent : number;
        }

        @Override
        public Optional<String> objection(Object value) {
            return Form.unless(
                    value instanceof BigDecimal number && number.signum() >= 0,
                    "must be a number that is not negative");
        }
    }

    /** A number, also as text; null for anything else. */
    private static @Nullable BigDecimal number(Object sent) {
        String text = sent instanceof Number || sent instanceof String
                ? sent.toString().strip()
                : "";
        try {
            // Reading a number takes the square of its length.
            return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A whole number between two others, both included. */
    record Whole(int least, int most) implements Form {
        @Override
        public Map<String, @Nullable Object> schema() {
            return Form.keywords("type", "integer", "minimum", least, "maximum", most);
        }

        @Override
        public Object read(Object sent) {
            BigDecimal number = number(sent);
            try {
                // For JSON Schema, 5.0 is a whole number.
                return number == null ? sent : (Object) number.intValueExact();
            } catch (ArithmeticException e) {
                return sent;
            }
        }

        @Override
        public Optional<String> objection(Object value) {
            return Form.unless(
                    value instanceof Integer whole && whole >= least && whole <= most,
                    "must be a whole number from " + least + " to " + most);
        }
    }

    /** Some texts, in an order. */
    record Texts(int least, int most) implements Form {
        @Override
        public Map<String, @Nullable Object> schema() {
            return Form.keywords("type", "array", "items", Text.ANY.schema(), "minItems", least, "maxItems", most);
        }

        @Override
        public Object read(Object sent) {
            Object list = Form.json(sent);
            return list instanceof String text ? List.of(text) : list;
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

        /** Texts without names are named by numbers; items with a name each, by that. */
        @Override
        public Object read(Object sent) {
            Object value = Form.json(sent);
            List<?> items =
                    value instanceof String text ? List.of(text) : value instanceof List<?> list ? list : List.of();
            Map<Object, @Nullable Object> named = new LinkedHashMap<>();
            for (Object item : items) {
                if (item instanceof Map<?, ?> each && each.get("name") instanceof String name) {
                    named.put(name, each.get("predicate"));
                } else {
                    named.put(String.valueOf(named.size() + 1), item);
                }
            }
            return items.isEmpty() || named.size() < items.size() ? value : named;
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
