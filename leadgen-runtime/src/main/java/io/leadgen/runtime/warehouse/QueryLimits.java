package io.leadgen.runtime.warehouse;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The limits of a {@link BoundedWarehouse}.
 *
 * @param concurrency number of aggregates that run at the same time; at least 1
 * @param longestWait time in the queue after which a question fails with BUSY; negative for no limit
 * @param deadline run time, without the queue, after which an aggregate fails with TIMEOUT; negative for no limit
 */
public record QueryLimits(int concurrency, Duration longestWait, Duration deadline) {
    public QueryLimits {
        requireNonNull(longestWait, "longestWait");
        requireNonNull(deadline, "deadline");
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency");
        }
    }

    /** Limits with times in seconds; -1 for no limit. */
    public static QueryLimits ofSeconds(int concurrency, long longestWait, long deadline) {
        return new QueryLimits(concurrency, Duration.ofSeconds(longestWait), Duration.ofSeconds(deadline));
    }
}
