package io.leadgen.mcp.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;

/** Verifies signature, issuer, audience and times of access tokens (RFC 9068 and other JWTs). */
final class TokenVerifier {
    /** Asymmetric signatures only: with a shared secret, this server could sign tokens. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int UNAVAILABLE = 503;
    private static final int SKEW_SECONDS = 30;

    private final IssuerKeys keys;
    private final JWTProcessor<SecurityContext> processor;
    private final String issuer;
    private final Set<String> audiences;

    /** @param refetch minimum time between two fetches of keys, on average */
    TokenVerifier(ProtectedResource resource, Duration refetch) {
        this.keys = new IssuerKeys(resource.auth());
        this.issuer = resource.auth().issuer();
        this.audiences = resource.audiences();
        ConfigurableJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
        tokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), JOSEObjectType.JWT, null));
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys.source(refetch)));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                audiences, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp", "aud", "iss"), null);
        claims.setMaxClockSkew(SKEW_SECONDS);
        tokens.setJWTClaimsSetVerifier(claims);
        this.processor = tokens;
    }

    /** The claims of a token, unless it is not valid, or cannot be verified now. */
    JWTClaimsSet verify(String token) throws TokenRejected {
        SignedJWT parsed;
        try {
            parsed = SignedJWT.parse(token);
        } catch (ParseException e) {
            throw TokenRejected.invalid("The token is not a signed JWT");
        }
        try {
            return processor.process(parsed, null);
        } catch (ExpiredJWTException e) {
            throw TokenRejected.invalid("The token has expired");
        } catch (BadJWTException e) {
            throw TokenRejected.invalid(mismatch(parsed));
        } catch (BadJWSException e) {
            throw TokenRejected.invalid("The token's signature is not valid");
        } catch (BadJOSEException | RateLimitReachedException e) {
            // Perhaps its key is new, and the issuer cannot be asked about it.
            throw keys.areAway()
                    ? unavailable()
                    : TokenRejected.invalid("The token's type, algorithm or key is not accepted");
        } catch (JOSEException e) {
            throw unavailable();
        }
    }

    private static TokenRejected unavailable() {
        return new TokenRejected(UNAVAILABLE, null, "The token cannot be verified now, try again in a moment");
    }

    /** The reason; the token is signed by the issuer, so it may be reported. */
    private String mismatch(SignedJWT token) {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (!issuer.equals(claims.getIssuer())) {
                return "The token is from another issuer";
            }
            return Collections.disjoint(claims.getAudience(), audiences)
                    ? "The token is for another audience"
                    : "The token has no expiry, or is not valid yet";
        } catch (ParseException e) {
            return "The token's claims are not readable";
        }
    }
}
