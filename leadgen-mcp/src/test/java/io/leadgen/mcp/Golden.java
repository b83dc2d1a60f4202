package io.leadgen.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a person has looked at once and that must not change unnoticed. After a change that is wanted:
 * {@code ./mvnw test -pl leadgen-mcp -am -Dleadgen.test.jvmArgs=-Dgolden.update=true}, and read the difference.
 */
public final class Golden {
    private static final Path SOURCES = Path.of("src/test/resources/io/leadgen/mcp");

    private Golden() {}

    public static void check(String name, String text) {
        Path file = SOURCES.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as(name).isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
