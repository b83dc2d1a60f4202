package io.leadgen.mcp.auth;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.Principal;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a call is made, as established by whatever authenticated it.
 *
 * @param caller class and attributes that a token vouches for; null where the configuration decides by the principal's name
 */
public record CallerIdentity(Principal principal, @Nullable Caller caller) {
    public CallerIdentity {
        requireNonNull(principal, "principal");
    }

    /** A principal about whom the configuration decides. */
    public static CallerIdentity of(Principal principal) {
        return new CallerIdentity(principal, null);
    }
}
