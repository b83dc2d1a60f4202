package io.leadgen.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads JSON as a tree of maps, lists, strings, BigDecimals, booleans and nulls; not deeper than {@value #DEEPEST} levels. */
public final class JsonTree {
    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 50;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private JsonTree() {}

    /**
     * The one object of a text.
     *
     * @param whereNot makes the exception for a text that is none, from the place where it is not
     */
    public static <X extends RuntimeException> Map<String, @Nullable Object> object(
            String text, Function<JsonLocation, X> whereNot) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw whereNot.apply(parser.currentLocation());
            }
            Map<String, @Nullable Object> object = object(parser);
            if (parser.nextToken() != null) {
                throw whereNot.apply(parser.currentLocation());
            }
            return object;
        } catch (JsonProcessingException e) {
            // The parser's own message repeats the text.
            throw whereNot.apply(e.getLocation() == null ? JsonLocation.NA : e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string does not fail
        }
    }

    /** The one object of a text, or nothing if the text is none. */
    public static Optional<Map<String, @Nullable Object>> find(String text) {
        try {
            return Optional.of(object(text, place -> new IllegalArgumentException()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** A list of what is made of each item. */
    public static List<@Nullable Object> list(Iterable<?> items, Function<@Nullable Object, @Nullable Object> each) {
        List<@Nullable Object> list = new ArrayList<>();
        items.forEach(item -> list.add(each.apply(item)));
        return list;
    }
}
