package io.leadgen.mcp.auth;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated caller.
 *
 * @param caller class and attributes from a token; null if the configuration determines them by the principal
 */
public record CallerIdentity(Principal principal, @Nullable Caller caller) {
    public CallerIdentity {
        requireNonNull(principal, "principal");
    }

    /** A principal whose class the configuration determines. */
    public static CallerIdentity of(Principal principal) {
        return new CallerIdentity(principal, null);
    }
}
