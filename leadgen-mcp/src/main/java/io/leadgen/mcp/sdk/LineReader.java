package io.leadgen.mcp.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes up to a size. A longer line is skipped and takes no memory. */
final class LineReader {
    /** Stands for a line that is too long. */
    static final byte[] TOO_LONG = new byte[0];

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] block = new byte[BLOCK];
    private int from;
    private int to;

    LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** The next line that is not blank, without its line break; null at the end of the stream. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean blank = true;
        boolean tooLong = false;
        while (from < to || fill()) {
            byte next = block[from++];
            if (next == '\n') {
                if (!blank) {
                    break;
                }
                line.reset();
            } else if (line.size() == maxBytes) {
                tooLong = true;
            } else {
                blank &= next == ' ' || next == '\t' || next == '\r';
                line.write(next);
            }
        }
        return blank && !tooLong ? null : tooLong ? TOO_LONG : line.toByteArray();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(block));
        return to > 0;
    }
}
