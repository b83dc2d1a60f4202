package io.leadgen.cli.command.option;

import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file that a command writes, as a whole or not at all.
 *
 * @param replaces whether an existing file is replaced
 */
public record OutputFile(Path path, boolean replaces) {

    /** Checks that it can be written; INVALID_ARGUMENT if not. */
    public void check() {
        if (Files.isDirectory(path)) {
            throw LeadgenException.invalid(path + " is a directory", "name a file in it");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // A device or a pipe: replacing it is never intended.
            throw LeadgenException.invalid(path + " is not a regular file", "name a regular file");
        }
        if (!replaces && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw LeadgenException.invalid(path + " already exists", "use --force to replace it");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw unwritable();
        }
    }

    private LeadgenException unwritable() {
        return LeadgenException.invalid(path + " cannot be written", "check that its folder exists and is writable");
    }

    /** Writes it, in UTF-8, as {@link #write(byte[])} does. */
    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes it; INVALID_ARGUMENT if it cannot be written there. */
    public void write(byte[] bytes) {
        check();
        try {
            // The target of a link is replaced, not the link.
            AtomicFile.write(Files.exists(path) ? path.toRealPath() : path, bytes);
        } catch (IOException e) {
            throw unwritable();
        }
    }
}
