package io.leadgen.mcp.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the schema of an answer. It names every key that an answer can have, and says which it always has; of what is within,
 * only as much as a reader of the answer needs, since a model reads all schemas before it asks anything.
 *
 * <p>The schema also allows for the error object: some clients hold every result against it, rejections too.
 */
final class AnswerSchema {
    private static final String TYPE = "type";
    private static final Map<String, @Nullable Object> STRING = Map.of(TYPE, "string");
    private static final Map<String, @Nullable Object> NUMBER = Map.of(TYPE, "number");
    private static final Map<String, @Nullable Object> INTEGER = Map.of(TYPE, "integer");
    private static final Map<String, @Nullable Object> BOOLEAN = Map.of(TYPE, "boolean");
    private static final Map<String, @Nullable Object> OBJECT = Map.of(TYPE, "object");
    private static final Map<String, @Nullable Object> NULL = Map.of(TYPE, "null");

    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private final List<String> always = new ArrayList<>();

    /** An answer about a table. */
    static AnswerSchema ofTable() {
        return new AnswerSchema().string("catalog").string("schema").string("table");
    }

    /** An answer that was paid for, about a condition on a table. */
    static AnswerSchema ofQuestion() {
        return ofTable().nullableString("predicate");
    }

    /** Also has what every answer has that was paid for. */
    AnswerSchema paid() {
        return nullable("below", INTEGER)
                .optional("coarse", BOOLEAN)
                .object("privacy")
                .object("applied")
                .string("request_id")
                .integer("elapsed_ms");
    }

    AnswerSchema size() {
        return nullable("approx_count", INTEGER).bool("suppressed").nullable("interval", OBJECT);
    }

    AnswerSchema string(String name) {
        return has(name, STRING);
    }

    AnswerSchema nullableString(String name) {
        return nullable(name, STRING);
    }

    AnswerSchema number(String name) {
        return has(name, NUMBER);
    }

    AnswerSchema nullableNumber(String name) {
        return nullable(name, NUMBER);
    }

    AnswerSchema integer(String name) {
        return has(name, INTEGER);
    }

    AnswerSchema bool(String name) {
        return has(name, BOOLEAN);
    }

    AnswerSchema object(String name) {
        return has(name, OBJECT);
    }

    AnswerSchema object(String name, AnswerSchema within) {
        return has(name, within.inner());
    }

    /** An object with names that the caller has chosen. */
    AnswerSchema named(String name, AnswerSchema each) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, "object");
        schema.put("additionalProperties", each.inner());
        return has(name, schema);
    }

    AnswerSchema strings(String name) {
        return list(name, STRING);
    }

    AnswerSchema numbersOrNull(String name) {
        return nullable(name, listOf(NUMBER));
    }

    AnswerSchema optionalNumbersOrNull(String name) {
        return optional(name, orNull(listOf(NUMBER)));
    }

    AnswerSchema list(String name, AnswerSchema each) {
        return list(name, each.inner());
    }

    AnswerSchema optionalList(String name, AnswerSchema each) {
        return optional(name, listOf(each.inner()));
    }

    AnswerSchema optionalString(String name) {
        return optional(name, STRING);
    }

    AnswerSchema optionalObject(String name) {
        return optional(name, OBJECT);
    }

    AnswerSchema optionalNullableNumber(String name) {
        return optional(name, orNull(NUMBER));
    }

    AnswerSchema optionalNullableObject(String name) {
        return optional(name, orNull(OBJECT));
    }

    private AnswerSchema list(String name, Map<String, @Nullable Object> each) {
        return has(name, listOf(each));
    }

    private AnswerSchema nullable(String name, Map<String, @Nullable Object> schema) {
        return has(name, orNull(schema));
    }

    private AnswerSchema has(String name, Map<String, @Nullable Object> schema) {
        always.add(name);
        return optional(name, schema);
    }

    private AnswerSchema optional(String name, Map<String, @Nullable Object> schema) {
        properties.put(name, schema);
        return this;
    }

    private static Map<String, @Nullable Object> listOf(Map<String, @Nullable Object> each) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, "array");
        schema.put("items", each);
        return schema;
    }

    private static Map<String, @Nullable Object> orNull(Map<String, @Nullable Object> schema) {
        return Map.of("anyOf", List.of(schema, NULL));
    }

    private Map<String, @Nullable Object> inner() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, "object");
        schema.put("properties", properties);
        schema.put("required", always);
        return schema;
    }

    /** The schema of what a call gives back. */
    Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, "object");
        schema.put("properties", properties);
        schema.put("anyOf", List.of(Map.of("required", List.copyOf(always)), Map.of("required", List.of("error"))));
        return schema;
    }
}
