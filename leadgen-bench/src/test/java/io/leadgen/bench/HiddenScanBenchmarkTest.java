package io.leadgen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every question is answered in all three ways. */
class HiddenScanBenchmarkTest {
    @Test
    void printsALineForEachQuestion() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        HiddenScanBenchmark.run(1, 200_000, new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(8, lines.size());
        for (String line : lines.subList(3, 8)) {
            String[] cells = line.split("\\|", -1);
            assertTrue(Double.parseDouble(cells[4].trim()) > 0 && Double.parseDouble(cells[6].trim()) > 0, line);
        }
    }
}
