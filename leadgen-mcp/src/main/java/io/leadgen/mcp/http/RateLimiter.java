package io.leadgen.mcp.http;

import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.Limits;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Limits the requests of each principal: an average per minute, and as many in a burst. Only principals of the last minute are stored.
 */
final class RateLimiter {
    private static final long MINUTE = 60_000_000_000L;
    private static final int SWEEP_ABOVE = 1_000;

    private final int perMinute;
    private final LongSupplier nanoTime;
    /** By principal, the time in nanoseconds when its full burst is available again. */
    private final ConcurrentHashMap<Principal, Long> full = new ConcurrentHashMap<>();

    /** @param perMinute {@link Limits#UNLIMITED} for no limit */
    RateLimiter(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /** Takes one request of a principal; if none is left, returns the seconds until the next one. */
    OptionalLong take(Principal principal) {
        if (perMinute == Limits.UNLIMITED) {
            return OptionalLong.empty();
        }
        long cost = MINUTE / perMinute;
        long now = nanoTime.getAsLong();
        sweep(now);
        long[] missing = {0};
        full.compute(principal, (name, before) -> {
            long from = before == null || before - now < 0 ? now : before;
            long excess = from + cost - now - MINUTE;
            missing[0] = excess;
            return excess > 0 ? from : from + cost;
        });
        return missing[0] > 0
                ? OptionalLong.of(Math.max(1, (missing[0] + 999_999_999L) / 1_000_000_000L))
                : OptionalLong.empty();
    }

    private void sweep(long now) {
        if (full.size() > SWEEP_ABOVE) {
            full.values().removeIf(when -> when - now < 0);
        }
    }

    int size() {
        return full.size();
    }
}
