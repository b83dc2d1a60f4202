package io.leadgen.runtime.ledger;

import io.leadgen.runtime.files.LockedFile;
import io.leadgen.runtime.files.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of the ledger that a process of this machine has seen, in a file outside the ledger. A ledger older than its
 * mark was restored from a backup. The mark is written after the ledger, so it can be older but never newer.
 */
final class HighWaterMarkFile {
    /** Fixed length, so that one write replaces an older mark. */
    private static final Pattern WRITTEN = Pattern.compile("(\\S{36}) (\\d{19}) ([0-9a-f]{64})\n");

    private final Path file;

    HighWaterMarkFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    @Nullable
    HighWaterMark read() throws IOException {
        return Files.exists(file)
                ? LockedFile.withLock(file, () -> Optional.ofNullable(current()))
                        .orElse(null)
                : null;
    }

    /** Writes a mark, unless another process has written a later one. */
    void raise(HighWaterMark mark) throws IOException {
        PrivateFiles.createFolder(Objects.requireNonNull(file.getParent()));
        LockedFile.withLock(file, () -> {
            HighWaterMark current = current();
            if (current == null || (current.ledger().equals(mark.ledger()) && current.seq() < mark.seq())) {
                write(mark, current == null);
            }
            return mark;
        });
    }

    private @Nullable HighWaterMark current() throws IOException {
        if (Files.notExists(file)) {
            return null;
        }
        Matcher line = WRITTEN.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!line.matches()) {
            throw new IOException("not a high-water mark");
        }
        return new HighWaterMark(line.group(1), Long.parseLong(line.group(2)), line.group(3));
    }

    private void write(HighWaterMark mark, boolean first) throws IOException {
        byte[] line = String.format(Locale.ROOT, "%s %019d %s\n", mark.ledger(), mark.seq(), mark.hash())
                .getBytes(StandardCharsets.US_ASCII);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, PrivateFiles.attributes(file, PrivateFiles.FILE))) {
            channel.write(ByteBuffer.wrap(line), 0);
            if (first) {
                channel.force(true); // later marks overwrite it in place; a crash leaves the old or the new one
            }
        }
    }
}
