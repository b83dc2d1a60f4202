package io.leadgen.mcp.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leadgen.runtime.config.HttpConfig.Claims;
import io.leadgen.runtime.config.HttpConfig.TokenAuth;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An authorization server on this machine: publishes keys and metadata, and signs whatever a test wants. */
public final class AuthorizationServer implements AutoCloseable {
    /** What its tokens are for, unless a test says otherwise. */
    public static final String AUDIENCE = "https://leadgen.test/mcp";

    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile RSAKey rsa = newRsa();
    private volatile ECKey ec = newEc();

    private AuthorizationServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        publish();
        metadata("/.well-known/oauth-authorization-server", issuer());
    }

    /** A server with one key for RSA and one for elliptic curves. */
    public static AuthorizationServer start() {
        try {
            return new AuthorizationServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String page = pages.get(exchange.getRequestURI().getPath());
        if (exchange.getRequestURI().getPath().equals("/keys")) {
            fetches.incrementAndGet();
        }
        byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI keys() {
        return URI.create(issuer() + "/keys");
    }

    /** How often keys were asked for. */
    int fetches() {
        return fetches.get();
    }

    void metadata(String path, String issuer) {
        pages.put(path, "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + keys() + "\"}");
    }

    void remove(String path) {
        pages.remove(path);
    }

    private void publish() {
        pages.put("/keys", new JWKSet(List.<JWK>of(rsa, ec)).toString(true));
    }

    /** Its keys, and other items of the list, which are JSON. */
    void publishBeside(List<String> others) {
        pages.put(
                "/keys",
                "{\"keys\":[" + String.join(",", others) + "," + rsa.toPublicJWK() + "," + ec.toPublicJWK() + "]}");
    }

    /** From now on tokens are signed with other keys, and the old ones are not published any more. */
    void rotate() {
        rsa = newRsa();
        ec = newEc();
        publish();
    }

    /** Keys cannot be had for now. */
    void hideKeys() {
        pages.remove("/keys");
    }

    RSAKey rsa() {
        return rsa;
    }

    /** How a server is told to accept its tokens. */
    public TokenAuth auth(Claims claims) {
        return new TokenAuth(issuer(), null, AUDIENCE, List.of(), "leadgen:read", List.of("scope", "scp"), claims);
    }

    /** A token of a principal that is good in every way. */
    public String token(String principal) {
        return token(principal, claims -> claims);
    }

    /** A token with other claims. */
    public String token(String principal, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(
                header(JWSAlgorithm.RS256), change.apply(claims(principal)).build());
    }

    JWSHeader.Builder header(JWSAlgorithm algorithm) {
        boolean curve = JWSAlgorithm.Family.EC.contains(algorithm);
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(curve ? ec.getKeyID() : rsa.getKeyID());
    }

    JWTClaimsSet.Builder claims(String principal) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject(principal)
                .claim("scope", "profile leadgen:read")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String signed(JWSHeader.Builder header, JWTClaimsSet claims) {
        JWSHeader complete = header.build();
        try {
            JWSSigner signer = JWSAlgorithm.Family.EC.contains(complete.getAlgorithm())
                    ? new ECDSASigner(ec)
                    : new RSASSASigner(rsa);
            SignedJWT token = new SignedJWT(complete, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newRsa() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newEc() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
