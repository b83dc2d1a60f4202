package io.leadgen.mcp.sdk;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.policy.Principal;
import java.math.BigDecimal;

/**
 * Names a request that is being answered: clients choose ids themselves, so an id means something only together with whose it is.
 *
 * @param session the session's id; empty where there are no sessions
 * @param id the JSON-RPC id, so that 1 and "1" are two
 */
public record CallId(Principal principal, String session, String id) {
    public CallId {
        requireNonNull(principal, "principal");
        requireNonNull(session, "session");
        requireNonNull(id, "id");
    }

    /**
     * The request of a principal.
     *
     * @param id a string or a number, as it came in JSON
     */
    public static CallId of(Principal principal, String session, Object id) {
        return new CallId(
                principal,
                session,
                id instanceof Number number
                        ? "number " + new BigDecimal(number.toString()).stripTrailingZeros()
                        : "text " + id);
    }
}
