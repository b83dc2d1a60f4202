package io.leadgen.mcp.http;

import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.Limits;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How often each principal may call: so many times a minute on average, and as many at once. Holds something only about principals
 * that called in the last minute.
 */
final class RequestRates {
    private static final long MINUTE = 60_000_000_000L;
    private static final int SWEEP_ABOVE = 1_000;

    private final int perMinute;
    private final LongSupplier nanoTime;
    /** By principal, when all of its requests will be available again; in the clock's nanoseconds. */
    private final ConcurrentHashMap<Principal, Long> full = new ConcurrentHashMap<>();

    /** @param perMinute {@link Limits#UNLIMITED} for no limit */
    RequestRates(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /** Takes one request of a principal; if it has none left, says after how many seconds it will have one. */
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

    /** How many principals something is known about. */
    int size() {
        return full.size();
    }
}
