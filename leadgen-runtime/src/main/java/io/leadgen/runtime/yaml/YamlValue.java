package io.leadgen.runtime.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a file, or its absence. Each reading method returns what it read, or nothing after it has reported why. An
 * absent value is read as nothing, without a report.
 */
public final class YamlValue {
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

    /** The same value; no report repeats its text or that of a value in it. */
    public YamlValue hidden() {
        return new YamlValue(file, name, node, position, true);
    }

    /** A value that is not in the file, in this mapping. */
    public YamlValue absent(String key) {
        return new YamlValue(file, key, null, position, secret);
    }

    /**
     * A value that is not in the file, in this mapping, as if it were written there.
     *
     * @param text a plain scalar, or a list such as {@code [a, b]}
     */
    public YamlValue literal(String key, String text) {
        if (!text.startsWith("[")) {
            return new YamlValue(file, key, plain(text), position, secret);
        }
        List<Node> items = Stream.of(text.substring(1, text.length() - 1).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(YamlValue::plain)
                .toList();
        return new YamlValue(file, key, new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW), position, secret);
    }

    private static Node plain(String text) {
        return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.PLAIN);
    }

    /** The value's name in messages: its key, or the list's key and a number. */
    public String name() {
        return name;
    }

    /** Whether no report may repeat the value. */
    public boolean isSecret() {
        return secret;
    }

    /** Whether the file has the value, be it empty. */
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

    /** Whether this is a mapping with a key. */
    public boolean has(String key) {
        return node instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(entry -> entry.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key));
    }

    /** Where relative paths of the file start. */
    public Path folder() {
        return file.folder();
    }

    public void report(String message) {
        file.report(position, message);
    }

    /** Reports that this value's name is wrong, for the key of an entry. */
    public void reportName(String expected) {
        report((secret ? "this key" : "the key " + show(name)) + " must be " + expected);
    }

    /** How many diagnostics the file has so far. */
    public int reported() {
        return file.reported();
    }

    /**
     * The entries of a mapping; duplicate keys are reported and left out. A value that is left empty is an empty mapping, so
     * that all of a section can be commented out.
     */
    public List<Entry> entries() {
        if (node == null || isNull() || hasForeignTag()) {
            return List.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            report(name + " must be a mapping of keys to values");
            return List.of();
        }
        Map<String, Entry> byKey = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Position place = YamlFile.start(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                file.report(place, "a key must be a plain name");
                continue;
            }
            String key = VariableMask.unmask(scalar.getValue());
            Entry first = byKey.get(key);
            if (first != null) {
                int line = first.key().position.line();
                file.report(place, (secret ? "this key" : show(key)) + " is given twice; first in line " + line);
                continue;
            }
            Node value = tuple.getValueNode();
            byKey.put(
                    key,
                    new Entry(
                            new YamlValue(file, key, scalar, place, secret),
                            new YamlValue(file, key, value, YamlFile.start(value), secret)));
        }
        return List.copyOf(byKey.values());
    }

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

    /**
     * A single value that is not empty. Numbers and booleans are read as they are written.
     *
     * @param keepUserAttributes whether {@code ${user.name}} stays as it is, to be filled in for each question
     */
    public Optional<YamlScalar> scalar(boolean keepUserAttributes) {
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
        if (!filled.complete()) {
            return Optional.empty();
        }
        if (filled.text().isBlank()) {
            report(name + (filled.changed() ? " is empty, because its variable is empty" : " is empty"));
            return Optional.empty();
        }
        boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
        return Optional.of(new YamlScalar(this, filled.text(), quoted, filled.changed()));
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

    /** A text of the file on one line of a message, shortened, and without anything that moves a terminal's cursor. */
    public static String show(String text) {
        String printable = text.replaceAll("\\p{C}|\\R", "?");
        return printable.codePointCount(0, printable.length()) <= SHOWN_LENGTH
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, SHOWN_LENGTH)) + "...";
    }

    /**
     * One entry of a mapping whose keys are names that the file's author chose.
     *
     * @param key the name, to be read like any text; variables are not filled in
     * @param value its value
     */
    public record Entry(YamlValue key, YamlValue value) {}
}
