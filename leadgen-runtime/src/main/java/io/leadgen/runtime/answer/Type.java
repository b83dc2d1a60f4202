package io.leadgen.runtime.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a field of an answer.
 *
 * @param <V> its values in Java
 */
public sealed interface Type<V> permits Shape, Type.Scalar, Type.ListOf, Type.MapOf, Type.OneOf, Type.OrNull {
    static Type<String> words(List<String> words) {
        return new Scalar<>(JsonSchema.typed("string", "enum", words));
    }

    static <V> Type<List<V>> listOf(Type<V> items) {
        return new ListOf<>(items);
    }

    /** Values under names that leadgen does not decide, in their order. */
    static <V> Type<Map<String, V>> mapOf(Type<V> values) {
        return new MapOf<>(values);
    }

    /** A tree that one of these shapes has written. */
    static Type<Map<String, @Nullable Object>> oneOf(Shape<?>... shapes) {
        return new OneOf(List.of(shapes));
    }

    default Type<V> orNull() {
        return new OrNull<>(this);
    }

    /** A value as {@link io.leadgen.runtime.json.JsonText} writes it. */
    @Nullable
    Object json(@Nullable V value);

    /** The JSON Schema of the values. */
    Map<String, @Nullable Object> schema(JsonSchema schemas);

    /** A value that JSON has, too. */
    record Scalar<V>(Map<String, @Nullable Object> schema) implements Type<V> {
        @Override
        public @Nullable Object json(@Nullable V value) {
            return value;
        }

        @Override
        public Map<String, @Nullable Object> schema(JsonSchema schemas) {
            return new LinkedHashMap<>(schema);
        }
    }

    record ListOf<V>(Type<V> items) implements Type<List<V>> {
        @Override
        public @Nullable Object json(@Nullable List<V> values) {
            List<@Nullable Object> list = new ArrayList<>();
            if (values != null) {
                values.forEach(value -> list.add(items.json(value)));
            }
            return list;
        }

        @Override
        public Map<String, @Nullable Object> schema(JsonSchema schemas) {
            return JsonSchema.typed("array", "items", items.schema(schemas));
        }
    }

    /** Values by name. */
    record MapOf<V>(Type<V> values) implements Type<Map<String, V>> {
        @Override
        public @Nullable Object json(@Nullable Map<String, V> map) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            if (map != null) {
                map.forEach((name, value) -> tree.put(name, values.json(value)));
            }
            return tree;
        }

        @Override
        public Map<String, @Nullable Object> schema(JsonSchema schemas) {
            return JsonSchema.typed("object", "additionalProperties", values.schema(schemas));
        }
    }

    record OneOf(List<Shape<?>> shapes) implements Type<Map<String, @Nullable Object>> {
        @Override
        public @Nullable Object json(@Nullable Map<String, @Nullable Object> tree) {
            return tree;
        }

        @Override
        public Map<String, @Nullable Object> schema(JsonSchema schemas) {
            Map<String, @Nullable Object> schema = new LinkedHashMap<>();
            schema.put(
                    "anyOf", shapes.stream().map(shape -> shape.schema(schemas)).toList());
            return schema;
        }
    }

    /** A value, or null where it is unknown or withheld. */
    record OrNull<V>(Type<V> type) implements Type<V> {
        @Override
        public @Nullable Object json(@Nullable V value) {
            return value == null ? null : type.json(value);
        }

        @Override
        public Map<String, @Nullable Object> schema(JsonSchema schemas) {
            return JsonSchema.orNull(type.schema(schemas));
        }
    }
}
