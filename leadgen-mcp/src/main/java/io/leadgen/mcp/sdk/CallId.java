package io.leadgen.mcp.sdk;

import io.leadgen.privacy.policy.Principal;
import java.math.BigDecimal;

/**
 * The id of a running request. Clients choose JSON-RPC ids, so they are unique only within a principal and a session.
 *
 * @param session the id of the session, or empty
 * @param id the JSON-RPC id with its type, because 1 and "1" differ
 */
public record CallId(Principal principal, String session, String id) {
    /** The id of a request from its JSON-RPC id, a string or a number. */
    public static CallId of(Principal principal, String session, Object id) {
        return new CallId(
                principal,
                session,
                id instanceof Number number
                        ? "number " + new BigDecimal(number.toString()).stripTrailingZeros()
                        : "text " + id);
    }
}
