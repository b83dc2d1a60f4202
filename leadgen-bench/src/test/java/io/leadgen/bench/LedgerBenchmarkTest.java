package io.leadgen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leadgen.privacy.ReleaseMechanism.Released;
import org.junit.jupiter.api.Test;

/** What is measured is a new question each time in one benchmark, and one and the same in the other. */
class LedgerBenchmarkTest {
    @Test
    void measuresWhatItSays() throws Exception {
        LedgerBenchmark benchmark = new LedgerBenchmark();
        benchmark.recorded = 4;
        benchmark.fill();
        try {
            Released released = benchmark.ask(17);
            assertFalse(released.repeated());
            assertTrue(
                    benchmark.release().rho().pico() > benchmark.release().rho().pico());
            assertTrue(benchmark.repeated().repeated());
            assertEquals(benchmark.repeated().release(), benchmark.repeated().release());
            benchmark.sync();
        } finally {
            benchmark.remove();
        }
    }
}
