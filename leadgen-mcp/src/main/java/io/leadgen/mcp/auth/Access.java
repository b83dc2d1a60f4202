package io.leadgen.mcp.auth;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on whose behalf a request comes. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Access {
    /**
     * Decides.
     *
     * @param authorization every value of the request's header {@code Authorization}, in order
     */
    Verdict admit(List<String> authorization);

    /** Asks for nothing: whoever can reach the server is the same principal. */
    static Access to(CallerIdentity everybody) {
        return authorization -> new Verdict.Admitted(everybody);
    }

    /** What was decided. */
    sealed interface Verdict {
        /** Somebody who may call. */
        record Admitted(CallerIdentity asker) implements Verdict {
            public Admitted {
                requireNonNull(asker, "asker");
            }
        }

        /**
         * Somebody who may not.
         *
         * @param status of HTTP
         * @param challenge the value of {@code WWW-Authenticate}, or null
         * @param message for whoever reads the answer; nothing of the token
         */
        record Refused(int status, @Nullable String challenge, String message) implements Verdict {}
    }
}
