package io.leadgen.cli.command.option;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file that a command writes: it appears whole or not at all.
 *
 * @param replaces whether a file of that name may be there
 */
public record OutputFile(Path path, boolean replaces) {

    /**
     * Finds what would keep it from being written.
     *
     * @throws LeadgenException INVALID_ARGUMENT
     */
    public void check() {
        if (Files.isDirectory(path)) {
            throw LeadgenException.of(ErrorCode.INVALID_ARGUMENT, path + " is a directory", "name a file in it");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // A device or a pipe: whoever has the right to could replace it, and nobody means that.
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, path + " is no file that can be replaced", "name a plain file");
        }
        if (!replaces && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, path + " is there already", "use --force to replace it");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw unwritable();
        }
    }

    private LeadgenException unwritable() {
        return LeadgenException.of(
                ErrorCode.INVALID_ARGUMENT,
                path + " cannot be written",
                "see whether its folder is there and may be written");
    }

    /**
     * Writes it, in UTF-8.
     *
     * @throws LeadgenException INVALID_ARGUMENT if it cannot be written there
     */
    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes it.
     *
     * @throws LeadgenException INVALID_ARGUMENT if it cannot be written there
     */
    public void write(byte[] bytes) {
        check();
        try {
            // What a link points to is replaced, and not the link.
            AtomicFile.write(Files.exists(path) ? path.toRealPath() : path, bytes);
        } catch (IOException e) {
            throw unwritable();
        }
    }
}
