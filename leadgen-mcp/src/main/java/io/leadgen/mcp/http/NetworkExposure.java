package io.leadgen.mcp.http;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.ListenAddress;

/** Who could reach a server that is configured so. */
final class NetworkExposure {
    private NetworkExposure() {}

    /**
     * Returns if it is safe to start.
     *
     * @throws LeadgenException CONFIG_INVALID if strangers could ask, or read what others ask
     */
    static void check(HttpConfig config) {
        if (isElsewhere(config) && config.auth() == null) {
            throw refused(
                    config, "others could reach the server, and it asks for no token", "configure server.http.auth");
        }
        if (config.listen().isLoopback()) {
            return;
        }
        if (config.tls() == null && !config.behindProxy()) {
            throw refused(
                    config,
                    "tokens and answers would travel in clear text",
                    "configure server.http.tls, or say server.http.behind_proxy: true if a proxy in front speaks TLS");
        }
        if (config.publicUrl() == null) {
            throw refused(
                    config,
                    "tokens are made for a URL, and nobody has said how clients call the server",
                    "configure server.http.public_url");
        }
    }

    /** Metrics need no token, so they stay where strangers do not come. */
    static boolean showsMetrics(HttpConfig config) {
        return config.metricsListen() == null && !isElsewhere(config);
    }

    private static boolean isElsewhere(HttpConfig config) {
        return !config.listen().isLoopback()
                || config.behindProxy()
                || (config.publicUrl() != null
                        && !new ListenAddress(config.publicUrl().getHost().replaceAll("[\\[\\]]", ""), 0).isLoopback());
    }

    private static LeadgenException refused(HttpConfig config, String why, String hint) {
        return LeadgenException.of(
                ErrorCode.CONFIG_INVALID,
                "The server does not start at " + config.listen() + ": " + why,
                hint + ", or listen at 127.0.0.1");
    }
}
