package io.leadgen.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger checks = new AtomicInteger();
    private final List<Runnable> waiting = new ArrayList<>();

    private void pass() {
        clock.addAndGet(Readiness.FRESH.toNanos());
    }

    @Test
    void asks_once_for_many_who_want_to_know_and_again_after_a_while() {
        Readiness readiness = new Readiness(checks::incrementAndGet, Runnable::run, clock::get);

        for (int i = 0; i < 100; i++) {
            assertThat(readiness.isReady()).isCompletedWithValue(true);
        }
        assertThat(checks).hasValue(1);
        pass();
        assertThat(readiness.isReady()).isCompletedWithValue(true);
        assertThat(checks).hasValue(2);
    }

    @Test
    void a_failure_is_a_no_whatever_it_is() {
        for (RuntimeException failure : List.of(
                LeadgenException.of(ErrorCode.LEDGER_UNAVAILABLE, "The ledger cannot be read"),
                new IllegalStateException("x"))) {
            Readiness readiness = new Readiness(
                    () -> {
                        throw failure;
                    },
                    Runnable::run,
                    clock::get);

            assertThat(readiness.isReady()).isCompletedWithValue(false);
        }
    }

    @Test
    void one_check_at_a_time_also_when_it_hangs() {
        Readiness readiness = new Readiness(checks::incrementAndGet, waiting::add, clock::get);

        for (int i = 0; i < 10; i++) {
            assertThat(readiness.isReady()).isNotDone();
            pass();
        }

        assertThat(waiting).hasSize(1);
        waiting.get(0).run();
        assertThat(readiness.isReady()).isNotDone();
        assertThat(waiting).hasSize(2);
    }
}
