package io.leadgen.mcp.http;

import io.leadgen.runtime.config.HttpConfig;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Checks the host name of the server and the origin of web pages. The host detects DNS rebinding; the origin detects other pages.
 * Programs send no origin.
 */
final class OriginCheck {
    private static final Pattern LOCAL = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?");

    private final Set<String> hosts;
    private final Set<String> origins;
    private final boolean local;

    /** @param base the base URL that clients use */
    OriginCheck(HttpConfig config, URI base) {
        this.hosts = new HashSet<>(config.allowedHosts());
        this.origins = new HashSet<>(config.allowedOrigins());
        this.local = config.listen().isLoopback();
        hosts.add(base.getRawAuthority().toLowerCase(Locale.ROOT));
        origins.add((base.getScheme() + "://" + base.getRawAuthority()).toLowerCase(Locale.ROOT));
    }

    Optional<Refusal> check(Request request) {
        if (!isOurs(request.getHeaders().get(HttpHeader.HOST))) {
            return Optional.of(Refusal.transport(
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "Unknown host name; the operator can allow it with server.http.allowed_hosts"));
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !mayCall(origin)) {
            return Optional.of(
                    Refusal.transport(
                            HttpStatus.FORBIDDEN_403,
                            "Web pages of this origin are not allowed; the operator can allow them with server.http.allowed_origins"));
        }
        return Optional.empty();
    }

    private boolean isOurs(@Nullable String given) {
        if (given == null) {
            return false;
        }
        String host = given.toLowerCase(Locale.ROOT);
        return hosts.contains(host)
                || hosts.contains(host.replaceFirst(":[0-9]{1,5}$", ""))
                || (local && LOCAL.matcher(host).matches());
    }

    /** Pages of local servers may call a local server. */
    private boolean mayCall(String given) {
        String origin = given.toLowerCase(Locale.ROOT);
        String host = origin.replaceFirst("^https?://", "");
        return origins.contains(origin)
                || (local && !host.equals(origin) && LOCAL.matcher(host).matches());
    }
}
