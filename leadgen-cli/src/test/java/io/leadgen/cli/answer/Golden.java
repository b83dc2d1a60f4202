package io.leadgen.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a person has looked at once and that must not change unnoticed. After a change that is wanted:
 * {@code ./mvnw test -pl leadgen-cli -am -Dleadgen.test.jvmArgs=-Dgolden.update=true}, and read the difference.
 */
public final class Golden {
    private static final Path SOURCES = Path.of("src/test/resources/io/leadgen/cli/answer");

    private Golden() {}

    public static void check(String name, String text) {
        // Git would change bare carriage returns, and nobody would see them in a review.
        String actual = text.replace("\r", "<CR>").replace("\u001b", "<ESC>");
        if (Boolean.getBoolean("golden.update")) {
            write(SOURCES.resolve(name), actual);
        }
        assertThat(actual).as(name).isEqualTo(read(name));
    }

    private static String read(String name) {
        try (InputStream stream = Golden.class.getResourceAsStream(name)) {
            if (stream == null) {
                return Files.exists(SOURCES.resolve(name)) ? Files.readString(SOURCES.resolve(name)) : "";
            }
            return Boolean.getBoolean("golden.update")
                    ? Files.readString(SOURCES.resolve(name))
                    : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
