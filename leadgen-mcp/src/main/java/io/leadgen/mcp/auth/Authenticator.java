package io.leadgen.mcp.auth;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Authenticates requests. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Authenticator {
    /**
     * Authenticates a request.
     *
     * @param authorization all values of the header {@code Authorization}, in order
     */
    Verdict authenticate(List<String> authorization);

    /** Requires no token: every request has this identity. */
    static Authenticator fixed(CallerIdentity identity) {
        return authorization -> new Verdict.Accepted(identity);
    }

    /** The result of authentication. */
    sealed interface Verdict {
        /** The request may proceed. */
        record Accepted(CallerIdentity identity) implements Verdict {
            public Accepted {
                requireNonNull(identity, "identity");
            }
        }

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
