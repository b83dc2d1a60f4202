package io.leadgen.mcp.http;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.ListenAddress;

/** Checks who can reach a server. */
final class NetworkExposure {
    private NetworkExposure() {}

    /** @throws LeadgenException CONFIG_INVALID if others could call the server without a token, or read its traffic */
    static void check(HttpConfig config) {
        if (isRemote(config) && config.auth() == null) {
            throw refused(config, "other machines could call it without a token", "configure server.http.auth");
        }
        if (config.listen().isLoopback()) {
            return;
        }
        if (config.tls() == null && !config.behindProxy()) {
            throw refused(
                    config,
                    "tokens and answers would not be encrypted",
                    "configure server.http.tls, or set server.http.behind_proxy: true if a proxy terminates TLS");
        }
        if (config.publicUrl() == null) {
            throw refused(
                    config, "tokens are issued for a URL, which is not configured", "configure server.http.public_url");
        }
    }

    /** Metrics require no token, so they are only available locally. */
    static boolean showsMetrics(HttpConfig config) {
        return config.metricsListen() == null && !isRemote(config);
    }

    private static boolean isRemote(HttpConfig config) {
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
