package io.leadgen.runtime.yaml;

import io.leadgen.error.DidYouMean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a file, or its absence. Each reading method returns what it read, or nothing after it has reported why; an
 * absent value is nothing and no problem.
 */
public final class YamlValue {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,29})(?:\\.[0-9]{1,30})?(?:[eE][-+]?[0-9]{1,3})?");
    private static final int SHOWN_LENGTH = 60;
    private static final Set<Tag> STANDARD_TAGS = Set.of(
            Tag.MAP,
            Tag.SEQ,
            Tag.STR,
            Tag.INT,
            Tag.FLOAT,
            Tag.BOOL,
            Tag.NULL,
            Tag.TIMESTAMP,
            Tag.MERGE,
            new Tag("tag:yaml.org,2002:value"));

    private final YamlFile file;
    private final String name;
    private final @Nullable Node node;
    private final Position position;
    private final boolean secret;

    YamlValue(YamlFile file, String name, @Nullable Node node, Position position, boolean secret) {
        this.file = file;
        this.name = name;
        this.node = node;
        this.position = position;
        this.secret = secret;
    }

    YamlValue hidden() {
        return new YamlValue(file, name, node, position, true);
    }

    /** The value's name in messages: its key, or the list's key and a number. */
    public String name() {
        return name;
    }

    public boolean isPresent() {
        return node != null;
    }

    /** Whether the file has a mapping here, be it empty. */
    public boolean isMapping() {
        return node instanceof MappingNode || isNull();
    }

    /** Whether the file has a list here, be it empty. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Reports a problem with this value. */
    public void report(String message) {
        file.report(position, message);
    }

    // ---------------------------------------------------------------- structure

    /**
     * This value as a mapping with known keys; unknown keys are reported. A value that is left empty is an empty mapping, so
     * that somebody can comment out all of a section.
     */
    public <K extends Enum<K> & YamlKey> YamlMapping<K> mapping(Class<K> keys) {
        Map<String, YamlEntry> byKey = new LinkedHashMap<>();
        boolean given = isMapping();
        for (YamlEntry entry : entries()) {
            byKey.put(entry.key().name, entry);
        }
        return new YamlMapping<>(file, name, position, secret, given, byKey, keys);
    }

    /** This value as a mapping whose keys are names; duplicates are reported and left out. */
    public List<YamlEntry> entries() {
        if (node == null || isNull()) {
            return List.of();
        }
        if (hasForeignTag()) {
            return List.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            report(name + " must be a mapping of keys to values");
            return List.of();
        }
        Map<String, YamlEntry> byKey = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Position place = YamlFile.start(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                file.report(place, "a key must be a plain name");
                continue;
            }
            String key = VariableMask.unmask(scalar.getValue());
            YamlEntry first = byKey.get(key);
            if (first != null) {
                String which = secret ? "this key" : show(key);
                file.report(
                        place,
                        which + " is given twice; first in line "
                                + first.key().position.line());
                continue;
            }
            YamlValue value =
                    new YamlValue(file, key, tuple.getValueNode(), YamlFile.start(tuple.getValueNode()), secret);
            byKey.put(key, new YamlEntry(new YamlValue(file, key, scalar, place, secret), value));
        }
        return List.copyOf(byKey.values());
    }

    /** This value as a list. */
    public List<YamlValue> list() {
        if (node == null || hasForeignTag()) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            report(name + " must be a list");
            return List.of();
        }
        List<YamlValue> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlValue(file, name + "[" + items.size() + "]", item, YamlFile.start(item), secret));
        }
        return items;
    }

    // ---------------------------------------------------------------- scalars

    /** Text that is not empty. Numbers and booleans are taken as they are written. */
    public Optional<String> text() {
        return scalar(false).filter(this::isNotEmpty).map(Scalar::text);
    }

    /** As {@link #text()}, but {@code ${user.name}} stays in it. */
    public Optional<String> textWithUserAttributes() {
        return scalar(true).filter(this::isNotEmpty).map(Scalar::text);
    }

    /**
     * Text that a parser accepts.
     *
     * @param parser throws a RuntimeException for a text that is wrong; its message is not shown
     * @param expected what is expected, behind "must be"
     */
    public <T> Optional<T> parsed(Function<String, T> parser, String expected) {
        return scalar(false).filter(this::isNotEmpty).flatMap(scalar -> {
            try {
                return Optional.of(parser.apply(scalar.text));
            } catch (RuntimeException e) {
                return wrong(scalar, expected);
            }
        });
    }

    /**
     * This value's name, for the key of an entry, if a parser accepts it.
     *
     * @param parser throws a RuntimeException for a name that is wrong; its message is not shown
     * @param expected what is expected, behind "must be"
     */
    public <T> Optional<T> name(Function<String, T> parser, String expected) {
        try {
            return Optional.of(parser.apply(name));
        } catch (RuntimeException e) {
            report((secret ? "this key" : "the key " + show(name)) + " must be " + expected);
            return Optional.empty();
        }
    }

    /** One of a few names that are usually written in small letters; case does not count. */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        return oneOf(type, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /** One of a few names that are usually written in capitals; case does not count. */
    public <E extends Enum<E>> Optional<E> oneOfCapitals(Class<E> type) {
        return oneOf(type, Enum::name);
    }

    private <E extends Enum<E>> Optional<E> oneOf(Class<E> type, Function<E, String> spelling) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        return scalar(false).filter(this::isNotEmpty).flatMap(scalar -> {
            Optional<E> match = constants.stream()
                    .filter(constant -> constant.name().equalsIgnoreCase(scalar.text))
                    .findFirst();
            return match.isPresent()
                    ? match
                    : wrongName(scalar, constants.stream().map(spelling).toList());
        });
    }

    /** One of the names that a map knows. */
    public <T> Optional<T> oneOf(Map<String, T> known) {
        return scalar(false).filter(this::isNotEmpty).flatMap(scalar -> {
            T match = known.get(scalar.text);
            return match != null ? Optional.of(match) : wrongName(scalar, List.copyOf(known.keySet()));
        });
    }

    /** A whole number from {@code min} to {@code max}. */
    public Optional<Integer> integer(int min, int max) {
        String expected = max == Integer.MAX_VALUE
                ? String.format(Locale.ROOT, "a whole number, at least %d", min)
                : String.format(Locale.ROOT, "a whole number from %d to %d", min, max);
        return number(WHOLE_NUMBER, expected, text -> {
            long value = Long.parseLong(text);
            return value >= min && value <= max ? (int) value : null;
        });
    }

    /** A whole number, at least 1, or -1, which stands for no limit. */
    public Optional<Integer> integerOrNoLimit() {
        return number(WHOLE_NUMBER, "a whole number, at least 1, or -1 for no limit", text -> {
            long value = Long.parseLong(text);
            return value == -1 || (value >= 1 && value <= Integer.MAX_VALUE) ? (int) value : null;
        });
    }

    /**
     * A number.
     *
     * @param accepted which numbers
     * @param expected what is expected, behind "must be"
     */
    public Optional<BigDecimal> decimal(Predicate<BigDecimal> accepted, String expected) {
        return number(NUMBER, expected, text -> {
            BigDecimal value = new BigDecimal(text);
            return accepted.test(value) ? value : null;
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> bool() {
        return scalar(false).filter(this::isNotEmpty).flatMap(scalar -> {
            if (scalar.isTyped() && (scalar.text.equals("true") || scalar.text.equals("false"))) {
                return Optional.of(Boolean.valueOf(scalar.text));
            }
            return wrong(scalar, "true or false");
        });
    }

    private <T> Optional<T> number(Pattern form, String expected, Function<String, @Nullable T> parser) {
        return scalar(false).filter(this::isNotEmpty).flatMap(scalar -> {
            T value = scalar.isTyped() && form.matcher(scalar.text).matches() ? parser.apply(scalar.text) : null;
            return value != null ? Optional.of(value) : wrong(scalar, expected);
        });
    }

    // ---------------------------------------------------------------- inside

    /**
     * A scalar's text with its variables filled in.
     *
     * @param quoted whether it stood in quotes, where a number is text
     * @param fromVariable whether a part of it came from the environment
     */
    private record Scalar(String text, boolean quoted, boolean fromVariable) {
        /** Whether the text may be read as a number or a boolean. */
        boolean isTyped() {
            return !quoted || fromVariable;
        }
    }

    private Optional<Scalar> scalar(boolean keepUserAttributes) {
        if (node == null || hasForeignTag()) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            report(name + " must be a single value");
            return Optional.empty();
        }
        if (isNull()) {
            report(name + " has no value");
            return Optional.empty();
        }
        Variables.Filled filled = file.fill(scalar, VariableMask.unmask(scalar.getValue()), keepUserAttributes);
        boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
        return filled.complete() ? Optional.of(new Scalar(filled.text(), quoted, filled.changed())) : Optional.empty();
    }

    private boolean isNotEmpty(Scalar scalar) {
        if (scalar.text.isBlank()) {
            report(name + (scalar.fromVariable ? " is empty; its variable is set to nothing" : " is empty"));
            return false;
        }
        return true;
    }

    private boolean isNull() {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && Tag.NULL.equals(scalar.getTag());
    }

    private boolean hasForeignTag() {
        if (node == null || STANDARD_TAGS.contains(node.getTag())) {
            return false;
        }
        report(SyntaxMessages.TAG);
        return true;
    }

    private <T> Optional<T> wrong(Scalar scalar, String expected) {
        report(name + " must be " + expected + got(scalar));
        return Optional.empty();
    }

    private <T> Optional<T> wrongName(Scalar scalar, List<String> known) {
        Optional<String> meant = mayShow(scalar) ? DidYouMean.nearest(scalar.text, known) : Optional.empty();
        report(name + " must be one of " + String.join(", ", known) + got(scalar)
                + meant.map(near -> "; did you mean " + near + "?").orElse(""));
        return Optional.empty();
    }

    private boolean mayShow(Scalar scalar) {
        return !secret && !scalar.fromVariable;
    }

    private String got(Scalar scalar) {
        if (!mayShow(scalar)) {
            return "";
        }
        return ", not " + (scalar.quoted ? "the text \"" + show(scalar.text) + "\"" : show(scalar.text));
    }

    /** A text of the file on one line of a message, shortened, and without anything that moves a terminal's cursor. */
    static String show(String text) {
        String printable = text.replaceAll("\\p{C}|\\R", "?");
        return printable.codePointCount(0, printable.length()) <= SHOWN_LENGTH
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, SHOWN_LENGTH)) + "...";
    }
}
