package io.leadgen.privacy;

import java.time.Duration;
import java.time.Instant;

/** The periods in which a question keeps its answer; those of a week begin on Monday, 00:00 UTC. */
final class Epoch {
    /** A Monday. */
    private static final long ORIGIN = Duration.ofDays(4).toSeconds();

    private Epoch() {}

    /** The end of the epoch that contains an instant. */
    static Instant endOf(Instant instant, Duration length) {
        long seconds = length.toSeconds();
        long index = Math.floorDiv(instant.getEpochSecond() - ORIGIN, seconds);
        return Instant.ofEpochSecond(ORIGIN + (index + 1) * seconds);
    }
}
