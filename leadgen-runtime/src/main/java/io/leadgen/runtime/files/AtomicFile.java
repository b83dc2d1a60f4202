package io.leadgen.runtime.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;

/** Writes files atomically: readers see the whole file, or the file before. */
public final class AtomicFile {
    private static final String PREFIX = ".writing-";

    private AtomicFile() {}

    /** Writes a text in UTF-8, and replaces an existing file. Only the owner can read it. Creates its folder if missing. */
    public static void writePrivate(Path file, String text) throws IOException {
        PrivateFiles.createFolder(folderOf(file));
        write(file, text.getBytes(StandardCharsets.UTF_8), PrivateFiles.attributes(file, PrivateFiles.FILE));
    }

    /**
     * Writes bytes, and replaces an existing file. They are on disk when this returns.
     *
     * @param file its folder must exist
     * @param attributes of the new file
     */
    public static void write(Path file, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        Path temporary = folderOf(file).resolve(PREFIX + UUID.randomUUID());
        try {
            try (FileChannel channel = FileChannel.open(
                            temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
                    OutputStream out = Channels.newOutputStream(channel)) {
                out.write(bytes);
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("the path has no folder");
        }
        return folder;
    }

    /** Deletes temporary files that crashes have left. Call it only while nobody writes to the folder. */
    public static void deleteTemporaryFiles(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
