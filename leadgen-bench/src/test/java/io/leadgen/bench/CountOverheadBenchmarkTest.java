package io.leadgen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both sides of the comparison answer the same question about the same rows, and neither from memory. */
class CountOverheadBenchmarkTest {
    private static final long ROWS = 20_000;
    /** Ten standard deviations of the noise of a count of this size. */
    private static final long NOISE = 400;

    private static final DuckDbLimits LIMITS = new DuckDbLimits(1, 128L << 20);

    @Test
    void bothSidesCountTheSame() throws Exception {
        CustomersFiles files = CustomersFiles.ofRows(ROWS);
        long parquet;
        long database;
        try (BareEngine.DuckDb bare = BareEngine.DuckDb.overParquet(files.parquet(), LIMITS)) {
            parquet = bare.count();
        }
        try (BareEngine.DuckDb bare = BareEngine.DuckDb.overDatabase(files.database(), LIMITS)) {
            database = bare.count();
        }
        assertEquals(parquet, database);
        assertNear(parquet, files.parquet());
        assertNear(parquet, files.database());
    }

    private static void assertNear(long count, Path file) {
        List<Integer> scans = new ArrayList<>();
        try (LeadgenCount leadgen = LeadgenCount.over(file, LIMITS, event -> scans.add(event.scans()))) {
            for (int i = 0; i < 2; i++) {
                AudienceEstimate answer = leadgen.ask(CallerClass.UNTRUSTED);
                assertFalse(answer.privacy().repeated());
                assertNotNull(answer.approxCount());
                assertTrue(Math.abs(count - answer.approxCount()) <= NOISE);
            }
        }
        assertEquals(List.of(1, 1), scans);
    }

    @Test
    void printsTheOverheadAndTheResponseStepInOneTable() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CountOverheadBenchmark.run(2, ROWS, 3, new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(7, lines.size());
        for (String line : lines.subList(3, 7)) {
            String[] cells = line.split("\\|", -1);
            double atOnce = Double.parseDouble(cells[3].trim());
            double stepped = Double.parseDouble(cells[7].trim());
            // A step hides the time of the scan: the answer comes no earlier than the step, however fast the scan.
            assertTrue(stepped >= 100 && atOnce < stepped, line);
        }
    }
}
