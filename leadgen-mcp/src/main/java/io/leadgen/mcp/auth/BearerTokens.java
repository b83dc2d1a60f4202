package io.leadgen.mcp.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.leadgen.mcp.auth.ClaimsReader.UnknownClass;
import io.leadgen.mcp.auth.TokenVerifier.KeysUnavailable;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Admits who brings an access token of the configured issuer, for this server, with the scope that it asks for. Tokens are read from
 * the header only, and appear in no answer and no log.
 */
public final class BearerTokens implements Access {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp.auth");
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([A-Za-z0-9._~+/-]{1,16384}=*)");
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    /** Whoever sends tokens with invented keys must not make this server ask the issuer all the time. */
    private static final Duration REFETCH = Duration.ofSeconds(30);

    private final Challenge challenge;
    private final TokenVerifier verifier;
    private final ClaimsReader reader;
    private final String scope;

    /** Tokens for a resource; the policy says what is known about principals, the classes what a token can make of them. */
    public BearerTokens(ProtectedResource resource, PrivacyPolicy policy, Map<String, CallerClass> classes) {
        this(resource, policy, classes, REFETCH);
    }

    BearerTokens(ProtectedResource resource, PrivacyPolicy policy, Map<String, CallerClass> classes, Duration refetch) {
        this.challenge = resource.challenge();
        this.verifier = new TokenVerifier(resource, refetch);
        this.reader = new ClaimsReader(resource.auth().claims(), policy, classes);
        this.scope = resource.auth().scope();
    }

    @Override
    public Verdict admit(List<String> authorization) {
        if (authorization.size() > 1) {
            return new Verdict.Refused(
                    BAD_REQUEST,
                    challenge.error("invalid_request", null),
                    "There is more than one Authorization header");
        }
        Matcher bearer = BEARER.matcher(authorization.isEmpty() ? "" : authorization.get(0));
        if (!bearer.matches()) {
            return new Verdict.Refused(
                    UNAUTHORIZED, challenge.plain(), "An access token is needed, in the header Authorization: Bearer");
        }
        return admit(bearer.group(1));
    }

    private Verdict admit(String token) {
        try {
            JWTClaimsSet claims = verifier.verify(token);
            Principal principal = reader.principal(claims);
            if (!ClaimsReader.allows(claims, scope)) {
                return new Verdict.Refused(
                        FORBIDDEN,
                        challenge.error("insufficient_scope", "The scope " + scope + " is needed"),
                        "The token does not allow " + scope);
            }
            return new Verdict.Admitted(reader.asker(principal, claims));
        } catch (TokenRefused e) {
            LOG.log(Level.INFO, () -> "token refused: " + e.reason());
            return new Verdict.Refused(UNAUTHORIZED, challenge.error("invalid_token", e.reason()), e.reason());
        } catch (UnknownClass e) {
            LOG.log(Level.WARNING, "token refused: it names a class that the configuration does not have");
            return new Verdict.Refused(
                    FORBIDDEN, null, "The token names a class of callers that this server does not know");
        } catch (KeysUnavailable e) {
            LOG.log(Level.WARNING, "token not checked: the issuer's keys cannot be had");
            return new Verdict.Refused(
                    UNAVAILABLE, null, "The token cannot be checked at present, ask again in a moment");
        }
    }
}
