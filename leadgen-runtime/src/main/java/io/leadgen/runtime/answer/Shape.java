package io.leadgen.runtime.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one declaration of an answer: its fields in order, each with a name, a type and where its value comes from. Everything
 * that is written of an answer comes from it: JSON, its {@linkplain JsonSchema schema}, the {@linkplain Columns columns} of
 * flat formats, and the {@linkplain CompactTable table} in the text for agents. So a new field is one line.
 *
 * <p>Shapes are immutable. Methods that describe a field concern the one that was added last.
 *
 * @param <A> the answer
 */
public final class Shape<A> implements Type<A> {
    /**
     * @param when null for one that every answer has
     * @param column the path of the column that its own comes after; empty if it keeps its place, null if it has none
     */
    record Field<A>(
            String name,
            Type<?> type,
            Function<A, @Nullable Object> json,
            @Nullable Predicate<A> when,
            @Nullable String column,
            @Nullable String description) {}

    private final @Nullable String name;
    private final List<Field<A>> fields;
    private final List<String> onlyColumns;

    private Shape(@Nullable String name, List<Field<A>> fields, List<String> onlyColumns) {
        this.name = name;
        this.fields = fields;
        this.onlyColumns = onlyColumns;
    }

    /** A shape of its own, that no other answer has. */
    public static <A> Shape<A> of() {
        return new Shape<>(null, List.of(), List.of());
    }

    /** A shape that several answers have; schemas define it once, under this name. */
    public static <A> Shape<A> named(String name) {
        return new Shape<>(name, List.of(), List.of());
    }

    /** Adds a field that every answer has. */
    public <V> Shape<A> field(String field, Type<V> type, Function<? super A, ? extends @Nullable V> value) {
        return plus(Stream.of(new Field<>(field, type, json(field, type, value), null, "", null)));
    }

    /** Adds a field that is left out where it has no value. */
    public <V> Shape<A> optional(String field, Type<V> type, Function<? super A, ? extends @Nullable V> value) {
        return field(field, type, value).when(answer -> value.apply(answer) != null);
    }

    private static <A, V> Function<A, @Nullable Object> json(
            String field, Type<V> type, Function<? super A, ? extends @Nullable V> value) {
        return answer -> {
            V of = value.apply(answer);
            if (of == null && !(type instanceof OrNull)) {
                throw new IllegalStateException("no value for " + field);
            }
            return type.json(of);
        };
    }

    /** Adds the fields of a part, at the same level. */
    public <B> Shape<A> with(Shape<B> part, Function<? super A, ? extends B> of) {
        return plus(part.fields.stream().map(field -> inlined(field, of)));
    }

    private static <A, B> Field<A> inlined(Field<B> field, Function<? super A, ? extends B> of) {
        Predicate<B> when = field.when;
        return new Field<>(
                field.name,
                field.type,
                answer -> field.json.apply(of.apply(answer)),
                when == null ? null : answer -> when.test(of.apply(answer)),
                field.column,
                field.description);
    }

    private Shape<A> plus(Stream<Field<A>> more) {
        return new Shape<>(name, Stream.concat(fields.stream(), more).toList(), onlyColumns);
    }

    /** What the last field means, its unit, and what null says. */
    public Shape<A> about(String description) {
        return last(f -> new Field<>(f.name, f.type, f.json, f.when, f.column, description));
    }

    /** Leaves the last field out of other answers. */
    public Shape<A> when(Predicate<A> condition) {
        return last(f -> new Field<>(f.name, f.type, f.json, condition, f.column, f.description));
    }

    /** Gives the last field no column in flat formats. */
    public Shape<A> jsonOnly() {
        return last(f -> new Field<>(f.name, f.type, f.json, f.when, null, f.description));
    }

    /** Puts the column of the last field after that of another one. */
    public Shape<A> columnAfter(String other) {
        return last(f -> new Field<>(f.name, f.type, f.json, f.when, other, f.description));
    }

    private Shape<A> last(UnaryOperator<Field<A>> change) {
        List<Field<A>> changed = new ArrayList<>(fields);
        changed.add(change.apply(changed.remove(changed.size() - 1)));
        return new Shape<>(name, List.copyOf(changed), onlyColumns);
    }

    public Shape<A> pick(String... names) {
        List<String> picked = List.of(names);
        return new Shape<>(
                null,
                fields.stream().filter(field -> picked.contains(field.name())).toList(),
                onlyColumns);
    }

    /** The same fields, but flat formats have columns only for these paths, and what is below them. */
    public Shape<A> withColumns(String... paths) {
        return new Shape<>(name, fields, List.of(paths));
    }

    /** The shape of what is in a list, or of values by name. */
    public Shape<?> items(String field) {
        for (Field<A> each : fields) {
            Type<?> items = each.type instanceof ListOf<?> list
                    ? list.items()
                    : each.type instanceof MapOf<?> map ? map.values() : each.type;
            if (each.name.equals(field) && items instanceof Shape<?> shape) {
                return shape;
            }
        }
        throw new IllegalArgumentException("no list of shapes: " + field);
    }

    @Nullable
    String name() {
        return name;
    }

    List<Field<A>> fields() {
        return fields;
    }

    /** The columns of flat formats: those of objects within too, but nothing of lists of objects. */
    public Columns columns() {
        List<List<String>> paths = new ArrayList<>();
        fields.stream().filter(field -> "".equals(field.column)).forEach(field -> paths.addAll(paths(field)));
        for (Field<A> field : fields) {
            if (field.column != null && !field.column.isEmpty()) {
                int at = paths.size();
                while (!paths.get(at - 1).get(0).equals(field.column)) {
                    at--;
                }
                paths.addAll(at, paths(field));
            }
        }
        Columns columns = Columns.of(paths);
        return onlyColumns.isEmpty() ? columns : columns.only(onlyColumns);
    }

    private static List<List<String>> paths(Field<?> field) {
        Type<?> type = field.type instanceof OrNull<?> nullable ? nullable.type() : field.type;
        if (type instanceof Shape<?> shape) {
            return shape.columns().under(field.name);
        }
        boolean isFlat = type instanceof Scalar || (type instanceof ListOf<?> list && list.items() instanceof Scalar);
        return isFlat ? List.of(List.of(field.name)) : List.of();
    }

    /** The answer as a tree for {@link io.leadgen.runtime.json.JsonText}. */
    public Map<String, @Nullable Object> tree(A answer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (Field<A> field : fields) {
            Predicate<A> when = field.when();
            if (when == null || when.test(answer)) {
                tree.put(field.name(), field.json().apply(answer));
            }
        }
        return tree;
    }

    @Override
    public @Nullable Object json(@Nullable A answer) {
        return answer == null ? null : tree(answer);
    }

    @Override
    public Map<String, @Nullable Object> schema(JsonSchema schemas) {
        return schemas.reference(this);
    }
}
