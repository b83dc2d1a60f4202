package io.leadgen.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree of maps, iterables, strings, numbers, booleans, instants and nulls as JSON.
 *
 * <p>Keys come in the order of their map, so give one that has an order. The text is valid UTF-8 and its compact form is
 * one line for every reader: the line and paragraph separators of Unicode are escaped too. Any other type, and a number
 * that JSON cannot hold, is refused and never written by its {@code toString}: what a value shows is decided where the
 * tree is built.
 */
public final class JsonText {
    private static final int ASCII = 127;
    private static final char REPLACEMENT = '\uFFFD';
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(JsonpCharacterEscapes.instance())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private JsonText() {}

    /** The tree on one line, without a line break at its end. */
    public static String compact(@Nullable Object tree) {
        return write(tree, false, 0);
    }

    /** The tree indented by two spaces, without a line break at its end. */
    public static String pretty(@Nullable Object tree) {
        return write(tree, true, 0);
    }

    /** The tree on one line of printable ASCII, for what people read with simple tools. */
    public static String ascii(@Nullable Object tree) {
        return write(tree, false, ASCII);
    }

    private static String write(@Nullable Object tree, boolean pretty, int highestPlain) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator((Writer) text)) {
            generator.setHighestNonEscapedChar(highestPlain);
            if (pretty) {
                DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
                DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER));
                printer.indentArraysWith(indenter);
                printer.indentObjectsWith(indenter);
                generator.setPrettyPrinter(printer);
            }
            write(tree, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter does not fail
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator out) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(wellFormed(text));
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Instant instant) {
            out.writeString(instant.toString());
        } else if (value instanceof Number number) {
            writeNumber(number, out);
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String key)) {
                    throw new IllegalArgumentException("a key that is not a string");
                }
                out.writeFieldName(wellFormed(key));
                write(entry.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(item, out);
            }
            out.writeEndArray();
        } else {
            throw new IllegalArgumentException("not a value of JSON: " + value.getClass());
        }
    }

    private static void writeNumber(Number number, JsonGenerator out) throws IOException {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            out.writeNumber(number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            out.writeNumber(decimal);
        } else if (number instanceof BigInteger integer) {
            out.writeNumber(integer);
        } else if (number instanceof Double && Double.isFinite(number.doubleValue())) {
            out.writeNumber(number.doubleValue());
        } else {
            throw new IllegalArgumentException("not a number of JSON: " + number.getClass());
        }
    }

    /** The text with a replacement character for each half of a surrogate pair without the other half. */
    private static String wellFormed(String text) {
        StringBuilder repaired = new StringBuilder(text);
        for (int i = 0; i < repaired.length(); i++) {
            char c = repaired.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < repaired.length()
                    && Character.isLowSurrogate(repaired.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                repaired.setCharAt(i, REPLACEMENT);
            }
        }
        return repaired.toString();
    }
}
