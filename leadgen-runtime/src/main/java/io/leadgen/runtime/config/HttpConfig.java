package io.leadgen.runtime.config;

import io.leadgen.runtime.config.WarehouseConfig.StoreType;
import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.ListOf;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
import io.leadgen.runtime.config.key.Values;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How clients reach the server over HTTP. The server itself decides at its start whether that is safe.
 *
 * @param listen the address of the endpoint
 * @param publicUrl scheme, host and port that clients use, if they differ from {@code listen}; else null
 * @param behindProxy whether a proxy in front of the server speaks TLS with clients
 * @param tls the server's own certificate, or null to speak plain HTTP
 * @param auth whose tokens are accepted, or null if no token is required
 * @param allowedHosts further names that clients use for the server, each {@code NAME} or {@code NAME:PORT}
 * @param allowedOrigins web pages whose scripts may call the server, each {@code https://NAME} or {@code https://NAME:PORT}
 * @param metricsListen an address of its own for the metrics, or null
 */
public record HttpConfig(
        ListenAddress listen,
        @Nullable URI publicUrl,
        boolean behindProxy,
        @Nullable Tls tls,
        @Nullable TokenAuth auth,
        Set<String> allowedHosts,
        Set<String> allowedOrigins,
        @Nullable ListenAddress metricsListen,
        HttpLimits limits) {
    /** The settings of a file without the section {@code server}: this machine only. */
    public static final HttpConfig DEFAULT = new Keys().defaults();

    public HttpConfig {
        allowedHosts = Set.copyOf(allowedHosts);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** The same at another address. */
    public HttpConfig at(ListenAddress address) {
        return new HttpConfig(
                address, publicUrl, behindProxy, tls, auth, allowedHosts, allowedOrigins, metricsListen, limits);
    }

    /** {@code server}. */
    static final class ServerKeys extends Section<HttpConfig> {
        private final Key<HttpConfig> http =
                optional("http", new Keys(), "The MCP server over HTTP, started with --http.");

        @Override
        protected HttpConfig build(Values values) {
            return values.get(http);
        }
    }

    /** {@code server.http}. */
    private static final class Keys extends Section<HttpConfig> {
        private final Key<ListenAddress> listen = defaulted(
                "listen",
                address(),
                "127.0.0.1:8787",
                "HOST:PORT of the endpoint /mcp. Other machines can be served only with auth, and with tls or"
                        + " behind_proxy.");
        private final Key<URI> publicUrl = optional(
                "public_url",
                ConfigTypes.origin("a URL of scheme, host and port, such as https://leadgen.example.com"),
                "https://leadgen.example.com",
                "The URL that clients use: scheme, host and port. Required for other machines.");
        private final Key<Boolean> behindProxy = defaulted(
                "behind_proxy",
                SingleValue.bool(),
                "false",
                "A proxy in front speaks TLS with clients, and plain HTTP with the server.");
        private final Key<Tls> tls = optional("tls", new Tls.TlsKeys(), "The server's own certificate.");
        private final Key<TokenAuth> auth = optional(
                "auth",
                new TokenAuth.AuthKeys(),
                "Whose access tokens (JWT) are accepted. Without it, the server requires no token and serves this machine"
                        + " only.");
        private final Key<List<String>> allowedHosts = defaulted(
                "allowed_hosts",
                ListOf.of(hostAndPort()),
                "[]",
                "Further names that clients use for the server, as NAME or NAME:PORT.");
        private final Key<List<String>> allowedOrigins = defaulted(
                "allowed_origins",
                ListOf.of(ConfigTypes.origin("an origin such as https://app.example.com")
                        .map(URI::toString)),
                "[]",
                "Web pages whose scripts may call the server, such as https://app.example.com.");
        private final Key<ListenAddress> metricsListen = optional(
                "metrics_listen",
                address(),
                "127.0.0.1:9464",
                "HOST:PORT of /metrics. Without it, /metrics is at listen if only this machine can reach that.");
        private final Key<Integer> requestsPerMinute = optional(
                "requests_per_minute",
                SingleValue.limit(),
                String.valueOf(HttpLimits.REQUESTS_PER_MINUTE),
                "The most requests of one principal in a minute. -1 means no limit. The default is "
                        + HttpLimits.REQUESTS_PER_MINUTE + " with auth, and no limit without.");
        private final Key<Integer> maxBodyKb = count("max_body_kb", "256", "The most kilobytes of one request.");
        private final Key<Integer> maxSessions =
                count("max_sessions", "1000", "The most open sessions. One principal can have a quarter of them.");
        private final Key<Integer> sessionIdleMinutes =
                count("session_idle_minutes", "30", "A session ends after this many minutes without use.");
        private final Key<Integer> maxConcurrentRequests =
                count("max_concurrent_requests", "128", "The most requests at once.");
        private final Key<Integer> maxConnections = count("max_connections", "1024", "The most open connections.");

        private Key<Integer> count(String name, String standard, String documentation) {
            return defaulted(name, SingleValue.integer(1, 1_000_000), standard, documentation);
        }

        private static SingleValue<ListenAddress> address() {
            return SingleValue.parsed(ListenAddress::parse, "an address of the form HOST:PORT")
                    .schemaPattern("^\\s*(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]{1,253}):[0-9]{1,5}\\s*$");
        }

        private static SingleValue<String> hostAndPort() {
            return SingleValue.matching(
                            "\\s*(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]{1,253})(:[0-9]{1,5})?\\s*", "a name or NAME:PORT")
                    .map(text -> text.strip().toLowerCase(Locale.ROOT));
        }

        @Override
        protected HttpConfig build(Values values) {
            int standardRate = values.has(auth) ? HttpLimits.REQUESTS_PER_MINUTE : Limits.UNLIMITED;
            return new HttpConfig(
                    values.get(listen),
                    values.orNull(publicUrl),
                    values.get(behindProxy),
                    values.orNull(tls),
                    values.orNull(auth),
                    Set.copyOf(values.get(allowedHosts)),
                    Set.copyOf(values.get(allowedOrigins)),
                    values.orNull(metricsListen),
                    new HttpLimits(
                            values.find(requestsPerMinute).orElse(standardRate),
                            values.get(maxBodyKb),
                            values.get(maxSessions),
                            values.get(sessionIdleMinutes),
                            values.get(maxConcurrentRequests),
                            values.get(maxConnections)));
        }
    }

    /** A file with the server's certificate and its key. */
    public record Tls(Path keystore, Secret password, StoreType type) {
        /** {@code server.http.tls}. */
        private static final class TlsKeys extends Section<Tls> {
            private final Key<Path> keystore = required(
                    "keystore",
                    SingleValue.path(),
                    "server.p12",
                    "The file with certificate and key, relative to this one. A changed file is read again.");
            private final Key<Secret> password = required(
                    "password",
                    SingleValue.text().map(Secret::new).secret(),
                    "${KEYSTORE_PASSWORD:-changeit}",
                    "The password of the file. Use an environment variable.");
            private final Key<StoreType> type =
                    defaulted("type", SingleValue.oneOfCapitals(StoreType.class), "PKCS12", "The format of the file.");

            @Override
            protected Tls build(Values values) {
                return new Tls(values.get(keystore), values.get(password), values.get(type));
            }
        }
    }

    /**
     * Whose access tokens are accepted, and what is read from them.
     *
     * @param issuer exactly as in tokens
     * @param jwksUrl where the issuer's keys are, or null to read the issuer's metadata
     * @param audience that tokens must name, or null for the endpoint's public URL
     * @param audiences that tokens can name instead
     * @param scope the scope that tokens must have
     * @param scopeClaims the claims of which one must have the scope
     */
    public record TokenAuth(
            String issuer,
            @Nullable URI jwksUrl,
            @Nullable String audience,
            List<String> audiences,
            String scope,
            List<String> scopeClaims,
            Claims claims) {
        public TokenAuth {
            audiences = List.copyOf(audiences);
            scopeClaims = List.copyOf(scopeClaims);
        }

        /** {@code server.http.auth}. */
        private static final class AuthKeys extends Section<TokenAuth> {
            private final Key<String> issuer = required(
                    "issuer",
                    ConfigTypes.secureUrl().map(URI::toString),
                    "https://login.example.com/realms/house",
                    "The authorization server, exactly as in the claim iss.");
            private final Key<URI> jwksUrl = optional(
                    "jwks_url",
                    ConfigTypes.secureUrl(),
                    "https://login.example.com/realms/house/certs",
                    "The URL of its keys. The default is found in its metadata (RFC 8414, OpenID Connect).");
            private final Key<String> audience = optional(
                    "audience",
                    SingleValue.text(),
                    "https://leadgen.example.com/mcp",
                    "The audience that the claim aud must name. The default is public_url with /mcp.");
            private final Key<List<String>> audiences = defaulted(
                    "audiences",
                    ListOf.of(SingleValue.text()),
                    "[]",
                    "Audiences that the claim aud can name instead, for clients that ask for another one.");
            private final Key<String> scope = defaulted(
                    "scope",
                    SingleValue.matching("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}", "one scope, without spaces"),
                    "leadgen:read",
                    "The scope that a token must have: a word or an item of a claim in scope_claims.");
            private final Key<List<String>> scopeClaims = defaulted(
                    "scope_claims",
                    ListOf.atLeastOne(Claims.ClaimsKeys.claim(), "claim").distinct(),
                    "[scope, scp]",
                    "The claims of which one must have the scope. Some issuers use roles or permissions.");
            private final Key<Claims> claims = optional(
                    "claims",
                    new Claims.ClaimsKeys(),
                    "Which claims describe a caller. For a principal in principals, that section decides.");

            @Override
            protected TokenAuth build(Values values) {
                return new TokenAuth(
                        values.get(issuer),
                        values.orNull(jwksUrl),
                        values.orNull(audience),
                        values.get(audiences),
                        values.get(scope),
                        values.get(scopeClaims),
                        values.get(claims));
            }
        }
    }

    /**
     * The names of claims.
     *
     * @param principal the claim with the name of the principal whose budget is charged
     * @param callerClass the claim with the principal's class, or null if tokens do not decide it
     * @param attributes the claim of each user attribute in row filters
     */
    public record Claims(String principal, @Nullable String callerClass, Map<String, String> attributes) {
        /** The subject only. */
        public static final Claims DEFAULT = new ClaimsKeys().defaults();

        public Claims {
            attributes = Map.copyOf(attributes);
        }

        /** {@code server.http.auth.claims}. */
        private static final class ClaimsKeys extends Section<Claims> {
            private final Key<String> principal = defaulted(
                    "principal", claim(), "sub", "The claim with the principal whose privacy budget is charged.");
            private final Key<String> callerClass = optional(
                    "class",
                    claim(),
                    "leadgen_class",
                    "The claim with the caller's class, one of privacy.classes. Without it, callers have the default"
                            + " class.");
            private final Key<Map<String, String>> attributes = optional(
                    "attributes",
                    ConfigTypes.byAttribute(claim(), "region"),
                    "For each attribute ${user.NAME} of row filters, its claim.");

            private static SingleValue<String> claim() {
                return SingleValue.matching("[\\x21-\\x7E]{1,255}", "the name of a claim");
            }

            @Override
            protected Claims build(Values values) {
                return new Claims(
                        values.get(principal),
                        values.orNull(callerClass),
                        values.find(attributes).orElse(Map.of()));
            }
        }
    }

    /**
     * What clients can use.
     *
     * @param requestsPerMinute of one principal, on average, and at once; {@link Limits#UNLIMITED} for no limit
     * @param maxBodyKb kilobytes of one request
     * @param maxSessions open at one time; one principal can have a quarter of them
     * @param sessionIdleMinutes after which an unused session ends
     * @param maxConcurrentRequests at one time
     * @param maxConnections open at one time
     */
    public record HttpLimits(
            int requestsPerMinute,
            int maxBodyKb,
            int maxSessions,
            int sessionIdleMinutes,
            int maxConcurrentRequests,
            int maxConnections) {
        /** Of one principal in a minute, if tokens identify principals and the file has no limit. */
        static final int REQUESTS_PER_MINUTE = 600;
    }
}
