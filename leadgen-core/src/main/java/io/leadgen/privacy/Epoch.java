package io.leadgen.privacy;

import java.time.Duration;
import java.time.Instant;

/** Stretches of time in which a question keeps its answer; a week's begin on Monday, 00:00 UTC. */
final class Epoch {
    /** A Monday. */
    private static final long ORIGIN = Duration.ofDays(4).toSeconds();

    private Epoch() {}

    /** The end of the epoch that an instant lies in. */
    static Instant endOf(Instant instant, Duration length) {
        long seconds = length.toSeconds();
        long index = Math.floorDiv(instant.getEpochSecond() - ORIGIN, seconds);
        return Instant.ofEpochSecond(ORIGIN + (index + 1) * seconds);
    }
}
