package io.leadgen.runtime.config;

import java.net.URI;

/** How the service proves to the warehouse who it is. */
public sealed interface AuthConfig {

    /** OAuth client credentials of a service principal. */
    record OAuth(String clientId, Secret clientSecret, URI tokenUrl) implements AuthConfig {}

    /** A personal access token. */
    record Token(Secret token) implements AuthConfig {}
}
