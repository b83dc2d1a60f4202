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

/** Writes files that are there as a whole or not at all. */
public final class WholeFile {
    private static final String BEGINNING = ".writing-";

    private WholeFile() {}

    /**
     * Writes a text, in UTF-8, over what may be there; nobody but its owner can read it.
     *
     * @param file in a folder that exists, or can be created
     */
    public static void writePrivate(Path file, String text) throws IOException {
        OwnerOnly.createFolder(folderOf(file));
        write(file, text.getBytes(StandardCharsets.UTF_8), OwnerOnly.attributes(file, OwnerOnly.FILE));
    }

    /**
     * Writes bytes over what may be there. They are on the disk when this returns.
     *
     * @param file in a folder that exists
     * @param attributes what the file is created with
     */
    public static void write(Path file, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        Path temporary = folderOf(file).resolve(BEGINNING + UUID.randomUUID());
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
            throw new IOException("no folder");
        }
        return folder;
    }

    /** Removes what crashes have left in a folder. Only for who knows that nobody is writing there. */
    public static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, BEGINNING + "*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }
}
