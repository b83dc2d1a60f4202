package io.leadgen.mcp.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.runtime.config.HttpConfig.Claims;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads from a token who asks. About a principal that the configuration lists, the configuration has the only say; about others, the
 * token says what it is configured to say, and the configuration's default the rest.
 */
final class ClaimsReader {
    private static final int MAX_LENGTH = 255;
    /** Also what would end a line of a log, or hide in it. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private final Claims names;
    private final PrivacyPolicy policy;
    private final Map<String, CallerClass> classes;

    ClaimsReader(Claims names, PrivacyPolicy policy, Map<String, CallerClass> classes) {
        this.names = names;
        this.policy = policy;
        this.classes = Map.copyOf(classes);
    }

    /** @throws TokenRefused if the token does not say who asks */
    Principal principal(JWTClaimsSet claims) throws TokenRefused {
        return text(claims, names.principal())
                .map(Principal::of)
                .orElseThrow(() -> new TokenRefused("The token does not tell who asks"));
    }

    /** @throws UnknownClass if the token names a class that there is not: what was meant by it, nobody can say */
    CallerIdentity asker(Principal principal, JWTClaimsSet claims) throws UnknownClass {
        if (policy.principals().containsKey(principal)) {
            return CallerIdentity.of(principal);
        }
        Map<String, String> attributes = new HashMap<>();
        names.attributes()
                .forEach((name, claim) -> text(claims, claim).ifPresent(value -> attributes.put(name, value)));
        return new CallerIdentity(principal, new Caller(callerClass(claims), attributes));
    }

    private CallerClass callerClass(JWTClaimsSet claims) throws UnknownClass {
        String claim = names.callerClass();
        if (claim == null || claims.getClaim(claim) == null) {
            return policy.defaultClass();
        }
        CallerClass named = text(claims, claim).map(classes::get).orElse(null);
        if (named == null) {
            throw new UnknownClass();
        }
        return named;
    }

    /** Whether the token allows something: {@code scope} is a text of names, {@code scp} a text or a list. */
    static boolean allows(JWTClaimsSet claims, String scope) {
        return scopes(claims.getClaim("scope")).contains(scope)
                || scopes(claims.getClaim("scp")).contains(scope);
    }

    private static List<String> scopes(Object claim) {
        if (claim instanceof String text) {
            return Arrays.asList(text.split(" "));
        }
        List<String> scopes = new ArrayList<>();
        if (claim instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof String text) {
                    scopes.add(text);
                }
            });
        }
        return scopes;
    }

    /** A claim that is a printable text. What is something else is as good as absent. */
    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text
                        && !text.isBlank()
                        && text.length() <= MAX_LENGTH
                        && !UNPRINTABLE.matcher(text).find()
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A class that the configuration does not have. */
    static final class UnknownClass extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
