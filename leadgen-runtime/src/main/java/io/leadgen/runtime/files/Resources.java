package io.leadgen.runtime.files;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that are part of the program. */
public final class Resources {
    private Resources() {}

    /** The bytes of a file next to a class, or of one with an absolute path. */
    public static byte[] bytes(Class<?> of, String name) {
        try (InputStream resource = requireNonNull(of.getResourceAsStream(name), name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file, in UTF-8. */
    public static String text(Class<?> of, String name) {
        return new String(bytes(of, name), StandardCharsets.UTF_8);
    }
}
