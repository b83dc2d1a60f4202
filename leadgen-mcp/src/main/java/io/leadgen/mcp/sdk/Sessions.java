package io.leadgen.mcp.sdk;

import io.leadgen.mcp.http.Exchange;
import io.leadgen.mcp.http.Refusal;
import io.leadgen.mcp.http.RefusalException;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.HttpConfig;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are open, each of one principal, up to a number. A principal who has its share of them gets a new one for the one
 * that it has not used for the longest time; those that nobody uses are forgotten.
 */
final class Sessions {
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    /** A principal may have this fraction of all sessions. */
    private static final int SHARE = 4;

    private static final long MINUTE = 60_000_000_000L;
    private static final int SESSION_NOT_FOUND = -32001;

    private final int max;
    private final int maxPerPrincipal;
    private final long idleNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    Sessions(int max, int maxPerPrincipal, long idleNanos, LongSupplier nanoTime) {
        this.max = max;
        this.maxPerPrincipal = maxPerPrincipal;
        this.idleNanos = idleNanos;
        this.nanoTime = nanoTime;
    }

    static Sessions of(HttpConfig config) {
        int max = config.limits().maxSessions();
        // Without tokens there is one principal only.
        int maxPerPrincipal = config.auth() == null ? max : Math.max(1, max / SHARE);
        return new Sessions(max, maxPerPrincipal, config.limits().sessionIdleMinutes() * MINUTE, System::nanoTime);
    }

    final class Session {
        private final McpStreamableServerSession sdk;
        private final Principal owner;
        private volatile long lastUsed;
        private int busy;
        private @Nullable Exchange listening;

        private Session(McpStreamableServerSession sdk, Principal owner) {
            this.sdk = sdk;
            this.owner = owner;
            this.lastUsed = nanoTime.getAsLong();
        }

        McpStreamableServerSession sdk() {
            return sdk;
        }

        String id() {
            return sdk.getId();
        }

        /** Is in use until the exchange is answered. */
        synchronized void usedBy(Exchange exchange) {
            busy++;
            exchange.onAnswered(this::released);
        }

        private synchronized void released() {
            busy--;
            lastUsed = nanoTime.getAsLong();
        }

        private synchronized boolean isIdle() {
            return busy == 0;
        }

        /** One stream at a time: a client that asks for another has lost the one before. */
        void listens(@Nullable Exchange exchange) {
            Exchange before;
            synchronized (this) {
                before = listening;
                listening = exchange;
            }
            if (before != null) {
                before.complete();
            }
        }

        void stopListening() {
            listens(null);
        }
    }

    /** Begins a session, unless there are too many, and none of the principal's own can go. */
    synchronized Session begin(McpStreamableServerSession sdk, Principal owner) throws RefusalException {
        sweep();
        long own = open.values().stream()
                .filter(session -> session.owner.equals(owner))
                .count();
        if (own >= maxPerPrincipal || open.size() >= max) {
            Optional<Session> oldest = open.values().stream()
                    .filter(session -> session.owner.equals(owner) && session.isIdle())
                    .min(Comparator.comparingLong(session -> session.lastUsed - nanoTime.getAsLong()));
            end(oldest.orElseThrow(() -> new RefusalException(
                    Refusal.of(
                                    own >= maxPerPrincipal ? TOO_MANY : UNAVAILABLE,
                                    Refusal.INVALID_REQUEST,
                                    "Too many sessions are open; end one with DELETE, or try again later")
                            .with("Retry-After", "60"),
                    null)));
        }
        Session session = new Session(sdk, owner);
        open.put(session.id(), session);
        return session;
    }

    /** A session, for its owner; to anybody else it does not exist. */
    Session of(@Nullable String id, Principal asks) throws RefusalException {
        Session session = id == null ? null : open.get(id);
        if (session == null || !session.owner.equals(asks)) {
            throw new RefusalException(
                    Refusal.of(NOT_FOUND, SESSION_NOT_FOUND, "There is no such session; begin one with initialize"),
                    null);
        }
        session.lastUsed = nanoTime.getAsLong();
        return session;
    }

    void end(Session session) {
        if (open.remove(session.id(), session)) {
            session.stopListening();
            session.sdk.close();
        }
    }

    /** Ends the sessions that nobody has used for a while. */
    void sweep() {
        long now = nanoTime.getAsLong();
        all().stream()
                .filter(session -> session.isIdle() && now - session.lastUsed > idleNanos)
                .forEach(this::end);
    }

    List<Session> all() {
        return List.copyOf(open.values());
    }

    int size() {
        return open.size();
    }
}
