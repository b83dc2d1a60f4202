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
import java.util.Set;

/** Checks signature, issuer, audience and times of access tokens (RFC 9068 and other JWTs). */
final class TokenVerifier {
    /** Signatures that only the issuer can make. With a shared secret, this server could sign as well. */
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

    private static final int SKEW_SECONDS = 30;

    private final JWTProcessor<SecurityContext> processor;
    private final String issuer;
    private final String audience;

    /** @param refetch the shortest time between two fetches of keys, on average */
    TokenVerifier(ProtectedResource resource, Duration refetch) {
        this.issuer = resource.auth().issuer();
        this.audience = resource.audience();
        this.processor = processor(resource, refetch);
    }

    private JWTProcessor<SecurityContext> processor(ProtectedResource resource, Duration refetch) {
        ConfigurableJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
        tokens.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, IssuerKeys.of(resource.auth(), refetch)));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                Set.of(audience), new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp", "aud", "iss"), null);
        claims.setMaxClockSkew(SKEW_SECONDS);
        tokens.setJWTClaimsSetVerifier(claims);
        return tokens;
    }

    /**
     * What a token says.
     *
     * @throws TokenRefused if it does not count
     * @throws KeysUnavailable if that cannot be told now
     */
    JWTClaimsSet verify(String token) throws TokenRefused, KeysUnavailable {
        SignedJWT parsed;
        try {
            parsed = SignedJWT.parse(token);
        } catch (ParseException e) {
            throw new TokenRefused("The token is not a signed JWT");
        }
        try {
            return processor.process(parsed, null);
        } catch (ExpiredJWTException e) {
            throw new TokenRefused("The token has expired");
        } catch (BadJWTException e) {
            throw new TokenRefused(mismatch(parsed));
        } catch (BadJWSException e) {
            throw new TokenRefused("The token's signature does not hold");
        } catch (BadJOSEException | RateLimitReachedException e) {
            throw new TokenRefused("The token's type, algorithm or key is not accepted");
        } catch (JOSEException e) {
            throw new KeysUnavailable();
        }
    }

    /** Signed by the issuer, so it may be told apart for whoever configures the two. */
    private String mismatch(SignedJWT token) {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (!issuer.equals(claims.getIssuer())) {
                return "The token is of another issuer";
            }
            return claims.getAudience().contains(audience)
                    ? "The token lacks a time of expiry, or is not valid yet"
                    : "The token is for another audience";
        } catch (ParseException e) {
            return "The token's claims cannot be read";
        }
    }

    /** The issuer's keys cannot be had. */
    static final class KeysUnavailable extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
