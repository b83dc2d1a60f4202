package io.leadgen.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no text, and texts that are a little unusual. */
class ConfigFileTest {
    private static final String MINIMAL = ConfigLocator.EMBEDDED;

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsNamed() {
        assertRefused(folder.resolve("absent.yml"), "there is no such file");
    }

    @Test
    void aFolderIsNotAFile() {
        assertRefused(folder, "this is a directory, not a file");
    }

    @Test
    void anUnreadableFile() throws IOException {
        Path file = write(MINIMAL.getBytes(StandardCharsets.UTF_8));
        assumeThat(file.toFile().setReadable(false) && !Files.isReadable(file)).isTrue(); // root reads all

        assertRefused(file, "the file cannot be read");
    }

    @Test
    void aFileOf10Megabytes() throws IOException {
        assertRefused(write(new byte[10_000_000]), "larger than 1 MiB; is this a configuration file?");
    }

    @Test
    void aFileInLatin1() throws IOException {
        assertRefused(
                write((MINIMAL + "# caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1)),
                "the file is not UTF-8; see line 5");
    }

    @Test
    void aFileThatEndsInsideACharacter() throws IOException {
        byte[] whole = (MINIMAL + "# caf\u00e9").getBytes(StandardCharsets.UTF_8);
        assertRefused(write(Arrays.copyOf(whole, whole.length - 1)), "the file is not UTF-8; see line 5");
    }

    @Test
    void aFileInUtf16() throws IOException {
        assertRefused(write(MINIMAL.getBytes(StandardCharsets.UTF_16)), "the file is UTF-16; save it as UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLineBreaksDoNotMatter() throws IOException {
        String windows = "\uFEFF" + MINIMAL.replace("\n", "\r\n");

        assertThat(load(write(windows.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(load(write(MINIMAL.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void countsColumnsInCharactersAfterAByteOrderMark() throws IOException {
        Path file =
                write("\uFEFF\"\uD83D\uDE00 ${X}\": ${NOT_SET}\r\n\r\nlimit: 5\r\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> load(file))
                .hasMessageContaining(file + ":1:1: unknown key ")
                .hasMessageContaining(file + ":3:1: unknown key limit; did you mean limits?");
    }

    @Test
    void manyProblemsAreCutShort() throws IOException {
        StringBuilder yaml = new StringBuilder(MINIMAL);
        for (int i = 0; i < 80; i++) {
            yaml.append("unknown_").append(i).append(": 1\n");
        }
        Path file = write(yaml.toString().getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> load(file))
                .satisfies(error -> assertThat(error.getMessage().lines())
                        .hasSize(51)
                        .last()
                        .isEqualTo(file + ": and 30 more"));
    }

    @Test
    void aBombOfAliasesIsRefusedAtOnce() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        Path file = write(yaml.toString().getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> load(file)).hasMessage(file + ":1:1: nested too deeply, or too many aliases");
    }

    @Test
    void whatAVariableHoldsIsNeverStructure() throws IOException {
        String yaml = """
                warehouse: {embedded: {tables: {main.a.t: t.csv}}}
                principals: {p: {attributes: {a: ${A}, b: "${B}", c: $${A}, d: "x${A}y${B}z", e: "${C:-[1, 2]}", f: ${C:-a,b}}}}
                """;
        String nasty = "x\n  class: trusted # {${B}}";
        LeadgenConfig config = LeadgenConfig.load(
                write(yaml.getBytes(StandardCharsets.UTF_8)), Map.of("A", nasty, "B", "\"']}", "C", ""));

        assertThat(config.privacy().principals().values())
                .extracting(Caller::attributes)
                .containsExactly(Map.of(
                        "a",
                        nasty,
                        "b",
                        "\"']}",
                        "c",
                        "${A}",
                        "d",
                        "x" + nasty + "y\"']}z",
                        "e",
                        "[1, 2]",
                        "f",
                        "a,b"));
    }

    private void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(LeadgenException.class)
                .hasMessage(file + ": " + message);
    }

    private static LeadgenConfig load(Path file) {
        return LeadgenConfig.load(file, Map.of());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("config.yml"), bytes);
    }
}
