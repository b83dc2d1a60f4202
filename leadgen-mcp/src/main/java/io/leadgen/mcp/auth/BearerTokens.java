package io.leadgen.mcp.auth;

import com.nimbusds.jwt.JWTClaimsSet;
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
 * Accepts access tokens of the configured issuer for this server, with the required scope. Tokens are read from the header only, and
 * appear in no response and no log.
 */
public final class BearerTokens implements Authenticator {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp.auth");
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([A-Za-z0-9._~+/-]{1,16384}=*)");
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    /** Limits requests to the issuer if clients send tokens with unknown keys. */
    private static final Duration REFETCH = Duration.ofSeconds(30);

    private final ProtectedResource resource;
    private final TokenVerifier verifier;
    private final ClaimsReader reader;

    /** Takes the configured principals, and the classes that a token can name. */
    public BearerTokens(ProtectedResource resource, PrivacyPolicy policy, Map<String, CallerClass> classes) {
        this(resource, policy, classes, REFETCH);
    }

    BearerTokens(ProtectedResource resource, PrivacyPolicy policy, Map<String, CallerClass> classes, Duration refetch) {
        this.resource = resource;
        this.verifier = new TokenVerifier(resource, refetch);
        this.reader = new ClaimsReader(resource.auth().claims(), policy, classes);
    }

    @Override
    public Verdict authenticate(List<String> authorization) {
        if (authorization.size() > 1) {
            return new Verdict.Rejected(
                    BAD_REQUEST,
                    resource.challenge("invalid_request", null),
                    "There is more than one Authorization header");
        }
        Matcher bearer = BEARER.matcher(authorization.isEmpty() ? "" : authorization.get(0));
        if (!bearer.matches()) {
            return new Verdict.Rejected(
                    UNAUTHORIZED,
                    resource.challenge(null, null),
                    "An access token is required, in the header Authorization: Bearer");
        }
        try {
            return new Verdict.Accepted(identity(bearer.group(1)));
        } catch (TokenRejected e) {
            LOG.log(Level.INFO, () -> "token rejected: " + e.message());
            return e.verdict(resource);
        }
    }

    private CallerIdentity identity(String token) throws TokenRejected {
        JWTClaimsSet claims = verifier.verify(token);
        Principal principal = reader.principal(claims);
        if (!ClaimsReader.allows(claims, resource.auth())) {
            throw new TokenRejected(
                    FORBIDDEN,
                    "insufficient_scope",
                    "The token does not have the scope " + resource.auth().scope());
        }
        return reader.identity(principal, claims);
    }
}
