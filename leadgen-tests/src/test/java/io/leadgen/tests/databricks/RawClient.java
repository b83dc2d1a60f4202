package io.leadgen.tests.databricks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadgen.runtime.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Requests as the protocol has them, for what the driver does not ask. */
final class RawClient {
    private final DatabricksEmulator emulator;
    private final HttpClient client;

    RawClient(DatabricksEmulator emulator) {
        this.emulator = emulator;
        try (InputStream in = Files.newInputStream(emulator.trustStore())) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(in, emulator.trustStorePassword().toCharArray());
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            client = HttpClient.newBuilder()
                    .sslContext(context)
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(ProxySelector.of(new InetSocketAddress(emulator.proxyHost(), emulator.proxyPort())))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException {
        return send("https://" + emulator.host() + path, method, body, "Bearer " + emulator.token());
    }

    HttpResponse<String> send(String url, String method, String body, String authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(1))
                .method(method, HttpRequest.BodyPublishers.ofString(body, UTF_8));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Runs a statement without a session; the answer's body. */
    String execute(Map<String, ?> body) throws IOException {
        Map<String, Object> all = new java.util.TreeMap<>(body);
        all.put("warehouse_id", emulator.warehouseId());
        return send("POST", "/api/2.0/sql/statements", JsonText.compact(all)).body();
    }

    String warehouseState() {
        try {
            return member(
                    "state",
                    send("GET", "/api/2.0/sql/warehouses/" + emulator.warehouseId(), "")
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A string of an answer, wherever it stands. */
    static String member(String name, String json) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + name);
        }
        return matcher.group(1);
    }
}
