package io.leadgen.mcp.auth;

import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.HttpConfig.TokenAuth;
import io.leadgen.runtime.config.ListenAddress;
import io.leadgen.runtime.json.JsonText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The endpoint as OAuth sees it.
 *
 * @param base scheme, host and port by which clients call the server
 */
public record ProtectedResource(URI base, TokenAuth auth) {
    /** Where the endpoint is. */
    public static final String ENDPOINT = "/mcp";

    /** Where the metadata of a resource at the root are (RFC 9728); those of the endpoint are below. */
    public static final String METADATA = "/.well-known/oauth-protected-resource";

    /** The endpoint's URL, which is its name in tokens unless the configuration has another. */
    String url() {
        return base + ENDPOINT;
    }

    String audience() {
        String audience = auth.audience();
        return audience == null ? url() : audience;
    }

    Challenge challenge() {
        return new Challenge(base + METADATA + ENDPOINT, auth.scope());
    }

    /** The metadata, as JSON. */
    public String metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("resource", url());
        metadata.put("authorization_servers", List.of(auth.issuer()));
        metadata.put("scopes_supported", List.of(auth.scope()));
        metadata.put("bearer_methods_supported", List.of("header"));
        metadata.put("resource_name", "leadgen");
        return JsonText.compact(metadata);
    }

    /**
     * How clients call a server that is configured so and listens at some port.
     *
     * @param port where it listens
     */
    public static URI base(HttpConfig config, int port) {
        URI given = config.publicUrl();
        if (given != null) {
            return given;
        }
        String scheme = config.tls() == null ? "http" : "https";
        return URI.create(scheme + "://" + new ListenAddress(config.listen().host(), port));
    }
}
