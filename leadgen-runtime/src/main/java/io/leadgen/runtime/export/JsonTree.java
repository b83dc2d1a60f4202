package io.leadgen.runtime.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads JSON as a tree of maps, lists, strings, BigDecimals, booleans and nulls. */
final class JsonTree {
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
     * @throws LeadgenException INVALID_ARGUMENT with the place where it is not JSON
     */
    static Map<String, @Nullable Object> object(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused(parser.currentLocation());
            }
            Map<String, @Nullable Object> object = object(parser);
            if (parser.nextToken() != null) {
                throw refused(parser.currentLocation());
            }
            return object;
        } catch (JsonProcessingException e) {
            // The parser's own message repeats the text.
            JsonLocation place = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw refused(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string does not fail
        }
    }

    private static LeadgenException refused(JsonLocation place) {
        return LeadgenException.of(
                ErrorCode.INVALID_ARGUMENT,
                "The audience is not JSON: see line " + place.getLineNr() + ", column " + place.getColumnNr(),
                "export it again, or write a predicate, which begins with no brace");
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

    static List<@Nullable Object> list(Iterable<?> items, Function<@Nullable Object, @Nullable Object> each) {
        List<@Nullable Object> list = new ArrayList<>();
        items.forEach(item -> list.add(each.apply(item)));
        return list;
    }
}
