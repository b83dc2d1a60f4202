package io.leadgen.runtime.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leadgen.audit.AuditEvent;
import io.leadgen.runtime.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one line of the log is written and read.
 *
 * @param sequence counts the lines that were written whole, from 1
 * @param previous what {@link #seal} says of the line before
 * @param event what the line is about
 */
record AuditLine(long sequence, String previous, String event) {
    /** The event of a line about a question. */
    static final String QUESTION = "question";
    /** The event of a line that was written because the line before it breaks off. */
    static final String TORN_LINE = "torn_line";
    /** The seal of the line before the first one. */
    static final String NO_LINE = "0".repeat(64);
    /** No line is longer: every field is cut to {@link #MAX_FIELD}, and a character takes at most 6 bytes. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_FIELD = 16_384;
    private static final String SEQUENCE = "seq";
    private static final String PREVIOUS = "prev";
    private static final String EVENT = "event";
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final byte[] START = ("{\"" + SEQUENCE + "\":").getBytes(StandardCharsets.UTF_8);

    /** A line about a question, without the line break. */
    static byte[] question(long sequence, String previous, AuditEvent event) {
        Map<String, @Nullable Object> fields = fields(sequence, previous, QUESTION, event.at());
        fields.put("request_id", cut(event.requestId()));
        fields.put("principal", cut(event.principal()));
        fields.put("class", cut(event.callerClass()));
        fields.put("question", cut(event.question()));
        fields.put("table", event.table() == null ? null : cut(event.table().toString()));
        fields.put("shape", event.shape() == null ? null : cut(event.shape()));
        fields.put(
                "outcome",
                event.outcome() == null ? "ANSWERED" : event.outcome().name());
        fields.put("cost", event.cost().value());
        fields.put("scans", event.scans());
        return bytes(fields);
    }

    /** A line that says that the line before breaks off, without the line break. */
    static byte[] tornLine(long sequence, String previous, Instant at, int tornBytes) {
        Map<String, @Nullable Object> fields = fields(sequence, previous, TORN_LINE, at);
        fields.put("torn_bytes", tornBytes);
        return bytes(fields);
    }

    private static Map<String, @Nullable Object> fields(long sequence, String previous, String event, Instant at) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(SEQUENCE, sequence);
        fields.put(PREVIOUS, previous);
        fields.put(EVENT, event);
        fields.put("at", at);
        return fields;
    }

    private static byte[] bytes(Map<String, @Nullable Object> fields) {
        return JsonText.ascii(fields).getBytes(StandardCharsets.US_ASCII);
    }

    private static String cut(String text) {
        return text.length() <= MAX_FIELD ? text : text.substring(0, MAX_FIELD) + "...";
    }

    /** The digest that the next line carries: SHA-256 of the line's bytes, without its line break. */
    static String seal(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The digest that the line behind a torn one carries. A torn line says nothing of the line before it, so its own seal holds that
     * one's.
     */
    static String sealTorn(String previous, byte[] line) {
        byte[] before = previous.getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(before, before.length + line.length);
        System.arraycopy(line, 0, both, before.length, line.length);
        return seal(both);
    }

    /** What a line says of itself, or null if it is not a line of this log. */
    static @Nullable AuditLine read(byte[] line) {
        Map<String, @Nullable Object> fields = fields(line);
        return fields != null
                        && fields.get(SEQUENCE) instanceof Long sequence
                        && sequence > 0
                        && fields.get(PREVIOUS) instanceof String previous
                        && fields.get(EVENT) instanceof String event
                ? new AuditLine(sequence, previous, event)
                : null;
    }

    /** The fields of a line, or null if it is not an object on its own; what is nested in it is left out. */
    static @Nullable Map<String, @Nullable Object> fields(byte[] line) {
        try (JsonParser json = FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                switch (json.nextToken()) {
                    case VALUE_NUMBER_INT -> fields.put(field, json.getLongValue());
                    case VALUE_NUMBER_FLOAT -> fields.put(field, json.getDecimalValue());
                    case VALUE_STRING -> fields.put(field, json.getText());
                    case VALUE_NULL -> fields.put(field, null);
                    default -> json.skipChildren();
                }
            }
            return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null ? fields : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether bytes at the end of a file can be the start of a line of ours, or what a crash left of one: zeros. */
    static boolean mayBeTorn(byte[] bytes) {
        boolean start = true;
        boolean zeros = true;
        for (int i = 0; i < bytes.length; i++) {
            start &= i >= START.length || bytes[i] == START[i];
            zeros &= bytes[i] == 0;
        }
        return bytes.length > 0 && (start || zeros);
    }
}
