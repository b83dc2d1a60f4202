package io.leadgen.cli.output;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Flat columns of a JSON tree: {@code interval.low} is what stands at {@code low} in {@code interval}, and its column is named
 * {@code interval_low}. Declared and not found in the tree, so that a column stays where it is also when it has no value.
 */
record Fields(List<String> paths) {
    static Fields of(String... paths) {
        return new Fields(List.of(paths));
    }

    List<String> header() {
        return paths.stream().map(path -> path.replace('.', '_')).toList();
    }

    /** The cells of one tree as text; what is unknown or withheld is empty. */
    List<String> cells(Map<String, ?> tree) {
        return paths.stream().map(path -> text(find(tree, path))).toList();
    }

    private static @Nullable Object find(Map<String, ?> tree, String path) {
        Object value = tree;
        for (String key : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Fields::text).collect(Collectors.joining(";"));
        }
        return value instanceof java.math.BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
