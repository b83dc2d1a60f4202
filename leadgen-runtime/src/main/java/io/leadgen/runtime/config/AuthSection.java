package io.leadgen.runtime.config;

import io.leadgen.runtime.config.AuthConfig.OAuth;
import io.leadgen.runtime.config.AuthConfig.Token;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;
import java.net.URI;
import java.util.Optional;

/** {@code auth}. */
final class AuthSection {
    enum Key implements YamlKey {
        OAUTH,
        TOKEN
    }

    enum OAuthKey implements YamlKey {
        CLIENT_ID,
        CLIENT_SECRET,
        TOKEN_URL
    }

    private AuthSection() {}

    static Optional<AuthConfig> read(YamlValue value) {
        YamlMapping<Key> auth = value.mapping(Key.class);
        auth.exclusive(Key.OAUTH, Key.TOKEN);
        if (auth.has(Key.OAUTH)) {
            return Optional.of(oauth(auth.get(Key.OAUTH).mapping(OAuthKey.class)));
        }
        if (auth.has(Key.TOKEN)) {
            return auth.get(Key.TOKEN).text().map(token -> new Token(new Secret(token)));
        }
        if (auth.isGiven()) {
            auth.report("auth needs one of the keys oauth, token");
        }
        return Optional.empty();
    }

    private static AuthConfig oauth(YamlMapping<OAuthKey> oauth) {
        return new OAuth(
                oauth.required(OAuthKey.CLIENT_ID).text().orElse(""),
                new Secret(oauth.required(OAuthKey.CLIENT_SECRET).text().orElse("")),
                oauth.required(OAuthKey.TOKEN_URL)
                        .parsed(AuthSection::tokenUrl, "an https:// URL")
                        .orElse(URI.create("")));
    }

    /** A client secret is sent there, so in clear text to this machine only. */
    private static URI tokenUrl(String text) {
        URI url = URI.create(text.strip());
        boolean local = "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
        if (url.getHost() == null
                || !("https".equalsIgnoreCase(url.getScheme())
                        || (local && "http".equalsIgnoreCase(url.getScheme())))) {
            throw new IllegalArgumentException("URL");
        }
        return url;
    }
}
