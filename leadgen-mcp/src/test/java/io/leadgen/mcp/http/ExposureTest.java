package io.leadgen.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.HttpConfig.Claims;
import io.leadgen.runtime.config.HttpConfig.Tls;
import io.leadgen.runtime.config.HttpConfig.TokenAuth;
import io.leadgen.runtime.config.ListenAddress;
import io.leadgen.runtime.config.Secret;
import io.leadgen.runtime.config.WarehouseConfig.StoreType;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that others could reach asks for tokens and speaks TLS, or does not start. */
class ExposureTest {
    private static final TokenAuth AUTH =
            new TokenAuth("https://login.test", null, null, List.of(), "s", List.of("scope"), Claims.DEFAULT);
    private static final Tls TLS = new Tls(Path.of("a.p12"), new Secret("x"), StoreType.PKCS12);
    private static final URI URL = URI.create("https://leadgen.test");

    private static HttpConfig config(
            String host, @Nullable URI url, boolean proxy, @Nullable Tls tls, @Nullable TokenAuth auth) {
        return new HttpConfig(
                new ListenAddress(host, 8787),
                url,
                proxy,
                tls,
                auth,
                Set.of(),
                Set.of(),
                null,
                HttpConfig.DEFAULT.limits());
    }

    private static void refused(HttpConfig config, String reason, String hint) {
        assertThatThrownBy(() -> NetworkExposure.check(config)).satisfies(error -> {
            LeadgenException refused = (LeadgenException) error;
            assertThat(refused.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
            assertThat(refused.getMessage()).contains(reason);
            assertThat(refused.hint()).contains(hint);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.9.9.9"})
    void on_this_machine_nothing_is_needed(String host) {
        assertThatCode(() -> NetworkExposure.check(config(host, null, false, null, null)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.7", "name.that.does.not.exist.invalid"})
    void beyond_it_tokens_are_needed(String host) {
        refused(config(host, URL, true, null, null), "without a token", "server.http.auth");
        refused(config(host, URL, false, TLS, null), "without a token", "server.http.auth");
    }

    @Test
    void so_are_they_behind_a_proxy_and_under_a_public_name() {
        refused(config("127.0.0.1", null, true, null, null), "without a token", "server.http.auth");
        refused(config("127.0.0.1", URL, false, null, null), "without a token", "server.http.auth");
        assertThatCode(() -> NetworkExposure.check(
                        config("127.0.0.1", URI.create("http://localhost:8787"), false, null, null)))
                .doesNotThrowAnyException();
    }

    @Test
    void tokens_do_not_travel_in_clear_text() {
        refused(config("0.0.0.0", URL, false, null, AUTH), "not be encrypted", "behind_proxy");
        assertThatCode(() -> NetworkExposure.check(config("0.0.0.0", URL, false, TLS, AUTH)))
                .doesNotThrowAnyException();
        assertThatCode(() -> NetworkExposure.check(config("0.0.0.0", URL, true, null, AUTH)))
                .doesNotThrowAnyException();
    }

    @Test
    void clients_must_know_for_which_url_a_token_is() {
        refused(config("0.0.0.0", null, false, TLS, AUTH), "URL", "public_url");
    }

    @Test
    void metrics_are_where_only_this_machine_comes() {
        assertThat(NetworkExposure.showsMetrics(config("127.0.0.1", null, false, null, null)))
                .isTrue();
        assertThat(NetworkExposure.showsMetrics(config("127.0.0.1", null, false, null, AUTH)))
                .isTrue();
        assertThat(NetworkExposure.showsMetrics(config("127.0.0.1", URL, true, null, AUTH)))
                .isFalse();
        assertThat(NetworkExposure.showsMetrics(config("0.0.0.0", URL, false, TLS, AUTH)))
                .isFalse();
    }

    @Test
    void a_server_that_may_not_start_does_not() {
        assertThatThrownBy(() -> TestServer.start(config("0.0.0.0", null, false, null, null)))
                .isInstanceOf(LeadgenException.class)
                .hasMessageStartingWith("The server does not start at 0.0.0.0:8787");
    }
}
