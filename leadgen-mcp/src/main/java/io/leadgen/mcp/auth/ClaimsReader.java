package io.leadgen.mcp.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.runtime.config.HttpConfig.Claims;
import io.leadgen.runtime.config.HttpConfig.TokenAuth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the identity from a token. The configuration alone determines configured principals. For others, the configured claims are
 * used, and the default class of the configuration.
 */
final class ClaimsReader {
    private static final int FORBIDDEN = 403;
    private static final int MAX_LENGTH = 255;
    /** Includes characters that end a line of a log or are invisible. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private final Claims names;
    private final PrivacyPolicy policy;
    private final Map<String, CallerClass> classes;

    ClaimsReader(Claims names, PrivacyPolicy policy, Map<String, CallerClass> classes) {
        this.names = names;
        this.policy = policy;
        this.classes = Map.copyOf(classes);
    }

    /** @throws TokenRejected if the token has no principal */
    Principal principal(JWTClaimsSet claims) throws TokenRejected {
        return text(claims, names.principal())
                .map(Principal::of)
                .orElseThrow(() -> TokenRejected.invalid("The token has no claim for the principal"));
    }

    /** @throws TokenRejected if the token names an unknown class */
    CallerIdentity identity(Principal principal, JWTClaimsSet claims) throws TokenRejected {
        if (policy.principals().containsKey(principal)) {
            return CallerIdentity.of(principal);
        }
        Map<String, String> attributes = new HashMap<>();
        names.attributes()
                .forEach((name, claim) -> text(claims, claim).ifPresent(value -> attributes.put(name, value)));
        return new CallerIdentity(principal, new Caller(callerClass(claims), attributes));
    }

    private CallerClass callerClass(JWTClaimsSet claims) throws TokenRejected {
        String claim = names.callerClass();
        if (claim == null || claims.getClaim(claim) == null) {
            return policy.defaultClass();
        }
        CallerClass named = text(claims, claim).map(classes::get).orElse(null);
        if (named == null) {
            throw new TokenRejected(FORBIDDEN, null, "The token names an unknown caller class");
        }
        return named;
    }

    /** True if one of the claims has the scope: as a word of a text, or as an item of a list. */
    static boolean allows(JWTClaimsSet claims, TokenAuth auth) {
        return auth.scopeClaims().stream()
                .anyMatch(name -> scopes(claims.getClaim(name)).contains(auth.scope()));
    }

    private static List<String> scopes(Object claim) {
        if (claim instanceof String text) {
            return Arrays.asList(text.split(" "));
        }
        return claim instanceof List<?> items
                ? items.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** A claim that is printable text; empty for any other value. */
    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text
                        && !text.isBlank()
                        && text.length() <= MAX_LENGTH
                        && !UNPRINTABLE.matcher(text).find()
                ? Optional.of(text)
                : Optional.empty();
    }
}
