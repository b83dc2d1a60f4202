package io.leadgen.runtime.config;

import io.leadgen.runtime.config.HttpConfig.Claims;
import io.leadgen.runtime.config.HttpConfig.HttpLimits;
import io.leadgen.runtime.config.HttpConfig.Tls;
import io.leadgen.runtime.config.HttpConfig.TokenAuth;
import io.leadgen.runtime.config.WarehouseConfig.StoreType;
import io.leadgen.runtime.yaml.YamlEntry;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code server}. */
final class HttpSection {
    enum ServerKey implements YamlKey {
        HTTP
    }

    enum Key implements YamlKey {
        LISTEN,
        PUBLIC_URL,
        BEHIND_PROXY,
        TLS,
        AUTH,
        ALLOWED_HOSTS,
        ALLOWED_ORIGINS,
        METRICS_LISTEN,
        REQUESTS_PER_MINUTE,
        MAX_BODY_KB,
        MAX_SESSIONS,
        SESSION_IDLE_MINUTES,
        MAX_CONCURRENT_REQUESTS,
        MAX_CONNECTIONS
    }

    enum TlsKey implements YamlKey {
        KEYSTORE,
        PASSWORD,
        TYPE;

        @Override
        public boolean secret() {
            return this == PASSWORD;
        }
    }

    enum AuthKey implements YamlKey {
        ISSUER,
        JWKS_URL,
        AUDIENCE,
        SCOPE,
        CLAIMS
    }

    enum ClaimsKey implements YamlKey {
        PRINCIPAL,
        CLASS,
        ATTRIBUTES
    }

    private static final int MAX = 1_000_000;
    private static final String DEFAULT_SCOPE = "leadgen:read";
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}");
    private static final Pattern CLAIM = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Pattern HOST = Pattern.compile("(?:\\[[0-9a-f:.]+]|[a-z0-9._-]{1,253})(?::[0-9]{1,5})?");

    private final PathReader paths;

    HttpSection(PathReader paths) {
        this.paths = paths;
    }

    HttpConfig read(YamlValue value) {
        YamlMapping<Key> http =
                value.mapping(ServerKey.class).get(ServerKey.HTTP).mapping(Key.class);
        HttpConfig standard = HttpConfig.DEFAULT;
        return new HttpConfig(
                address(http.get(Key.LISTEN)).orElse(standard.listen()),
                http.get(Key.PUBLIC_URL)
                        .parsed(
                                HttpSection::publicUrl,
                                "a URL of scheme, host and port, such as https://leadgen.example.com")
                        .orElse(null),
                http.get(Key.BEHIND_PROXY).bool().orElse(standard.behindProxy()),
                tls(http.get(Key.TLS)),
                auth(http.get(Key.AUTH)),
                all(http.get(Key.ALLOWED_HOSTS), HttpSection::host, "a name or NAME:PORT"),
                all(http.get(Key.ALLOWED_ORIGINS), HttpSection::origin, "an origin such as https://app.example.com"),
                address(http.get(Key.METRICS_LISTEN)).orElse(null),
                limits(http));
    }

    private static HttpLimits limits(YamlMapping<Key> http) {
        HttpLimits standard = HttpLimits.DEFAULT;
        return new HttpLimits(
                http.get(Key.REQUESTS_PER_MINUTE)
                        .integerOrNoLimit()
                        .map(rate -> rate < 0 ? Limits.UNLIMITED : rate)
                        .orElse(http.has(Key.AUTH) ? HttpLimits.REQUESTS_PER_MINUTE : standard.requestsPerMinute()),
                count(http.get(Key.MAX_BODY_KB), standard.maxBodyKb()),
                count(http.get(Key.MAX_SESSIONS), standard.maxSessions()),
                count(http.get(Key.SESSION_IDLE_MINUTES), standard.sessionIdleMinutes()),
                count(http.get(Key.MAX_CONCURRENT_REQUESTS), standard.maxConcurrentRequests()),
                count(http.get(Key.MAX_CONNECTIONS), standard.maxConnections()));
    }

    private static int count(YamlValue value, int standard) {
        return value.integer(1, MAX).orElse(standard);
    }

    private static Optional<ListenAddress> address(YamlValue value) {
        return value.parsed(ListenAddress::parse, "an address of the form HOST:PORT");
    }

    private @Nullable Tls tls(YamlValue value) {
        if (!value.isPresent()) {
            return null;
        }
        YamlMapping<TlsKey> tls = value.mapping(TlsKey.class);
        return new Tls(
                paths.read(tls.required(TlsKey.KEYSTORE)).orElse(Path.of("")),
                new Secret(tls.required(TlsKey.PASSWORD).text().orElse("")),
                tls.get(TlsKey.TYPE).oneOfCapitals(StoreType.class).orElse(StoreType.PKCS12));
    }

    private static @Nullable TokenAuth auth(YamlValue value) {
        if (!value.isPresent()) {
            return null;
        }
        YamlMapping<AuthKey> auth = value.mapping(AuthKey.class);
        return new TokenAuth(
                auth.required(AuthKey.ISSUER)
                        .parsed(HttpSection::issuer, "an https:// URL")
                        .orElse(""),
                auth.get(AuthKey.JWKS_URL)
                        .parsed(HttpSection::keysUrl, "an https:// URL")
                        .orElse(null),
                auth.get(AuthKey.AUDIENCE).text().orElse(null),
                auth.get(AuthKey.SCOPE)
                        .parsed(text -> matching(text, SCOPE), "one scope, without blanks")
                        .orElse(DEFAULT_SCOPE),
                claims(auth.get(AuthKey.CLAIMS)));
    }

    private static Claims claims(YamlValue value) {
        YamlMapping<ClaimsKey> claims = value.mapping(ClaimsKey.class);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (YamlEntry entry : claims.get(ClaimsKey.ATTRIBUTES).entries()) {
            entry.key()
                    .name(PrincipalsSection::attribute, "a name of letters, digits and '_'")
                    .ifPresent(name -> claim(entry.value()).ifPresent(claim -> attributes.put(name, claim)));
        }
        return new Claims(
                claim(claims.get(ClaimsKey.PRINCIPAL)).orElse(Claims.DEFAULT.principal()),
                claim(claims.get(ClaimsKey.CLASS)).orElse(null),
                attributes);
    }

    private static Optional<String> claim(YamlValue value) {
        return value.parsed(text -> matching(text, CLAIM), "the name of a claim");
    }

    private static String matching(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("form");
        }
        return text;
    }

    private static Set<String> all(YamlValue value, UnaryOperator<String> form, String expected) {
        Set<String> all = new LinkedHashSet<>();
        value.list().forEach(item -> item.parsed(form, expected).ifPresent(all::add));
        return all;
    }

    private static String host(String text) {
        return matching(text.strip().toLowerCase(Locale.ROOT), HOST);
    }

    private static String origin(String text) {
        URI url = publicUrl(text);
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /** Nothing behind host and port: the endpoint's path is ours to say. */
    private static URI publicUrl(String text) {
        URI url = URI.create(text.strip().toLowerCase(Locale.ROOT));
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        boolean bare = (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null;
        if (url.getHost() == null || !web || !bare) {
            throw new IllegalArgumentException("URL");
        }
        return URI.create(url.getScheme() + "://" + url.getRawAuthority());
    }

    /** The text as it is: it must equal what stands in tokens to the letter. */
    private static String issuer(String text) {
        keysUrl(text);
        return text;
    }

    /** Whoever could change what is read there could sign tokens; so in clear text from this machine only. */
    private static URI keysUrl(String text) {
        URI url = URI.create(text);
        boolean plain = "http".equalsIgnoreCase(url.getScheme()) && isThisMachine(url.getHost());
        if (url.getHost() == null
                || url.getRawUserInfo() != null
                || !("https".equalsIgnoreCase(url.getScheme()) || plain)) {
            throw new IllegalArgumentException("URL");
        }
        return url;
    }

    private static boolean isThisMachine(@Nullable String host) {
        return host != null && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }
}
