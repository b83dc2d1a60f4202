package io.leadgen.runtime.doctor;

import io.leadgen.runtime.config.Secret;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.config.WarehouseConfig.Proxy;
import io.leadgen.runtime.config.WarehouseConfig.TrustStore;
import io.leadgen.runtime.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A Databricks workspace over HTTPS, without the driver, so that each step of the connection can be checked separately. */
final class WorkspaceClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_BODY_BYTES = 1 << 20;

    record Response(
            int status,
            Map<String, @Nullable Object> body,
            @Nullable String date) {
        @Nullable
        String text(String key) {
            return body.get(key) instanceof String text ? text : null;
        }
    }

    private final String host;
    private final HttpClient client;

    private WorkspaceClient(String host, HttpClient client) {
        this.host = host;
        this.client = client;
    }

    /**
     * @throws IOException if the trust store cannot be read
     * @throws GeneralSecurityException if it is not a trust store, or its password is wrong
     */
    static WorkspaceClient of(Databricks config) throws IOException, GeneralSecurityException {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
        Proxy proxy = config.proxy();
        if (proxy != null) {
            client.proxy(ProxySelector.of(new InetSocketAddress(proxy.host(), proxy.port())));
        }
        TrustStore trusted = config.trustStore();
        if (trusted != null) {
            client.sslContext(trusting(trusted));
        }
        return new WorkspaceClient(config.host(), client.build());
    }

    private static SSLContext trusting(TrustStore trusted) throws IOException, GeneralSecurityException {
        Secret password = trusted.password();
        KeyStore store = KeyStore.getInstance(trusted.type().name());
        try (InputStream in = Files.newInputStream(trusted.path())) {
            store.load(in, password == null ? null : password.reveal().toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Gets a document, with a bearer token if there is one. */
    Response get(String path, @Nullable Secret token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://" + host + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token.reveal());
        }
        return send(request);
    }

    /** Gets a token with client credentials. */
    Response login(URI tokenEndpoint, String clientId, Secret secret) throws IOException, InterruptedException {
        String both = clientId + ":" + secret.reveal();
        String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(tokenEndpoint)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=all-apis")));
    }

    private Response send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            String text = new String(in.readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
            Map<String, @Nullable Object> body = JsonTree.find(text).orElse(Map.of());
            return new Response(
                    response.statusCode(),
                    body,
                    response.headers().firstValue("Date").orElse(null));
        }
    }
}
