package io.leadgen.runtime.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a check of an audit log found.
 *
 * @param events lines about questions, up to the first break
 * @param tornLines lines that break off and are followed by a line that says so
 * @param unfinished whether the last line breaks off; a service may just be writing it, else it was torn by a crash
 * @param firstBreak where the chain does not hold, or null if it does
 */
public record AuditVerification(
        long events,
        long tornLines,
        boolean unfinished,
        @Nullable Break firstBreak) {

    /**
     * A place where the chain does not hold.
     *
     * @param line counts from 1
     * @param reason for a person
     */
    public record Break(long line, String reason) {}

    /** Whether every line is there as it was written, as far as a chain without a key can tell. */
    public boolean isIntact() {
        return firstBreak == null;
    }

    static AuditVerification of(Path file) throws IOException {
        long size = LogLock.holding(file, () -> Files.size(file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new Walk(in, size).verify();
        }
    }

    /** One pass over a log. */
    private static final class Walk {
        private final InputStream in;
        private long left;
        private boolean lineBreakSeen;

        private long number;
        private long sequence;
        private String seal = AuditLine.NO_LINE;
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
                    return result(ours, ours ? null : "not a line of this log");
                }
                String broken = check(bytes);
                if (broken != null) {
                    return result(false, broken);
                }
            }
            boolean unfinished = number > 0 && !lineBreakSeen;
            return result(unfinished, torn ? "a line that breaks off, and no line that says so" : null);
        }

        /** Takes one line in; returns what is wrong with it, or null. */
        private @Nullable String check(byte[] bytes) {
            AuditLine line = AuditLine.read(bytes);
            if (line == null) {
                if (torn || !AuditLine.mayBeTorn(bytes)) {
                    return "not a line of this log";
                }
                torn = true;
                seal = AuditLine.sealTorn(seal, bytes);
                return null;
            }
            boolean saysTorn = line.event().equals(AuditLine.TORN_LINE);
            if (!line.previous().equals(seal)) {
                return "the line before was changed, or lines are missing or added before this one";
            }
            if (torn != saysTorn) {
                return torn
                        ? "the line before breaks off, and this one does not say so"
                        : "the line before does not break off, though this one says so";
            }
            if (line.sequence() != sequence + 1) {
                return "number " + line.sequence() + " where " + (sequence + 1) + " is expected";
            }
            sequence = line.sequence();
            seal = AuditLine.seal(bytes);
            torn = false;
            if (saysTorn) {
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
                    throw new IOException("the file became shorter while it was read");
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
