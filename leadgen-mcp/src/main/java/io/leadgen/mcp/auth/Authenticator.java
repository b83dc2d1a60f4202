package io.leadgen.mcp.auth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Authenticates requests. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Authenticator {
    /** Takes all values of the header {@code Authorization}, in order. */
    Verdict authenticate(List<String> authorization);

    /** Requires no token: every request has this identity. */
    static Authenticator fixed(CallerIdentity identity) {
        return authorization -> new Verdict.Accepted(identity);
    }

    sealed interface Verdict {
        record Accepted(CallerIdentity identity) implements Verdict {}

        /**
         * The request is rejected.
         *
         * @param status the HTTP status
         * @param challenge the value of {@code WWW-Authenticate}, or null
         * @param message for people; contains nothing of the token
         */
        record Rejected(int status, @Nullable String challenge, String message) implements Verdict {}
    }
}
