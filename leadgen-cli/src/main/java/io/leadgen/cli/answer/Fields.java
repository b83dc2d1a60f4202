package io.leadgen.cli.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flat columns of a JSON tree: {@code interval.low} is what stands at {@code low} in {@code interval}, and its column is named
 * {@code interval_low}. Declared and not found in the tree, so that a column stays where it is also when it has no value.
 */
record Fields(List<Field> fields) {
    private record Field(String name, List<String> path) {}

    static Fields of(String... paths) {
        return new Fields(Arrays.stream(paths).map(Fields::field).toList());
    }

    private static Field field(String path) {
        return new Field(path.replace('.', '_'), List.of(path.split("\\.", -1)));
    }

    /** Columns that stand under one key, named as they are: names that others chose, with whatever signs. */
    static Fields under(String key, List<String> names) {
        return new Fields(
                names.stream().map(name -> new Field(name, List.of(key, name))).toList());
    }

    Fields and(String... paths) {
        return new Fields(
                Stream.concat(fields.stream(), of(paths).fields.stream()).toList());
    }

    List<String> header() {
        return fields.stream().map(Field::name).toList();
    }

    /** The cells of one tree as text; what is unknown or withheld is empty. */
    List<String> cells(Map<String, ?> tree) {
        List<String> cells = new ArrayList<>();
        for (Field field : fields) {
            cells.add(text(find(tree, field.path())));
        }
        return cells;
    }

    private static @Nullable Object find(Map<String, ?> tree, List<String> path) {
        Object value = tree;
        for (String key : path) {
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
