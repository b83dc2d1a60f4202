package io.leadgen.runtime.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * The end of a log.
 *
 * @param sequence number of the last whole line; 0 if there is none
 * @param hash the hash of the last line, whole or torn
 * @param ended true if the last line has a line break
 * @param tornBytes length of a torn last line; 0 if there is none, or if only the line break is missing
 */
record AuditTail(long sequence, String hash, boolean ended, int tornBytes) {
    private static final int CHUNK = 8192;

    /**
     * Reads the end of a log, which must be locked.
     *
     * @throws IOException if it cannot be read, or does not end like an audit log
     */
    static AuditTail read(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == 0) {
            return new AuditTail(0, AuditLine.NO_LINE, true, 0);
        }
        byte[] last = readLine(channel, size);
        if (last.length == 0) {
            byte[] line = readLine(channel, size - 1);
            return new AuditTail(sequence(line), AuditLine.hash(line), true, 0);
        }
        AuditLine whole = AuditLine.read(last);
        if (whole != null) {
            return new AuditTail(whole.sequence(), AuditLine.hash(last), false, 0);
        }
        if (!AuditLine.mayBeTorn(last)) {
            throw new IOException("the file does not end with a line of an audit log");
        }
        long before = size - last.length;
        if (before == 0) {
            return new AuditTail(0, AuditLine.hashTorn(AuditLine.NO_LINE, last), false, last.length);
        }
        byte[] line = readLine(channel, before - 1);
        return new AuditTail(sequence(line), AuditLine.hashTorn(AuditLine.hash(line), last), false, last.length);
    }

    /** The last lines of a log in order, without line breaks; the last one may be torn. */
    static List<byte[]> lines(FileChannel channel, int most) throws IOException {
        ArrayDeque<byte[]> lines = new ArrayDeque<>();
        long end = channel.size();
        while (end > 0 && lines.size() < most) {
            byte[] line = readLine(channel, end);
            if (line.length > 0 || end < channel.size()) {
                lines.addFirst(line);
            }
            end -= line.length + 1L;
        }
        return List.copyOf(lines);
    }

    private static long sequence(byte[] line) throws IOException {
        AuditLine read = AuditLine.read(line);
        if (read == null) {
            throw new IOException("the last line is not a line of an audit log");
        }
        return read.sequence();
    }

    /** The bytes before {@code end}, after the previous line break. */
    private static byte[] readLine(FileChannel channel, long end) throws IOException {
        for (int length = CHUNK; ; length *= 2) {
            long from = Math.max(0, end - length);
            byte[] bytes = readFully(channel, from, (int) (end - from));
            for (int i = bytes.length - 1; i >= 0; i--) {
                if (bytes[i] == '\n') {
                    return Arrays.copyOfRange(bytes, i + 1, bytes.length);
                }
            }
            if (from == 0) {
                return bytes;
            }
            if (length > AuditLine.MAX_BYTES) {
                throw new IOException("the line is too long for an audit log");
            }
        }
    }

    private static byte[] readFully(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("the file was truncated while it was read");
            }
        }
        return buffer.array();
    }
}
