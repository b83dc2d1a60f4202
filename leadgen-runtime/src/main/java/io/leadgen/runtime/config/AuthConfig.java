package io.leadgen.runtime.config;

import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
import io.leadgen.runtime.config.key.Values;
import java.net.URI;
import java.util.Map;

/** How the service authenticates to the warehouse. */
public sealed interface AuthConfig {

    /** OAuth client credentials of a service principal. */
    record OAuth(String clientId, Secret clientSecret, URI tokenUrl) implements AuthConfig {
        /** {@code auth.oauth}. */
        private static final class Keys extends Section<AuthConfig> {
            private final Key<String> clientId = required(
                    "client_id",
                    SingleValue.text(),
                    "${DATABRICKS_CLIENT_ID}",
                    "The application id of the service principal.");
            private final Key<Secret> clientSecret = required(
                    "client_secret",
                    SingleValue.text().map(Secret::new).secret(),
                    "${DATABRICKS_CLIENT_SECRET}",
                    "Its secret. Use an environment variable.");
            private final Key<URI> tokenUrl = required(
                    "token_url",
                    ConfigTypes.secureUrl(),
                    "${DATABRICKS_TOKEN_URL}",
                    "Where tokens are issued: https://HOST/oidc/v1/token.");

            @Override
            protected AuthConfig build(Values values) {
                return new OAuth(values.get(clientId), values.get(clientSecret), values.get(tokenUrl));
            }
        }
    }

    /** A personal access token. */
    record Token(Secret token) implements AuthConfig {
        /** {@code auth}. */
        static final class Keys extends Section<AuthConfig> {
            private final Key<AuthConfig> oauth = conditional(
                    "oauth", new OAuth.Keys(), "OAuth client credentials of a service principal. Or use token.");
            private final Key<AuthConfig> token = optional(
                    "token",
                    SingleValue.text().<AuthConfig>map(text -> new Token(new Secret(text))),
                    "${DATABRICKS_TOKEN}",
                    "A personal access token, instead of oauth. Use an environment variable.");

            /** A key that is not known may be a secret. */
            @Override
            public boolean isSecret() {
                return true;
            }

            @Override
            protected Map<String, Object> rules() {
                return Map.of("minProperties", 1, "maxProperties", 1);
            }

            @Override
            protected AuthConfig build(Values values) {
                values.requireOne(oauth, token);
                return values.has(token) ? values.getPresent(token) : values.getPresent(oauth);
            }
        }
    }
}
