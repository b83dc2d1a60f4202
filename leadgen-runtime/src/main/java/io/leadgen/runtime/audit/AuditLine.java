package io.leadgen.runtime.audit;

import io.leadgen.audit.AuditEvent;
import io.leadgen.runtime.files.Sha256;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.json.JsonTree;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log: its JSON and its hash.
 *
 * @param sequence number of the line, from 1; torn lines are not counted
 * @param previous the {@link #hash} of the line before
 * @param event the kind of event
 */
record AuditLine(long sequence, String previous, String event) {
    static final String QUESTION = "question";
    /** The event of a line that follows a torn line. */
    static final String TORN_LINE = "torn_line";
    /** The hash before the first line. */
    static final String NO_LINE = "0".repeat(64);
    /** The longest line: fields are cut to {@link #MAX_FIELD} characters of at most 6 bytes. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_FIELD = 16_384;
    private static final String SEQUENCE = "seq";
    private static final String PREVIOUS = "prev";
    private static final String EVENT = "event";
    private static final byte[] START = ("{\"" + SEQUENCE + "\":").getBytes(StandardCharsets.UTF_8);

    /** A line for a question, without a line break. */
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

    /** A line that reports a torn line before it, without a line break. */
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

    /** The hash that the next line contains: SHA-256 of the bytes without the line break. */
    static String hash(byte[] line) {
        return Sha256.hex(line);
    }

    /** The hash of a torn line. It includes the hash of the line before, which the torn line may not contain. */
    static String hashTorn(String previous, byte[] line) {
        byte[] before = previous.getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(before, before.length + line.length);
        System.arraycopy(line, 0, both, before.length, line.length);
        return hash(both);
    }

    /** Parses a line; null if it is not a line of an audit log. */
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

    /** The scalar fields of a line, or null if it is not a JSON object. Integers are Long. */
    static @Nullable Map<String, @Nullable Object> fields(byte[] line) {
        Map<String, @Nullable Object> tree =
                JsonTree.find(new String(line, StandardCharsets.UTF_8)).orElse(null);
        if (tree == null) {
            return null;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        tree.forEach((name, value) -> {
            if (value == null || value instanceof String) {
                fields.put(name, value);
            } else if (value instanceof BigDecimal number) {
                fields.put(name, number.scale() == 0 && number.precision() < 19 ? number.longValue() : number);
            }
        });
        return fields;
    }

    /** True if bytes at the end of a file may be a torn line: the start of one, or only zeros. */
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
