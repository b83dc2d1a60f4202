package io.leadgen.cli.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The two ways out of the process, both in UTF-8. */
public record Streams(OutputStream out, OutputStream err) {
    /**
     * Writes the answer, at once and as a whole. That the reader has left ({@code | head}) is no error; that the disk is full
     * is one.
     *
     * @throws UncheckedIOException if the answer did not get out
     */
    public void answer(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            if (!nobodyReads(e)) {
                throw new UncheckedIOException("The answer cannot be written: " + e.getMessage(), e);
            }
        }
    }

    /** The JDK has no exception of its own for EPIPE. */
    private static boolean nobodyReads(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }

    public void error(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // There is nowhere left to say so; the exit code still does.
        }
    }
}
