package io.leadgen.runtime.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON Schemas (2020-12) of answers, written from their {@linkplain Shape shapes}. */
public final class JsonSchema {
    private static final String TYPE = "type";
    private static final String DEFINITIONS = "$defs";

    private final boolean brief;
    private final Map<String, @Nullable Object> definitions = new TreeMap<>();

    private JsonSchema(boolean brief) {
        this.brief = brief;
    }

    /**
     * The schema of one answer for a model, which reads all schemas before it asks anything: every key with its type, and no
     * more than that there is an object where answers share a shape.
     */
    public static Map<String, @Nullable Object> brief(Shape<?> shape) {
        return new JsonSchema(true).object(shape);
    }

    /**
     * A document with a definition for each kind of answer, in full: descriptions, shared shapes, and no key that is not named.
     *
     * @param answers by name, the shapes that each can have
     * @param further shapes that are no answer
     */
    public static Map<String, @Nullable Object> document(
            String title, String description, Map<String, List<Shape<?>>> answers, Shape<?>... further) {
        JsonSchema schemas = new JsonSchema(false);
        Stream.of(further).forEach(schemas::reference);
        answers.forEach((name, shapes) -> {
            List<Map<String, @Nullable Object>> all =
                    shapes.stream().map(schemas::reference).toList();
            schemas.definitions.put(name, all.size() == 1 ? all.get(0) : Map.of("oneOf", all));
        });
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", title);
        document.put("description", description);
        document.put(DEFINITIONS, schemas.definitions);
        return document;
    }

    Map<String, @Nullable Object> reference(Shape<?> shape) {
        String name = shape.name();
        if (name == null) {
            return object(shape);
        }
        if (brief) {
            return new LinkedHashMap<>(Map.of(TYPE, "object"));
        }
        if (!definitions.containsKey(name)) {
            definitions.put(name, object(shape));
        }
        return new LinkedHashMap<>(Map.of("$ref", "#/" + DEFINITIONS + "/" + name));
    }

    private Map<String, @Nullable Object> object(Shape<?> shape) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (Shape.Field<?> field : shape.fields()) {
            Map<String, @Nullable Object> schema = field.type().schema(this);
            if (!brief && field.description() != null) {
                schema.put("description", field.description());
            }
            properties.put(field.name(), schema);
        }
        Map<String, @Nullable Object> schema = typed("object", "properties", properties);
        schema.put(
                "required",
                shape.fields().stream()
                        .filter(field -> field.when() == null)
                        .map(Shape.Field::name)
                        .toList());
        if (!brief) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    static Map<String, @Nullable Object> typed(String type, String keyword, @Nullable Object value) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, type);
        schema.put(keyword, value);
        return schema;
    }

    /** A schema or null, as alternatives of one type each: some readers take no list of types. */
    static Map<String, @Nullable Object> orNull(Map<String, @Nullable Object> schema) {
        Stream<?> alternatives = schema.get("anyOf") instanceof List<?> several ? several.stream() : Stream.of(schema);
        return new LinkedHashMap<>(Map.of(
                "anyOf",
                Stream.concat(alternatives, Stream.of(Map.of(TYPE, "null"))).toList()));
    }
}
