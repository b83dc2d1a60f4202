package io.leadgen.runtime.config.key;

import io.leadgen.runtime.yaml.YamlScalar;
import io.leadgen.runtime.yaml.YamlValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A single value.
 *
 * @param parser reads a text, given the folder of the file; throws a RuntimeException for a wrong one
 * @param expected what is expected, after "must be"
 * @param form the JSON Schema of the value; {@link #schema()} also accepts a variable
 * @param names the names that are accepted, for suggestions; empty if any text may be right
 * @param typed whether the value is a number or a boolean, which is never in quotes
 * @param isSecret whether no report may repeat the value
 * @param userAttributes whether {@code ${user.name}} stays in the text
 */
public record SingleValue<T>(
        BiFunction<String, Path, T> parser,
        String expected,
        Map<String, Object> form,
        List<String> names,
        boolean typed,
        boolean isSecret,
        boolean userAttributes)
        implements KeyType<T> {
    /** What {@link #limit()} reads from -1. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final Map<String, Object> TEXT = Map.of("$ref", "#/$defs/text");
    private static final Map<String, Object> VARIABLE = Map.of("$ref", "#/$defs/variable");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,29})(?:\\.[0-9]{1,30})?(?:[eE][-+]?[0-9]{1,3})?");

    // ---------------------------------------------------------------- kinds of values

    /** Any text. */
    public static SingleValue<String> text() {
        return parsed(text -> text, "text");
    }

    /** Text that a parser accepts; it throws a RuntimeException for a wrong one, whose message is not shown. */
    public static <T> SingleValue<T> parsed(Function<String, T> parser, String expected) {
        return of((text, folder) -> parser.apply(text), expected, TEXT, List.of(), false);
    }

    /** Text of a form. */
    public static SingleValue<String> matching(String pattern, String expected) {
        Pattern form = Pattern.compile(pattern);
        return parsed(text -> require(text, form.matcher(text).matches()), expected)
                .schemaPattern("^(" + pattern + ")$");
    }

    /** A path; a relative one starts at the configuration file's folder. */
    public static SingleValue<Path> path() {
        return of((text, folder) -> folder.resolve(text).normalize(), "a path", TEXT, List.of(), false);
    }

    public static SingleValue<Boolean> bool() {
        Map<String, Object> form = Map.of("type", "boolean");
        return of(
                (text, folder) -> require(text, text.equals("true") || text.equals("false"))
                        .equals("true"),
                "true or false",
                form,
                List.of(),
                true);
    }

    public static SingleValue<Integer> integer(int min, int max) {
        String expected = max == Integer.MAX_VALUE
                ? String.format(Locale.ROOT, "a whole number, at least %d", min)
                : String.format(Locale.ROOT, "a whole number from %d to %d", min, max);
        return whole(value -> value >= min && value <= max, expected, range(min, max));
    }

    /** A whole number, at least 1, or -1 for no limit, which is read as {@link #NO_LIMIT}. */
    public static SingleValue<Integer> limit() {
        Map<String, Object> form = Map.of("anyOf", List.of(range(1, Integer.MAX_VALUE), Map.of("const", -1)));
        return whole(
                        value -> value == -1 || (value >= 1 && value <= Integer.MAX_VALUE),
                        "a whole number, at least 1, or -1 for no limit",
                        form)
                .map(value -> value < 0 ? NO_LIMIT : value);
    }

    private static SingleValue<Integer> whole(Predicate<Long> accepted, String expected, Map<String, Object> form) {
        return of(
                (text, folder) -> {
                    require(text, WHOLE_NUMBER.matcher(text).matches());
                    long value = Long.parseLong(text);
                    require(text, accepted.test(value));
                    return (int) value;
                },
                expected,
                form,
                List.of(),
                true);
    }

    private static Map<String, Object> range(int min, int max) {
        return Map.of("type", "integer", "minimum", min, "maximum", max);
    }

    /** A number that a test accepts. */
    public static SingleValue<BigDecimal> decimal(
            Predicate<BigDecimal> accepted, String expected, Map<String, Object> form) {
        return of(
                (text, folder) -> {
                    require(text, NUMBER.matcher(text).matches());
                    BigDecimal value = new BigDecimal(text);
                    require(text, accepted.test(value));
                    return value;
                },
                expected,
                form,
                List.of(),
                true);
    }

    /** One of an enum's names as they are usually written, in small letters; case does not matter. */
    public static <E extends Enum<E>> SingleValue<E> oneOf(Class<E> type) {
        return oneOf(type, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /** One of an enum's names as they are usually written, in capitals; case does not matter. */
    public static <E extends Enum<E>> SingleValue<E> oneOfCapitals(Class<E> type) {
        return oneOf(type, Enum::name);
    }

    private static <E extends Enum<E>> SingleValue<E> oneOf(Class<E> type, Function<E, String> spelling) {
        List<String> names = Stream.of(type.getEnumConstants()).map(spelling).toList();
        List<String> accepted = new ArrayList<>(names);
        names.forEach(name -> accepted.add(
                name.equals(name.toUpperCase(Locale.ROOT))
                        ? name.toLowerCase(Locale.ROOT)
                        : name.toUpperCase(Locale.ROOT)));
        return of(
                (text, folder) -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
                expected(names),
                Map.of("enum", accepted),
                names,
                false);
    }

    /** One of the names that a map knows. */
    public static <T> SingleValue<T> oneOf(Map<String, T> known) {
        List<String> names = List.copyOf(known.keySet());
        return of(
                (text, folder) -> Optional.ofNullable(known.get(text)).orElseThrow(),
                expected(names),
                TEXT,
                names,
                false);
    }

    private static String expected(List<String> names) {
        return "one of " + String.join(", ", names);
    }

    private static <T> SingleValue<T> of(
            BiFunction<String, Path, T> parser,
            String expected,
            Map<String, Object> form,
            List<String> names,
            boolean typed) {
        return new SingleValue<>(parser, expected, form, names, typed, false, false);
    }

    private static String require(String text, boolean accepted) {
        if (!accepted) {
            throw new IllegalArgumentException("not of the form");
        }
        return text;
    }

    // ---------------------------------------------------------------- variations

    /** The same with its value converted. */
    public <R> SingleValue<R> map(Function<T, R> conversion) {
        return new SingleValue<>(parser.andThen(conversion), expected, form, names, typed, isSecret, userAttributes);
    }

    /** The same; no report repeats its value. */
    public SingleValue<T> secret() {
        return new SingleValue<>(parser, expected, form, names, typed, true, userAttributes);
    }

    /** The same; {@code ${user.name}} stays in the text, to be filled in for each question. */
    public SingleValue<T> withUserAttributes() {
        return new SingleValue<>(parser, expected, form, names, typed, isSecret, true);
    }

    /** The same; the JSON Schema accepts what matches a regular expression of ECMA-262. */
    public SingleValue<T> schemaPattern(String pattern) {
        Map<String, Object> strings = Map.of("type", List.of("string", "number", "boolean"), "pattern", pattern);
        return new SingleValue<>(parser, expected, strings, names, typed, isSecret, userAttributes);
    }

    // ---------------------------------------------------------------- reading

    @Override
    public Optional<T> read(YamlValue value) {
        return value.scalar(userAttributes).flatMap(scalar -> read(scalar, value.folder()));
    }

    private Optional<T> read(YamlScalar scalar, Path folder) {
        Optional<T> read = typed && !scalar.isTyped() ? Optional.empty() : parse(scalar.text(), folder);
        if (read.isEmpty()) {
            scalar.refuse(expected, names);
        }
        return read;
    }

    /** Reads the key of an entry, in which variables are not filled in. */
    Optional<T> readName(YamlValue key) {
        Optional<T> read = parse(key.name(), key.folder());
        if (read.isEmpty()) {
            key.reportName(expected);
        }
        return read;
    }

    private Optional<T> parse(String text, Path folder) {
        try {
            return Optional.of(parser.apply(text, folder));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> schema() {
        return form.containsKey("$ref") ? form : Map.of("anyOf", List.of(form, VARIABLE));
    }

    /** The JSON Schema of a key of this form. */
    Map<String, Object> nameSchema() {
        return form.containsKey("$ref") ? Map.of("minLength", 1) : form;
    }
}
