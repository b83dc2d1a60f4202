package io.leadgen.mcp.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, each up to a size; a longer one is passed over and takes no memory. */
final class Lines {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] block = new byte[BLOCK];
    private int from;
    private int to;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** A line without its line break. */
    static final class Line {
        private final byte[] bytes;
        private final boolean tooLong;

        private Line(byte[] bytes, boolean tooLong) {
            this.bytes = bytes;
            this.tooLong = tooLong;
        }

        /** Nothing of a line that is too long. */
        byte[] bytes() {
            return bytes;
        }

        boolean tooLong() {
            return tooLong;
        }

        boolean isBlank() {
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line, also one without a line break at the end of the stream; null behind the last one. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (from == to) {
                int read = in.read(block);
                if (read < 0) {
                    return any ? line(line, tooLong) : null;
                }
                from = 0;
                to = read;
            }
            int end = from;
            while (end < to && block[end] != '\n') {
                end++;
            }
            any |= end > from;
            if (line.size() + end - from > longest) {
                tooLong = true;
                line.reset();
            }
            if (!tooLong) {
                line.write(block, from, end - from);
            }
            from = end;
            if (end < to) {
                from++;
                return line(line, tooLong);
            }
        }
    }

    private static Line line(ByteArrayOutputStream line, boolean tooLong) {
        return tooLong ? new Line(new byte[0], true) : new Line(line.toByteArray(), false);
    }
}
