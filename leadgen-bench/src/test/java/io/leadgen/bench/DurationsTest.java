package io.leadgen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void pairsWhatStandsBesideEachOther() {
        Durations ours = of(12, 20, 44);
        Durations others = of(10, 20, 40);
        assertEquals(12, ours.minimum());
        assertEquals(20, ours.median());
        assertEquals(1.1, ours.medianRatioTo(others), 1e-9);
        assertEquals(2, ours.medianDifferenceTo(others), 1e-9);
        assertEquals(15, of(20, 10).median());
    }

    private static Durations of(int... millis) {
        Durations durations = new Durations();
        for (int value : millis) {
            durations.addNanos(value * 1_000_000L);
        }
        return durations;
    }
}
