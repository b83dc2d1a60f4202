package io.leadgen.runtime.audit;

import io.leadgen.audit.AuditEvent;
import io.leadgen.audit.AuditSink;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.files.OwnerOnly;
import io.leadgen.runtime.files.SharedFile;
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
 * Appends each event to a file as one line of JSON in printable ASCII. Each line carries a number, {@code seq}, and the
 * SHA-256 of the line before, {@code prev}.
 *
 * <p>Guaranteed: when {@link #record} returns, the line is on the disk. Any number of threads, sinks and processes may share
 * a file on this machine. The file is opened for each event, so it can be moved away (and a new chain starts) while
 * services run. A file that is created can be read by its owner only. What is in a file is never changed or removed.
 *
 * <p>A crash can leave a last line that breaks off. The next event then goes on a new line, behind a line of its own with the
 * event {@code torn_line}: refusing would turn one crash into an outage that somebody has to repair by hand, which invites
 * tampering, and dropping the fragment would hide it. The fragment stays, is sealed like every line, and {@link #verify}
 * counts it. A file that ends with anything else than lines of ours is left alone, and the event refused.
 *
 * <p>Not guaranteed: the chain shows that lines were changed, removed or added between others. It has no key, so whoever can
 * write the file can cut off its end, or write all of it anew. Against that, copy the file, or its last line, elsewhere.
 * File locks on network drives are only as good as the drive's.
 */
public final class JsonLinesAuditSink implements AuditSink {
    private static final String UNAVAILABLE = "The audit log cannot be written, so the answer is withheld";
    private static final int LINE_BREAK = '\n';

    private final Path file;

    /** A sink for a file, which need not exist, nor its folder. */
    public JsonLinesAuditSink(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    @Override
    public void record(AuditEvent event) {
        try {
            OwnerOnly.createFolder(folder());
            SharedFile.holding(file, () -> append(event));
        } catch (IOException | RuntimeException e) {
            throw LeadgenException.causedBy(ErrorCode.AUDIT_UNAVAILABLE, UNAVAILABLE, e);
        }
    }

    /**
     * Reads a log from its beginning and checks every line. Does not keep services from writing: what they add meanwhile is not
     * looked at.
     *
     * @throws LeadgenException AUDIT_UNAVAILABLE if the file cannot be read
     */
    public static AuditVerification verify(Path file) {
        try {
            return AuditVerification.of(file.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw LeadgenException.causedBy(ErrorCode.AUDIT_UNAVAILABLE, "The audit log cannot be read", e);
        }
    }

    /**
     * The last lines of a log, oldest first, each by its fields, as they are written. Nothing is checked: a line that cannot be read
     * has one field, {@code event}, which is {@code unreadable}.
     *
     * @param most how many lines at most
     * @throws LeadgenException AUDIT_UNAVAILABLE if the file cannot be read
     */
    public static List<Map<String, @Nullable Object>> tail(Path file, int most) {
        Path log = file.toAbsolutePath().normalize();
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            List<Map<String, @Nullable Object>> lines = new ArrayList<>();
            for (byte[] line : SharedFile.holding(log, () -> AuditTail.lines(channel, most))) {
                Map<String, @Nullable Object> fields = AuditLine.fields(line);
                lines.add(fields == null ? Map.of("event", "unreadable") : fields);
            }
            return lines;
        } catch (IOException e) {
            throw LeadgenException.causedBy(ErrorCode.AUDIT_UNAVAILABLE, "The audit log cannot be read", e);
        }
    }

    private long append(AuditEvent event) throws IOException {
        boolean created = Files.notExists(file);
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel log = FileChannel.open(file, options, OwnerOnly.attributes(file, OwnerOnly.FILE))) {
            AuditTail tail = AuditTail.read(log);
            write(log, lines(tail, event));
            log.force(true);
            if (created) {
                forceFolder();
            }
            return tail.sequence();
        }
    }

    /** The bytes that continue a log: the event, behind a note where the last line breaks off. */
    private static ByteBuffer lines(AuditTail tail, AuditEvent event) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long sequence = tail.sequence();
        String seal = tail.seal();
        if (!tail.ended()) {
            lines.write(LINE_BREAK);
        }
        if (tail.tornBytes() > 0) {
            byte[] note = AuditLine.tornLine(++sequence, seal, event.at(), tail.tornBytes());
            lines.write(note);
            lines.write(LINE_BREAK);
            seal = AuditLine.seal(note);
        }
        lines.write(AuditLine.question(sequence + 1, seal, event));
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
            takeBack(log, end, e);
            throw e;
        }
    }

    /** On a full disk the first part of a line may have been written. It is ours, and nobody else can have seen it. */
    private static void takeBack(FileChannel log, long end, IOException reason) {
        try {
            log.truncate(end);
        } catch (IOException e) {
            reason.addSuppressed(e); // the next event will find a line that breaks off
        }
    }

    /** A new file is on the disk only when its folder is; some systems cannot be told so, and do it anyway. */
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
