package io.leadgen.runtime.csv;

import io.leadgen.runtime.files.FileFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The records of a CSV file, one at a time. A quote counts only at the start of a field, and a delimiter or line end must follow the
 * closing one. Everything else is as written.
 */
final class CsvRecords implements Closeable {
    /** More is a quote that was never closed, or no table. */
    private static final int MAX_RECORD_BYTES = 2_000_000;

    private static final int END = -1;
    private static final int NO_SIGN = -2;

    private final InputStream source;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;

    private final int delimiter;
    private final int quote;
    private final int escape;
    private final int comment;

    private byte[] bytes = new byte[1 << 10];
    private int length;
    private int[] ends = new int[16];
    private int size;
    private boolean beyondAscii;
    private boolean quoted;
    private boolean spacedQuote;
    private boolean lineBreak;
    private long line = 1;
    private long nextLine = 1;
    private int previous;
    private long comments;
    private long lineFeeds;
    private long pairs;
    private long returns;

    CsvRecords(InputStream source, CsvDialect dialect) {
        this.source = source;
        this.delimiter = sign(dialect.delimiter());
        this.quote = sign(dialect.quote());
        this.escape = sign(dialect.escape());
        this.comment = sign(dialect.comment());
    }

    private static int sign(char sign) {
        return sign == CsvDialect.NONE ? NO_SIGN : sign;
    }

    /** Leaves out lines, whatever is in them. */
    void skip(int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            skipLine(read());
        }
    }

    private void skipLine(int first) throws IOException {
        int next = first;
        while (!isLineEnd(next)) {
            next = read();
        }
        endLine(next);
    }

    /** Reads the next record, or returns false after the last. A blank line is a record too. */
    boolean next() throws IOException, FileFault {
        int first = read();
        while (first == comment) {
            skipLine(first);
            comments++;
            first = read();
        }
        if (first == END) {
            return false;
        }
        line = nextLine;
        size = 0;
        length = 0;
        quoted = false;
        spacedQuote = false;
        lineBreak = false;
        int next = field(first);
        while (next == delimiter) {
            next = field(read());
        }
        endLine(next);
        return true;
    }

    private int field(int first) throws IOException, FileFault {
        int start = length;
        int next = first;
        while (next == ' ' && next != delimiter) {
            append(next);
            next = read();
        }
        if (next == quote) {
            spacedQuote |= length > start;
            length = start;
            next = quoted();
        } else {
            while (next != delimiter && !isLineEnd(next)) {
                if (next == comment) {
                    throw new FileFault(
                            "line " + nextLine + " has a comment sign after its start",
                            "use another sign with --csv comment=SIGN");
                }
                append(next);
                next = read();
            }
        }
        if (beyondAscii && !Utf8.isValid(bytes, start, length)) {
            throw new FileFault(
                    "line " + nextLine + " is not UTF-8", "set the encoding, for example --csv encoding=latin-1");
        }
        beyondAscii = false;
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size++] = length;
        return next;
    }

    private int quoted() throws IOException, FileFault {
        long opened = nextLine;
        quoted = true;
        while (true) {
            int next = read();
            if (next == END) {
                throw new QuoteFault("the quote that line " + opened + " opens is never closed");
            }
            if (next == escape && escape != quote) {
                next = read();
                if (next != END) {
                    append(next);
                }
            } else if (next != quote) {
                appendQuoted(next, opened);
            } else {
                next = read();
                if (next != quote || escape != quote) {
                    return afterQuote(next);
                }
                append(next);
            }
        }
    }

    private int afterQuote(int first) throws IOException, FileFault {
        int next = first;
        while (next == ' ' && next != delimiter) {
            spacedQuote = true;
            next = read();
        }
        if (next != delimiter && !isLineEnd(next)) {
            throw new QuoteFault("line " + nextLine + " has text after a closing quote");
        }
        return next;
    }

    private void appendQuoted(int next, long opened) throws FileFault {
        if (isLineEnd(next)) {
            lineBreak = true;
            nextLine += next == '\n' && previous == '\r' ? 0 : 1;
        }
        if (length >= MAX_RECORD_BYTES) {
            throw new QuoteFault("the quote that line " + opened + " opens is not closed within 2 MB");
        }
        append(next);
        previous = next;
    }

    private void append(int next) throws FileFault {
        if (length == bytes.length) {
            if (length >= MAX_RECORD_BYTES) {
                throw new FileFault("line " + nextLine + " is longer than 2 MB", "check that this is a CSV file");
            }
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        if (next == 0) {
            throw new FileFault(
                    "line " + nextLine + " has a zero byte",
                    "set the encoding, for example --csv encoding=utf-16, if this is text");
        }
        beyondAscii |= next > 0x7F;
        previous = next;
        bytes[length++] = (byte) next;
    }

    private void endLine(int end) throws IOException {
        nextLine++;
        if (end == '\n') {
            lineFeeds++;
        } else if (end == '\r') {
            int next = read();
            if (next == '\n') {
                pairs++;
            } else {
                returns++;
                at -= next == END ? 0 : 1;
            }
        }
    }

    private int read() throws IOException {
        if (at == limit) {
            limit = Math.max(0, source.read(buffer, 0, buffer.length));
            at = 0;
            if (limit == 0) {
                return END;
            }
        }
        return buffer[at++] & 0xFF;
    }

    private static boolean isLineEnd(int next) {
        return next == '\n' || next == '\r' || next == END;
    }

    /** The number of fields of the record. */
    int size() {
        return size;
    }

    /** True for a line without any character. */
    boolean isBlank() {
        return size == 1 && length == 0 && !quoted;
    }

    /** The texts of the record, one after the other. */
    byte[] bytes() {
        return bytes;
    }

    int from(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    int to(int field) {
        return ends[field];
    }

    String text(int field) {
        return new String(bytes, from(field), to(field) - from(field), StandardCharsets.UTF_8);
    }

    /** The line in which the record starts, from 1. */
    long line() {
        return line;
    }

    /** The line after the record. */
    long nextLine() {
        return nextLine;
    }

    long comments() {
        return comments;
    }

    /** Whether a space is next to a quote of the record, which readers understand differently. */
    boolean hasSpacedQuote() {
        return spacedQuote;
    }

    /** Whether a field of the record has a line break. */
    boolean hasLineBreak() {
        return lineBreak;
    }

    boolean hasMixedEndings() {
        return lineFeeds > 0 && pairs > 0;
    }

    /** Whether some lines end in CR and some do not. */
    boolean hasLoneReturns() {
        return returns > 0 && lineFeeds + pairs > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** A fault that other signs for quotes may explain. */
    static final class QuoteFault extends FileFault {
        private static final long serialVersionUID = 1L;

        QuoteFault(String message) {
            super(message, "correct the line, or set --csv quote=none if quotes are ordinary characters");
        }
    }
}
