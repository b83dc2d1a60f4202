package io.leadgen.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighWaterMarkFileTest {
    private static final String LEDGER = UUID.randomUUID().toString();
    private static final String HASH = "0a".repeat(32);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("home").resolve("ledger.mark");
    }

    @Test
    void isNotThereAtFirst() throws IOException {
        assertThat(new HighWaterMarkFile(file()).read()).isNull();
        assertThat(file().getParent()).doesNotExist();
    }

    @Test
    void isOneLine() throws IOException {
        HighWaterMark mark = new HighWaterMark(LEDGER, 17, HASH);
        new HighWaterMarkFile(file()).raise(mark);
        assertThat(file()).hasContent(LEDGER + " 0000000000000000017 " + HASH);
        assertThat(new HighWaterMarkFile(file()).read()).isEqualTo(mark);
    }

    @Test
    void neverGoesBack() throws IOException {
        new HighWaterMarkFile(file()).raise(new HighWaterMark(LEDGER, 17, HASH));
        new HighWaterMarkFile(file()).raise(new HighWaterMark(LEDGER, 16, HASH));
        new HighWaterMarkFile(file()).raise(new HighWaterMark(UUID.randomUUID().toString(), 99, HASH));
        assertThat(new HighWaterMarkFile(file()).read()).isEqualTo(new HighWaterMark(LEDGER, 17, HASH));
    }

    @Test
    void manyThreadsLeaveTheHighest() throws IOException {
        LongStream.rangeClosed(1, 200).parallel().forEach(seq -> {
            try {
                new HighWaterMarkFile(file()).raise(new HighWaterMark(LEDGER, seq, HASH));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(new HighWaterMarkFile(file()).read()).isEqualTo(new HighWaterMark(LEDGER, 200, HASH));
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        Files.createDirectories(file().getParent());
        for (String text : new String[] {"", "\n", LEDGER, "x " + HASH}) {
            Files.writeString(file(), text);
            assertThatThrownBy(() -> new HighWaterMarkFile(file()).read()).isInstanceOf(IOException.class);
        }
    }
}
