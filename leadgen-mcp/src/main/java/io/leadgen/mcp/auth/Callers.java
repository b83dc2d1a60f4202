package io.leadgen.mcp.auth;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about callers before any comes.
 *
 * @param withoutToken who asks where no token is asked for
 * @param policy what the configuration says about principals
 * @param classes that a token can name
 */
public record Callers(Principal withoutToken, PrivacyPolicy policy, Map<String, CallerClass> classes) {
    public Callers {
        requireNonNull(withoutToken, "withoutToken");
        classes = Map.copyOf(classes);
    }

    /**
     * Who may call a resource.
     *
     * @param resource what tokens are for; null if none are asked for
     */
    public Access access(@Nullable ProtectedResource resource) {
        return resource == null
                ? Access.to(CallerIdentity.of(withoutToken))
                : new BearerTokens(resource, policy, classes);
    }
}
