package io.leadgen.runtime.audit;

import io.leadgen.audit.AuditEvent;
import io.leadgen.audit.AuditSink;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.files.LockedFile;
import io.leadgen.runtime.files.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Appends each event to a file as one line of JSON in printable ASCII. Each line contains its number, {@code seq}, and the SHA-256
 * of the line before, {@code prev}.
 *
 * <p>Guarantees: when {@link #record} returns, the line is on disk. Threads, sinks and processes of this machine can share a file.
 * It is opened for each event, so it can be moved away while services run; a new chain then starts. New files are readable only
 * by their owner. Existing lines are never changed or removed.
 *
 * <p>A crash can leave a torn last line. The next event then starts on a new line, after a line with the event {@code torn_line}.
 * The torn line stays, is hashed like every line, and {@link #verify} counts it: rejecting it would turn a crash into an outage
 * with manual repair, and removing it would hide it. A file that ends with anything else is not touched, and the event fails.
 *
 * <p>Not guaranteed: the chain shows changed, removed and inserted lines, but has no key. Anyone who can write the file can truncate
 * it or rewrite it completely. To detect that, copy the file or its last line elsewhere. Locks on network drives are only as
 * reliable as the drive.
 *
 * <p>Safe for use by several threads.
 */
public final class JsonLinesAuditSink implements AuditSink {
    private static final String UNAVAILABLE = "The audit log is not writable, so the answer is withheld";
    private static final int LINE_BREAK = '\n';

    private final Path file;

    /** A sink for a file, which is created with its folder if missing. */
    public JsonLinesAuditSink(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** @throws LeadgenException AUDIT_UNAVAILABLE if the event cannot be written */
    @Override
    public void record(AuditEvent event) {
        try {
            PrivateFiles.createFolder(folder());
            LockedFile.withLock(file, () -> append(event));
        } catch (IOException | RuntimeException e) {
            throw LeadgenException.causedBy(ErrorCode.AUDIT_UNAVAILABLE, UNAVAILABLE, e);
        }
    }

    /**
     * Checks every line of a log. Services can go on writing; lines added meanwhile are not checked.
     *
     * @throws LeadgenException AUDIT_UNAVAILABLE if the file cannot be read
     */
    public static AuditVerification verify(Path file) {
        try {
            return AuditVerification.of(file.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw LeadgenException.causedBy(ErrorCode.AUDIT_UNAVAILABLE, "The audit log is not readable", e);
        }
    }

    /**
     * The fields of the last lines of a log, oldest first. Nothing is checked: a line that cannot be parsed has one field,
     * {@code event}, with the value {@code unreadable}.
     *
     * @param most maximum number of lines
     * @throws LeadgenException AUDIT_UNAVAILABLE if the file cannot be read
     */
    public static List<Map<String, @Nullable Object>> tail(Path file, int most) {
        Path log = file.toAbsolutePath().normalize();
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            List<Map<String, @Nullable Object>> lines = new ArrayList<>();
            for (byte[] line : LockedFile.withLock(log, () -> AuditTail.lines(channel, most))) {
                Map<String, @Nullable Object> fields = AuditLine.fields(line);
                lines.add(fields == null ? Map.of("event", "unreadable") : fields);
            }
            return lines;
        } catch (IOException e) {
            throw LeadgenException.causedBy(ErrorCode.AUDIT_UNAVAILABLE, "The audit log is not readable", e);
        }
    }

    private long append(AuditEvent event) throws IOException {
        boolean created = Files.notExists(file);
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel log = FileChannel.open(file, options, PrivateFiles.attributes(file, PrivateFiles.FILE))) {
            AuditTail tail = AuditTail.read(log);
            write(log, lines(tail, event));
            log.force(true);
            if (created) {
                forceFolder();
            }
            return tail.sequence();
        }
    }

    /** The bytes to append: the event, after a line that reports a torn line if there is one. */
    private static ByteBuffer lines(AuditTail tail, AuditEvent event) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long sequence = tail.sequence();
        String hash = tail.hash();
        if (!tail.ended()) {
            lines.write(LINE_BREAK);
        }
        if (tail.tornBytes() > 0) {
            byte[] note = AuditLine.tornLine(++sequence, hash, event.at(), tail.tornBytes());
            lines.write(note);
            lines.write(LINE_BREAK);
            hash = AuditLine.hash(note);
        }
        lines.write(AuditLine.question(sequence + 1, hash, event));
        lines.write(LINE_BREAK);
        return ByteBuffer.wrap(lines.toByteArray());
    }

    private static void write(FileChannel log, ByteBuffer lines) throws IOException {
        long end = log.size();
        try {
            while (lines.hasRemaining()) {
                log.write(lines, end + lines.position());
            }
        } catch (IOException e) {
            removePart(log, end, e);
            throw e;
        }
    }

    /** Removes a part of a line, for example after the disk was full. The file is locked, so nobody has read it. */
    private static void removePart(FileChannel log, long end, IOException reason) {
        try {
            log.truncate(end);
        } catch (IOException e) {
            reason.addSuppressed(e); // the next event finds a torn line
        }
    }

    /** Flushes the folder, so that a new file survives a crash. Some systems do not support that, nor need it. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private Path folder() {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }
}
