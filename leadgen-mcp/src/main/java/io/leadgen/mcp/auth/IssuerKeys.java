package io.leadgen.mcp.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import io.leadgen.runtime.config.HttpConfig.TokenAuth;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer, fetched when the first token arrives. Their URL is configured, or read from the issuer's metadata.
 *
 * <p>Keys are fetched again when they are old, and when a token names an unknown one, with a rate limit. If the issuer is down, known
 * keys remain valid for 4 hours.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp.auth");
    private static final int TIMEOUT_MS = 3_000;
    private static final int MAX_BYTES = 256 * 1024;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofHours(4);

    private final TokenAuth auth;
    private final ResourceRetriever web = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_BYTES);
    private volatile @Nullable URL found;
    private volatile boolean away;

    IssuerKeys(TokenAuth auth) {
        this.auth = auth;
    }

    /** Whether the issuer did not give any keys when it was last asked. */
    boolean areAway() {
        return away;
    }

    /** @param refetch minimum time between two fetches, on average */
    JWKSource<SecurityContext> source(Duration refetch) {
        return JWKSourceBuilder.create(this)
                .cache(FRESH.toMillis(), TIMEOUT.toMillis())
                .rateLimited(refetch.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        away = true;
        URL url = found;
        if (url == null) {
            url = url();
            found = url;
        }
        List<JWK> keys = new ArrayList<>();
        try {
            Object published = JSONObjectUtils.parse(web.retrieveResource(url).getContent())
                    .get("keys");
            for (Object key : published instanceof List<?> list ? list : List.of()) {
                understood(key).ifPresent(keys::add);
            }
        } catch (IOException | ParseException e) {
            throw new JWKSetUnavailableException("keys", e);
        }
        if (keys.isEmpty()) {
            throw new JWKSetUnavailableException("no keys");
        }
        away = false;
        return new JWKSet(keys);
    }

    /** A key, unless it cannot be understood: that must not keep others from being used (RFC 7517, section 5). */
    private static Optional<JWK> understood(Object key) {
        try {
            Map<String, Object> tree = new HashMap<>();
            ((Map<?, ?>) key).forEach((name, value) -> tree.put((String) name, value));
            return Optional.of(JWK.parse(tree));
        } catch (ParseException | RuntimeException e) {
            LOG.log(Level.WARNING, "a key of the issuer is skipped: it cannot be understood");
            return Optional.empty();
        }
    }

    private URL url() throws KeySourceException {
        URI configured = auth.jwksUrl();
        try {
            return configured == null ? discovered() : configured.toURL();
        } catch (MalformedURLException e) {
            throw new JWKSetUnavailableException("URL", e);
        }
    }

    private URL discovered() throws KeySourceException {
        for (URI location : locations(URI.create(auth.issuer()))) {
            try {
                Map<String, Object> metadata = JSONObjectUtils.parse(
                        web.retrieveResource(location.toURL()).getContent());
                String keys = JSONObjectUtils.getString(metadata, "jwks_uri");
                // Ignores the metadata of another issuer.
                if (auth.issuer().equals(JSONObjectUtils.getString(metadata, "issuer")) && keys != null) {
                    return trusted(URI.create(keys));
                }
            } catch (IOException | ParseException | IllegalArgumentException e) {
                // Try the next location.
            }
        }
        throw new JWKSetUnavailableException("no metadata");
    }

    /** The locations of metadata by RFC 8414 and OpenID Connect. */
    private static List<URI> locations(URI issuer) {
        String path = issuer.getRawPath().replaceAll("/$", "");
        String server = issuer.getScheme() + "://" + issuer.getRawAuthority();
        return List.of(
                URI.create(server + "/.well-known/oauth-authorization-server" + path),
                URI.create(server + path + "/.well-known/openid-configuration"));
    }

    /** As for configured URLs: plain HTTP only on the host of the issuer. */
    private URL trusted(URI keys) throws MalformedURLException {
        boolean encrypted = "https".equalsIgnoreCase(keys.getScheme());
        URI issuer = URI.create(auth.issuer());
        boolean sameMachine = "http".equalsIgnoreCase(issuer.getScheme())
                && issuer.getHost().equals(keys.getHost())
                && "http".equalsIgnoreCase(keys.getScheme());
        if (!encrypted && !sameMachine) {
            throw new IllegalArgumentException("scheme");
        }
        return keys.toURL();
    }

    @Override
    public void close() {}
}
