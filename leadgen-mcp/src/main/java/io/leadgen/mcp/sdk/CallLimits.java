package io.leadgen.mcp.sdk;

import java.time.Duration;

/**
 * The limits of calls.
 *
 * @param timeout after which a call is stopped
 * @param grace time after the timeout until a call is answered even if it has not stopped
 * @param progressInterval time between two progress notifications
 * @param parallel maximum number of concurrent calls
 * @param waiting maximum number of waiting calls; more are rejected
 */
public record CallLimits(Duration timeout, Duration grace, Duration progressInterval, int parallel, int waiting) {
    /** A timeout of one minute. */
    public static CallLimits standard() {
        return new CallLimits(Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofSeconds(3), 32, 1_000);
    }
}
