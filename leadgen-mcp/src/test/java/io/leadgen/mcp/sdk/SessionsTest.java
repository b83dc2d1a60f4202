package io.leadgen.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.mcp.http.RefusalException;
import io.leadgen.mcp.sdk.Sessions.Session;
import io.leadgen.privacy.policy.Principal;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Sessions by a clock of the test; over HTTP they are tested elsewhere. */
class SessionsTest {
    private static final Principal P = Principal.of("p");
    private static final Principal Q = Principal.of("q");

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 50);
    private final Sessions sessions = new Sessions(4, 2, 100, clock::get);

    private static McpStreamableServerSession sdk() {
        return new McpStreamableServerSession(
                UUID.randomUUID().toString(),
                ClientCapabilities.builder().build(),
                Implementation.builder("test", "1").build(),
                Duration.ofSeconds(1),
                Map.of(),
                Map.of());
    }

    @Test
    void what_nobody_uses_is_forgotten_and_what_is_used_is_not() throws RefusalException {
        Session idle = sessions.begin(sdk(), P);
        Session used = sessions.begin(sdk(), P);
        clock.addAndGet(80);
        assertThat(sessions.of(used.id(), P)).isSameAs(used);
        clock.addAndGet(30);

        sessions.sweep();

        assertThat(sessions.all()).containsExactly(used);
        assertThatThrownBy(() -> sessions.of(idle.id(), P)).isInstanceOf(RefusalException.class);
        clock.addAndGet(200);
        sessions.sweep();
        assertThat(sessions.size()).isZero();
    }

    @Test
    void a_new_one_takes_the_place_of_ones_own_oldest() throws RefusalException {
        Session other = sessions.begin(sdk(), Q);
        Session first = sessions.begin(sdk(), P);
        clock.addAndGet(60); // over the end of the clock
        Session second = sessions.begin(sdk(), P);
        clock.addAndGet(10);

        Session third = sessions.begin(sdk(), P);

        assertThat(sessions.all()).containsExactlyInAnyOrder(other, second, third);
        assertThat(sessions.all()).doesNotContain(first);
    }

    @Test
    void nobody_takes_the_place_of_others() throws RefusalException {
        for (int i = 0; i < 4; i++) {
            sessions.begin(sdk(), Principal.of("p" + i));
        }

        assertThatThrownBy(() -> sessions.begin(sdk(), Q)).isInstanceOf(RefusalException.class);
        assertThat(sessions.size()).isEqualTo(4);
    }
}
