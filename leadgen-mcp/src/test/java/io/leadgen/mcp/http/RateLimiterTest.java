package io.leadgen.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.Limits;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
    private static final Principal P = Principal.of("p");

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(30));

    private void pass(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds)); // over the end of the range, as nanoTime may
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 60, 600, 1_000_000})
    void so_many_at_once_and_no_more(int perMinute) {
        RateLimiter rates = new RateLimiter(perMinute, clock::get);

        for (int i = 0; i < perMinute; i++) {
            assertThat(rates.take(P)).isEmpty();
        }

        assertThat(rates.take(P)).isPresent();
        assertThat(rates.take(Principal.of("q"))).isEmpty();
    }

    @Test
    void one_comes_back_when_it_was_said_to() {
        RateLimiter rates = new RateLimiter(6, clock::get);
        for (int i = 0; i < 6; i++) {
            rates.take(P);
        }

        OptionalLong wait = rates.take(P);

        assertThat(wait).hasValue(10);
        pass(9);
        assertThat(rates.take(P)).hasValue(1);
        pass(1);
        assertThat(rates.take(P)).isEmpty();
        assertThat(rates.take(P)).hasValue(10);
        pass(3600);
        for (int i = 0; i < 6; i++) {
            assertThat(rates.take(P)).isEmpty();
        }
        assertThat(rates.take(P)).isPresent();
    }

    @Test
    void no_limit_is_none_and_holds_nothing() {
        RateLimiter rates = new RateLimiter(Limits.UNLIMITED, clock::get);

        for (int i = 0; i < 10_000; i++) {
            assertThat(rates.take(P)).isEmpty();
        }
        assertThat(rates.size()).isZero();
    }

    @Test
    void forgets_principals_who_have_not_asked_for_a_while() {
        RateLimiter rates = new RateLimiter(60, clock::get);
        for (int i = 0; i < 5_000; i++) {
            rates.take(Principal.of("p" + i));
            pass(1);
        }

        assertThat(rates.size()).isLessThan(1_100);
    }
}
