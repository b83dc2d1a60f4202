package io.leadgen.mcp.auth;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.Caller;
import io.leadgen.privacy.Principal;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a call is made, as established by whatever authenticated it.
 *
 * @param caller class and attributes that a token vouches for; null where the configuration decides by the principal's name
 */
public record Asker(Principal principal, @Nullable Caller caller) {
    public Asker {
        requireNonNull(principal, "principal");
    }

    /** A principal about whom the configuration decides. */
    public static Asker of(Principal principal) {
        return new Asker(principal, null);
    }
}
