package io.leadgen.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.accounting.PrivacyLoss;
import org.junit.jupiter.api.Test;

/** What is measured is a new question each time, charged in full. */
class ReleaseBenchmarkTest {
    @Test
    void everyQuestionIsNew() {
        ReleaseBenchmark benchmark = new ReleaseBenchmark();
        benchmark.recorded = 5;
        benchmark.newLedger();
        for (int i = 0; i < 3; i++) {
            Released released = benchmark.question(i);
            assertFalse(released.repeated());
            assertNotEquals(PrivacyLoss.NONE, released.charged());
        }
        assertTrue(benchmark.question(0).repeated());
    }
}
