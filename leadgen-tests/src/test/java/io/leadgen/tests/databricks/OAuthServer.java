package io.leadgen.tests.databricks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadgen.runtime.json.JsonText;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Gives tokens to the one client that it knows, and says which of them still count. */
final class OAuthServer {
    private static final int KEY_BYTES = 32;
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final String clientId = UUID.randomUUID().toString();
    private final String clientSecret = random("dose");
    private final String personalToken = random("dapi");
    private final byte[] key = new byte[KEY_BYTES];
    private final Duration lifetime;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    OAuthServer(Duration lifetime) {
        this.lifetime = lifetime;
        new SecureRandom().nextBytes(key);
    }

    private static String random(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    String personalToken() {
        return personalToken;
    }

    void revokeAll() {
        expiries.clear();
    }

    HttpReply discover(String path) {
        String workspace = "https://" + LoopbackCertificate.HOST;
        String server = workspace + "/oidc";
        return path.startsWith("/oidc/")
                ? HttpReply.ok(Map.of(
                        "issuer", server,
                        "authorization_endpoint", server + "/v1/authorize",
                        "token_endpoint", server + "/v1/token"))
                : HttpReply.ok(Map.of("oidc_endpoint", server, "account_id", "emulator", "workspace_id", "1"));
    }

    HttpReply token(ApiRequest request) {
        String basic = Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(UTF_8));
        if (!request.authorization().equals(BASIC + basic)) {
            return new HttpReply(
                    401,
                    Map.of("Content-Type", "application/json"),
                    Map.of("error", "invalid_client", "error_description", "Client authentication failed"));
        }
        if (!request.body().contains("grant_type=client_credentials")) {
            return new HttpReply(
                    400, Map.of("Content-Type", "application/json"), Map.of("error", "unsupported_grant_type"));
        }
        Instant expiry = Instant.now().plus(lifetime);
        String token = sign(expiry);
        expiries.put(token, expiry);
        return HttpReply.ok(Map.of(
                "access_token",
                token,
                "token_type",
                "Bearer",
                "scope",
                "all-apis",
                "expires_in",
                lifetime.toSeconds()));
    }

    /** In the form of a JWT, because drivers look into it for the issuer. */
    private String sign(Instant expiry) {
        String content = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "."
                + encode(JsonText.compact(Map.of(
                                "iss",
                                "https://" + LoopbackCertificate.HOST + "/oidc",
                                "sub",
                                clientId,
                                "jti",
                                UUID.randomUUID().toString(),
                                "exp",
                                expiry.getEpochSecond()))
                        .getBytes(UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return content + "." + encode(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Lets a request pass whose token counts. */
    void check(String authorization) throws RefusedRequest {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER.toLowerCase(Locale.ROOT))) {
            throw new RefusedRequest(401, "UNAUTHENTICATED", "Credential was not sent or was of an unsupported type.");
        }
        String token = authorization.substring(BEARER.length());
        Instant expiry = expiries.get(token);
        if (!token.equals(personalToken) && (expiry == null || Instant.now().isAfter(expiry))) {
            throw new RefusedRequest(401, "UNAUTHENTICATED", "The access token is expired or revoked.");
        }
    }
}
