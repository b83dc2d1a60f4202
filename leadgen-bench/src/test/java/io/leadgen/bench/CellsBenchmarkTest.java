package io.leadgen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CellsBenchmarkTest {
    @Test
    void everyQuestionIsAnsweredOverBothFiles() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CellsBenchmark.run(1, 1_000, new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("funnel of 10 steps"), text);
        assertTrue(text.contains("by 60 months, by key"), text);
        assertEquals(2 * 17, text.lines().filter(line -> line.contains("ratio")).count(), text);
    }
}
