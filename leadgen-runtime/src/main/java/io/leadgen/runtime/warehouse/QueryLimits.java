package io.leadgen.runtime.warehouse;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a gate such as {@link BoundedWarehouse} lets through.
 *
 * @param concurrency aggregates that run at the same time; 1 at least
 * @param longestWait how long a question waits for its turn before it is BUSY; negative for no limit
 * @param deadline how long an aggregate runs, without the wait, before it is a TIMEOUT; negative for no limit
 */
public record QueryLimits(int concurrency, Duration longestWait, Duration deadline) {
    public QueryLimits {
        requireNonNull(longestWait, "longestWait");
        requireNonNull(deadline, "deadline");
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency");
        }
    }

    /** Times in seconds, -1 for no limit, as a configuration file has them. */
    public static QueryLimits ofSeconds(int concurrency, long longestWait, long deadline) {
        return new QueryLimits(concurrency, Duration.ofSeconds(longestWait), Duration.ofSeconds(deadline));
    }
}
