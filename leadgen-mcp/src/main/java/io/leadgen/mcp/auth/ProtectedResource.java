package io.leadgen.mcp.auth;

import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.HttpConfig.TokenAuth;
import io.leadgen.runtime.config.ListenAddress;
import io.leadgen.runtime.json.JsonText;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint as a protected resource of OAuth 2.1.
 *
 * @param base scheme, host and port that clients use
 */
public record ProtectedResource(URI base, TokenAuth auth) {
    public static final String ENDPOINT = "/mcp";

    /** The path of the metadata (RFC 9728); followed by the path of the resource. */
    public static final String METADATA = "/.well-known/oauth-protected-resource";

    /** The URL of the endpoint, and the audience of tokens unless another one is configured. */
    String url() {
        return base + ENDPOINT;
    }

    Set<String> audiences() {
        Set<String> audiences = new HashSet<>(auth.audiences());
        audiences.add(auth.audience() == null ? url() : auth.audience());
        return audiences;
    }

    /**
     * The value of {@code WWW-Authenticate} (RFC 6750, RFC 9728).
     *
     * @param error null if there was no token
     * @param description without quotation marks and backslashes
     */
    String challenge(@Nullable String error, @Nullable String description) {
        return "Bearer " + (error == null ? "" : "error=\"" + error + "\", ")
                + (description == null ? "" : "error_description=\"" + description + "\", ")
                + "scope=\"" + auth.scope() + "\", resource_metadata=\"" + base + METADATA + ENDPOINT + "\"";
    }

    public String metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("resource", url());
        metadata.put("authorization_servers", List.of(auth.issuer()));
        metadata.put("scopes_supported", List.of(auth.scope()));
        metadata.put("bearer_methods_supported", List.of("header"));
        metadata.put("resource_name", "leadgen");
        return JsonText.compact(metadata);
    }

    /** The base URL of a server that listens on this port. */
    public static URI base(HttpConfig config, int port) {
        URI given = config.publicUrl();
        if (given != null) {
            return given;
        }
        String scheme = config.tls() == null ? "http" : "https";
        return URI.create(scheme + "://" + new ListenAddress(config.listen().host(), port));
    }
}
