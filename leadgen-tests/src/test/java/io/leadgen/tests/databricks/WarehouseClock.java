package io.leadgen.tests.databricks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The warehouse's way from STOPPED over STARTING to RUNNING, which it goes when first it is needed. */
final class WarehouseClock {
    private final Duration startUp;
    private @Nullable Long runningFrom;

    WarehouseClock(Duration startUp) {
        this.startUp = startUp;
    }

    /** Starts the warehouse if it is stopped; how long until it runs. */
    synchronized Duration start() {
        if (runningFrom == null) {
            runningFrom = System.nanoTime() + startUp.toNanos();
        }
        return Duration.ofNanos(Math.max(0, runningFrom - System.nanoTime()));
    }

    synchronized String state() {
        if (startUp.isZero()) {
            return "RUNNING";
        } else if (runningFrom == null) {
            return "STOPPED";
        }
        return start().isZero() ? "RUNNING" : "STARTING";
    }
}
