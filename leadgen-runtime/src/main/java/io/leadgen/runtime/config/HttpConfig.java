package io.leadgen.runtime.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the server is reached over HTTP. Whether it may be reached so is decided when it starts.
 *
 * @param listen the address of the endpoint
 * @param publicUrl scheme, host and port by which clients call the server, where that is not {@code listen}
 * @param behindProxy whether a proxy in front of the server speaks TLS with clients
 * @param tls the server's own certificate, or null to speak plain HTTP
 * @param auth whose tokens are accepted, or null to ask for none
 * @param allowedHosts further names by which clients call the server, each {@code NAME} or {@code NAME:PORT}
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
    /** The settings of a file that says nothing: this machine only. */
    public static final HttpConfig DEFAULT = new HttpConfig(
            new ListenAddress("127.0.0.1", 8787),
            null,
            false,
            null,
            null,
            Set.of(),
            Set.of(),
            null,
            HttpLimits.DEFAULT);

    public HttpConfig {
        allowedHosts = Set.copyOf(allowedHosts);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** The same at another address. */
    public HttpConfig at(ListenAddress address) {
        return new HttpConfig(
                address, publicUrl, behindProxy, tls, auth, allowedHosts, allowedOrigins, metricsListen, limits);
    }

    /** A file with the server's certificate and its key. */
    public record Tls(Path keystore, Secret password, WarehouseConfig.StoreType type) {}

    /**
     * Whose access tokens are accepted, and what is read from them.
     *
     * @param issuer exactly as it stands in tokens
     * @param jwksUrl where the issuer's keys are, or null to ask the issuer's metadata
     * @param audience what tokens must be meant for, or null for the endpoint's public URL
     * @param scope what tokens must allow
     */
    public record TokenAuth(
            String issuer, @Nullable URI jwksUrl, @Nullable String audience, String scope, Claims claims) {}

    /**
     * The names of claims.
     *
     * @param principal on whose text budgets are kept
     * @param callerClass whose text is the principal's class, or null if tokens have no say in it
     * @param attributes what row filters ask for: the claim's name by the attribute's
     */
    public record Claims(String principal, @Nullable String callerClass, Map<String, String> attributes) {
        /** The subject only. */
        public static final Claims DEFAULT = new Claims("sub", null, Map.of());

        public Claims {
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * What clients may take.
     *
     * @param requestsPerMinute of one principal, on average; as many at once; {@link Limits#UNLIMITED} for no limit
     * @param maxBodyKb of one request
     * @param maxSessions open at one time; a quarter of them for one principal
     * @param sessionIdleMinutes after which a session that nobody uses is forgotten
     * @param maxConcurrentRequests in work at one time
     * @param maxConnections open at one time
     */
    public record HttpLimits(
            int requestsPerMinute,
            int maxBodyKb,
            int maxSessions,
            int sessionIdleMinutes,
            int maxConcurrentRequests,
            int maxConnections) {
        /** Of one principal in a minute, where tokens tell principals apart and the file says nothing. */
        static final int REQUESTS_PER_MINUTE = 600;

        /** The limits of a file that says nothing. Without tokens, whoever could be too fast is on this machine. */
        public static final HttpLimits DEFAULT = new HttpLimits(Limits.UNLIMITED, 256, 1000, 30, 128, 1024);
    }
}
