package io.leadgen.mcp.sdk;

import java.time.Duration;

/**
 * How long a call may take, and how many there may be.
 *
 * @param longest after which a call is stopped
 * @param grace how long a call that was stopped may take to end before it is answered all the same
 * @param signOfLife in which steps a caller who wants to know is told that the call goes on
 * @param parallel calls at once
 * @param waiting calls that wait for others to end; more are refused
 */
public record CallLimits(Duration longest, Duration grace, Duration signOfLife, int parallel, int waiting) {
    /** A minute for each call. */
    public static CallLimits standard() {
        return new CallLimits(Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofSeconds(3), 32, 1_000);
    }
}
