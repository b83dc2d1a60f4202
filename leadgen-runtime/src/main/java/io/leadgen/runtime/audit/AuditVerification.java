package io.leadgen.runtime.audit;

import io.leadgen.runtime.files.LockedFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking an audit log.
 *
 * @param events number of correct lines for questions before the first error
 * @param tornLines number of torn lines that the next line reports
 * @param unfinished true if the last line is incomplete: it is being written, or a crash has torn it
 * @param firstBreak the first error, or null if there is none
 */
public record AuditVerification(
        long events,
        long tornLines,
        boolean unfinished,
        @Nullable Break firstBreak) {

    /**
     * An error in the log.
     *
     * @param line number of the line, from 1
     * @param reason what is wrong
     */
    public record Break(long line, String reason) {}

    /** True if there is no error. The hashes have no key, so a complete forgery is not detected. */
    public boolean isIntact() {
        return firstBreak == null;
    }

    static AuditVerification of(Path file) throws IOException {
        long size = LockedFile.withLock(file, () -> Files.size(file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new Walk(in, size).verify();
        }
    }

    private static final class Walk {
        private final InputStream in;
        private long left;
        private boolean lineBreakSeen;

        private long number;
        private long sequence;
        private String hash = AuditLine.NO_LINE;
        private boolean torn;
        private long events;
        private long tornLines;

        Walk(InputStream in, long size) {
            this.in = in;
            this.left = size;
        }

        AuditVerification verify() throws IOException {
            while (left > 0) {
                byte[] bytes = nextLine();
                if (!lineBreakSeen && AuditLine.read(bytes) == null) {
                    boolean ours = !torn && AuditLine.mayBeTorn(bytes);
                    return result(ours, ours ? null : "not a line of an audit log");
                }
                String broken = check(bytes);
                if (broken != null) {
                    return result(false, broken);
                }
            }
            boolean unfinished = number > 0 && !lineBreakSeen;
            return result(unfinished, torn ? "the last line is torn, and no line reports it" : null);
        }

        /** Checks the next line; returns what is wrong, or null. */
        private @Nullable String check(byte[] bytes) {
            AuditLine line = AuditLine.read(bytes);
            if (line == null) {
                if (torn || !AuditLine.mayBeTorn(bytes)) {
                    return "not a line of an audit log";
                }
                torn = true;
                hash = AuditLine.hashTorn(hash, bytes);
                return null;
            }
            boolean reportsTorn = line.event().equals(AuditLine.TORN_LINE);
            if (!line.previous().equals(hash)) {
                return "the line before does not match its hash, or lines before this one were removed or inserted";
            }
            if (torn != reportsTorn) {
                return torn
                        ? "the line before is torn, but this one does not report it"
                        : "this line reports a torn line, but the line before is whole";
            }
            if (line.sequence() != sequence + 1) {
                return "expected number " + (sequence + 1) + ", got " + line.sequence();
            }
            sequence = line.sequence();
            hash = AuditLine.hash(bytes);
            torn = false;
            if (reportsTorn) {
                tornLines++;
            } else {
                events++;
            }
            return null;
        }

        private byte[] nextLine() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            lineBreakSeen = false;
            while (left > 0 && !lineBreakSeen) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the file was truncated while it was read");
                }
                left--;
                lineBreakSeen = next == '\n';
                if (!lineBreakSeen && line.size() <= AuditLine.MAX_BYTES) {
                    line.write(next);
                }
            }
            number++;
            return line.toByteArray();
        }

        private AuditVerification result(boolean unfinished, @Nullable String broken) {
            return new AuditVerification(
                    events, tornLines, unfinished, broken == null ? null : new Break(number, broken));
        }
    }
}
