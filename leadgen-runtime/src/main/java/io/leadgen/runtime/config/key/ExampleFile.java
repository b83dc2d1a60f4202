package io.leadgen.runtime.config.key;

import io.leadgen.runtime.config.key.Key.Presence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes a commented configuration file. Required keys and defaults are in use, and examples are commented out. A comment that
 * documents starts with a space after its sign, and an example does not.
 */
public final class ExampleFile {
    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();
    private final Predicate<String> shown;
    private final boolean answered;

    private ExampleFile(Predicate<String> shown, boolean answered) {
        this.shown = shown;
        this.answered = answered;
    }

    /** A file with every key. */
    public static String of(Section<?> root) {
        return new ExampleFile(path -> true, false).write(root, Map.of());
    }

    /**
     * A file with some values. Required keys without a value are left out.
     *
     * @param given by key: a text, a list of texts, or such a map again
     * @param shown which keys to write, by their path, such as {@code privacy.tables}
     */
    public static String of(Section<?> root, Map<String, ?> given, Predicate<String> shown) {
        return new ExampleFile(shown, true).write(root, given);
    }

    private String write(Section<?> root, Map<String, ?> given) {
        keys(root, "", new Line(0, false, true), given);
        return text.toString();
    }

    /** Where lines go, and how. */
    private record Line(int depth, boolean isExample, boolean isDocumented) {
        Line inner() {
            return new Line(depth + 1, isExample, isDocumented);
        }
    }

    private void keys(Section<?> section, String path, Line line, Map<String, ?> given) {
        for (Key<?> key : section.keys()) {
            Object value = given.get(key.name());
            boolean required = key.presence() == Presence.REQUIRED || key.presence() == Presence.CONDITIONAL;
            boolean skipped = answered && required && value == null && !line.isExample();
            if (skipped || !shown.test(path + key.name())) {
                continue;
            }
            if (line.depth() == 0 && !text.isEmpty()) {
                text.append('\n');
            }
            boolean used = value != null || required || key.presence() == Presence.DEFAULT || key.isTransparent();
            Line at = new Line(line.depth(), line.isExample() || !used, line.isDocumented());
            value(key.name(), key.type(), key.text(), at, path + key.name() + ".", value, key.documentation());
        }
    }

    private void value(
            String name,
            KeyType<?> type,
            String standard,
            Line line,
            String path,
            @Nullable Object given,
            String documentation) {
        if (type instanceof Section<?> section) {
            line(line, Literal.scalar(name) + ":", documentation);
            keys(section, path, line.inner(), map(given));
        } else if (type instanceof MapOf<?, ?> map) {
            line(line, Literal.scalar(name) + ":", documentation);
            Line inner = line.inner();
            for (Map.Entry<String, ? extends @Nullable Object> entry :
                    entries(map, given).entrySet()) {
                String key = entry.getKey();
                value(
                        key,
                        map.valueType().apply(key),
                        map.text(),
                        inner,
                        path + map.label() + ".",
                        entry.getValue(),
                        "");
                inner = new Line(inner.depth(), inner.isExample(), false);
            }
        } else {
            String written = given == null
                    ? standard
                    : given instanceof List<?> items ? Literal.list(items) : Literal.scalar(given.toString());
            line(line, Literal.scalar(name) + ": " + written, documentation);
        }
    }

    @SuppressWarnings("unchecked") // callers give maps of this kind
    private static Map<String, ?> map(@Nullable Object given) {
        return given == null ? Map.of() : (Map<String, ?>) given;
    }

    private static Map<String, ? extends @Nullable Object> entries(MapOf<?, ?> type, @Nullable Object given) {
        if (given != null) {
            return map(given);
        }
        Map<String, @Nullable Object> examples = new LinkedHashMap<>();
        type.examples().forEach(name -> examples.put(name, null));
        return examples;
    }

    /** One line; its documentation follows it, or is above if there is no room. */
    private void line(Line line, String content, String documentation) {
        String indent = "  ".repeat(line.depth());
        String written = indent + (line.isExample() ? "#" : "") + content;
        if (documentation.isEmpty() || !line.isDocumented()) {
            text.append(written).append('\n');
        } else if (written.length() + documentation.length() + 4 <= WIDTH) {
            text.append(written).append("  # ").append(documentation).append('\n');
        } else {
            wrapped(documentation, WIDTH - indent.length() - 2)
                    .forEach(part ->
                            text.append(indent).append("# ").append(part).append('\n'));
            text.append(written).append('\n');
        }
    }

    private static List<String> wrapped(String documentation, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : documentation.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
