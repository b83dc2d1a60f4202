package io.leadgen.mcp.auth;

import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of callers.
 *
 * @param withoutToken the principal of all callers if no token is required
 * @param policy the configured principals
 * @param classes the classes that a token can name
 */
public record Callers(Principal withoutToken, PrivacyPolicy policy, Map<String, CallerClass> classes) {

    /** The authenticator for a resource, which is null if no token is required. */
    public Authenticator authenticator(@Nullable ProtectedResource resource) {
        return resource == null
                ? Authenticator.fixed(CallerIdentity.of(withoutToken))
                : new BearerTokens(resource, policy, classes);
    }
}
