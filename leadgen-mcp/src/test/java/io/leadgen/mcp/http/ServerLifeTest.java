package io.leadgen.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.HttpConfig.HttpLimits;
import io.leadgen.runtime.config.HttpConfig.Tls;
import io.leadgen.runtime.config.ListenAddress;
import io.leadgen.runtime.config.Secret;
import io.leadgen.runtime.config.WarehouseConfig.StoreType;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a server starts, tells how it is, and stops. */
class ServerLifeTest {
    @TempDir
    private Path folder;

    @Test
    void is_live_from_the_start_and_ready_when_questions_can_be_answered() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            assertThat(get(server, "/health/live").body()).isEqualTo("{\"status\":\"live\"}");
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);

            server.warehouse().goesDown(true);
            TimeUnit.MILLISECONDS.sleep(Readiness.FRESH.toMillis() + 200);

            HttpResponse<String> down = get(server, "/health/ready");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body()).isEqualTo("{\"status\":\"not ready\"}");
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
            server.warehouse().goesDown(false);
            TimeUnit.MILLISECONDS.sleep(Readiness.FRESH.toMillis() + 200);
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void metrics_tell_tools_outcomes_and_rounded_times_and_nothing_of_questions() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();
            server.warehouse().letOne();
            client.call("tools/call", TestServer.COUNT);
            client.tool("list_catalogs");
            client.tool("no_such_tool");
            client.call(
                    "tools/call",
                    "{\"name\":\"approx_count\",\"arguments\":{\"catalog\":\"main\",\"schema\":\"leads\",\"table\":\"secret_table\"}}");

            String text = get(server, "/metrics").body();

            assertThat(text)
                    .contains("leadgen_tool_calls_total{outcome=\"answered\",tool=\"approx_count\"} 1.0")
                    .contains("leadgen_tool_calls_total{outcome=\"answered\",tool=\"list_catalogs\"} 1.0")
                    .contains("leadgen_tool_calls_total{outcome=\"UNKNOWN_TABLE\",tool=\"approx_count\"} 1.0")
                    .contains("leadgen_http_sessions 1.0")
                    .doesNotContain("no_such_tool", "secret_table", "age >", "somebody", "budget", "people");
            assertThat(text.lines().filter(line -> line.startsWith("leadgen_tool_call_seconds_sum")))
                    .isNotEmpty()
                    .allMatch(line -> line.matches(".* \\d+\\.\\d"));
        }
    }

    @Test
    void metrics_can_have_an_address_of_their_own() throws Exception {
        int port = freePort();
        HttpConfig config = new HttpConfig(
                TestServer.LOCAL.listen(),
                null,
                false,
                null,
                null,
                Set.of(),
                Set.of(),
                new ListenAddress("127.0.0.1", port),
                HttpConfig.DEFAULT.limits());
        try (TestServer server = TestServer.start(config)) {
            assertThat(get(server, "/metrics").statusCode()).isEqualTo(404);
            URI own = URI.create("http://127.0.0.1:" + port);
            assertThat(get(own.resolve("/metrics")).body()).contains("leadgen_threads");
            assertThat(get(own.resolve("/mcp")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void an_address_in_use_is_told_and_nothing_is_left_running() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            HttpConfig config = HttpConfig.DEFAULT.at(new ListenAddress("127.0.0.1", taken.getLocalPort()));

            assertThatThrownBy(() -> TestServer.start(config))
                    .isInstanceOf(LeadgenException.class)
                    .hasMessage("The server cannot listen at 127.0.0.1:" + taken.getLocalPort())
                    .extracting(error -> ((LeadgenException) error).code())
                    .isEqualTo(ErrorCode.CONFIG_INVALID);
        }
    }

    @Test
    void lets_calls_end_when_it_is_told_to_stop_and_takes_no_more() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();
            CompletableFuture<HttpResponse<String>> held =
                    client.posting(Client.message(1, "tools/call", TestServer.COUNT));
            assertThat(server.warehouse().hasBegun()).isTrue();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
            while (accepts(server.port())) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(stopped.isDone()).isFalse();
            server.warehouse().letOne();

            assertThat(Client.json(held.get(30, TimeUnit.SECONDS))
                            .at("/result/isError")
                            .booleanValue())
                    .isFalse();
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void cancels_calls_that_do_not_end_and_stops_in_bounded_time() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LOCAL)) {
            Client client = server.client().greet();
            CompletableFuture<HttpResponse<String>> held =
                    client.posting(Client.message(1, "tools/call", TestServer.COUNT));
            assertThat(server.warehouse().hasBegun()).isTrue();

            CompletableFuture.runAsync(server::stop).get(30, TimeUnit.SECONDS);

            assertThat(server.warehouse().hasStopped()).isTrue();
            held.handle((response, gone) -> true).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_body_that_comes_slowly_holds_no_thread_and_no_place() throws Exception {
        HttpConfig config = TestServer.limited(TestServer.LOCAL, new HttpLimits(10_000, 64, 100, 30, 1, 1024));
        try (TestServer server = TestServer.start(config)) {
            Client client = server.client().greet();
            Socket[] slow = new Socket[100];
            for (int i = 0; i < slow.length; i++) {
                slow[i] = new Socket(InetAddress.getLoopbackAddress(), server.port());
                slow[i].getOutputStream()
                        .write(("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 100\r\n\r\n{")
                                .getBytes(StandardCharsets.UTF_8));
            }

            assertThat(client.tool("list_catalogs").at("/result/isError").booleanValue())
                    .isFalse();
            assertThat(server.metric("leadgen_http_running")).isZero();
            InputStream in = slow[0].getInputStream();
            slow[0].setSoTimeout(60_000);
            byte[] answer = in.readNBytes(12);
            assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 408");
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void speaks_tls_with_the_configured_certificate_only() throws Exception {
        Path keystore = folder.resolve("server.p12");
        certificate(keystore, "changeit");
        HttpConfig config = encrypted(new Tls(keystore, new Secret("changeit"), StoreType.PKCS12));
        try (TestServer server = TestServer.start(config)) {
            URI url = URI.create("https://localhost:" + server.port() + "/health/live");
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trusting(keystore)).build();

            assertThat(trusting.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{\"status\":\"live\"}");
            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> get(server, "/health/live")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_certificate_that_cannot_be_read_is_told_without_its_password() throws Exception {
        Path keystore = folder.resolve("other.p12");
        certificate(keystore, "changeit");

        assertThatThrownBy(
                        () -> TestServer.start(encrypted(new Tls(keystore, new Secret("wrong-pw"), StoreType.PKCS12))))
                .isInstanceOf(LeadgenException.class)
                .hasMessageContaining("cannot start")
                .hasMessageNotContaining("wrong-pw");
        assertThatThrownBy(() -> TestServer.start(
                        encrypted(new Tls(folder.resolve("none.p12"), new Secret("x"), StoreType.PKCS12))))
                .isInstanceOf(LeadgenException.class)
                .hasMessageContaining("none.p12");
    }

    private static HttpConfig encrypted(@Nullable Tls tls) {
        return new HttpConfig(
                TestServer.LOCAL.listen(),
                null,
                false,
                tls,
                null,
                Set.of(),
                Set.of(),
                null,
                HttpConfig.DEFAULT.limits());
    }

    /** The JDK has no public way to make a certificate but its tool. */
    private static void certificate(Path keystore, String password) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-Duser.language=en",
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        password,
                        "-keystore",
                        keystore.toString())
                .redirectErrorStream(true)
                .redirectOutput(keystore.resolveSibling("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.exists(keystore)).isTrue();
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore keys = KeyStore.getInstance(keystore.toFile(), "changeit".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static HttpResponse<String> get(TestServer server, String path) throws Exception {
        return get(server.at(path));
    }

    private static HttpResponse<String> get(URI url) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }
}
