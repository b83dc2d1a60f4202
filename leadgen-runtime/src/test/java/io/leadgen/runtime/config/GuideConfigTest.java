package io.leadgen.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Scopes;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.PrivacyPolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The migration guide's file, to the letter. */
class GuideConfigTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DATABRICKS_HOST", "https://adb-1.azuredatabricks.net/",
            "DATABRICKS_HTTP_PATH", "/sql/1.0/warehouses/abc",
            "DATABRICKS_WAREHOUSE_ID", "abc",
            "DATABRICKS_CLIENT_ID", "id",
            "DATABRICKS_CLIENT_SECRET", "s3cr3t: {a: b}",
            "DATABRICKS_TOKEN_URL", "https://adb-1.azuredatabricks.net/oidc/v1/token",
            "LEADGEN_HOME", "/state");

    private final Path file = resource("guide.yml");

    @Test
    void loadsUnchanged() {
        LeadgenConfig config = LeadgenConfig.load(file, ENVIRONMENT);

        assertThat(config.warehouse())
                .isEqualTo(new WarehouseConfig.Databricks(
                        "adb-1.azuredatabricks.net", "/sql/1.0/warehouses/abc", "abc", null, null));
        assertThat(config.auth())
                .isEqualTo(new AuthConfig.OAuth(
                        "id",
                        new Secret("s3cr3t: {a: b}"),
                        URI.create("https://adb-1.azuredatabricks.net/oidc/v1/token")));
        assertThat(config.scopes()).isEqualTo(new Scopes(Map.of("main", Set.of("poc_mcp"))));
        assertThat(config.limits()).isEqualTo(new Limits.Keys().defaults());
        assertThat(config.observability()).isEqualTo(new Observability.Keys().defaults());
        assertThat(config.privacy()).isEqualTo(PrivacyPolicy.DEFAULT);
        assertThat(config.ledger().value()).isEqualTo("jdbc:sqlite:" + Path.of("/state", "ledger.db"));
        assertThat(config.auditLog()).isEqualTo(Path.of("/state", "audit.jsonl"));
        assertThat(config.timeZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(config.privacy().principals()).isEmpty();
    }

    @Test
    void showsNoSecret() {
        assertThat(LeadgenConfig.load(file, ENVIRONMENT).toString()).doesNotContain("s3cr3t");
    }

    @Test
    void listsAllUnsetVariablesAtOnce() {
        assertThatThrownBy(() -> LeadgenConfig.load(file, Map.of()))
                .isInstanceOfSatisfying(
                        LeadgenException.class,
                        error -> assertThat(error.hint()).contains("--demo"))
                .hasMessage("""
                        %1$s:2:9: environment variable DATABRICKS_HOST is not set
                        %1$s:3:14: environment variable DATABRICKS_HTTP_PATH is not set
                        %1$s:4:17: environment variable DATABRICKS_WAREHOUSE_ID is not set
                        %1$s:7:16: environment variable DATABRICKS_CLIENT_ID is not set
                        %1$s:8:20: environment variable DATABRICKS_CLIENT_SECRET is not set
                        %1$s:9:16: environment variable DATABRICKS_TOKEN_URL is not set""".formatted(file));
    }

    static Path resource(String name) {
        try {
            return Path.of(GuideConfigTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
