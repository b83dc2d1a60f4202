package io.leadgen.runtime.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flat columns of a tree: {@code low} in {@code interval} has the column {@code interval_low}. Declared and not found in the
 * tree, so that a column keeps its place where it has no value.
 */
public record Columns(List<Column> columns) {
    record Column(String name, List<String> path) {}

    static Columns of(List<List<String>> paths) {
        return new Columns(paths.stream()
                .map(path -> new Column(String.join("_", path), path))
                .toList());
    }

    /** Columns for keys of a tree. */
    public static Columns of(String... keys) {
        return of(Stream.of(keys).map(List::of).toList());
    }

    /** Columns for what is under one key, by names that others chose. */
    public static Columns under(String key, List<String> names) {
        return new Columns(
                names.stream().map(name -> new Column(name, List.of(key, name))).toList());
    }

    public Columns and(Columns more) {
        return new Columns(
                Stream.concat(columns.stream(), more.columns.stream()).toList());
    }

    public Columns without(String field) {
        return new Columns(columns.stream()
                .filter(column -> !column.path().get(0).equals(field))
                .toList());
    }

    Columns only(List<String> paths) {
        return new Columns(columns.stream()
                .filter(column ->
                        paths.stream().anyMatch(path -> (String.join(".", column.path()) + ".").startsWith(path + ".")))
                .toList());
    }

    List<List<String>> under(String key) {
        return columns.stream()
                .map(column ->
                        Stream.concat(Stream.of(key), column.path().stream()).toList())
                .toList();
    }

    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** The cells of a tree as text; what is unknown or withheld is empty. */
    public List<String> cells(Map<String, ?> tree) {
        return columns.stream().map(column -> text(find(tree, column.path()))).toList();
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
            return list.stream().map(Columns::text).collect(Collectors.joining(";"));
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
