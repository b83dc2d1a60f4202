package io.leadgen.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnMeaning;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.runtime.config.Observability.LogLevel;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.config.WarehouseConfig.Embedded;
import io.leadgen.runtime.config.WarehouseConfig.Proxy;
import io.leadgen.runtime.config.WarehouseConfig.StoreType;
import io.leadgen.runtime.config.WarehouseConfig.TrustStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key, read; and the files that people start from. */
class ExampleConfigTest {
    /** The documented example at the root of the repository; tests run in their module's folder. */
    static final Path FILE = Path.of("..", "config.yml");

    private static final TableName TABLE = TableName.parse("main.poc_mcp.vw_customer360");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "DATABRICKS_HOST", "adb-1.azuredatabricks.net",
            "DATABRICKS_HTTP_PATH", "/sql/1.0/warehouses/abc",
            "DATABRICKS_WAREHOUSE_ID", "abc",
            "DATABRICKS_CLIENT_ID", "id",
            "DATABRICKS_CLIENT_SECRET", "secret",
            "DATABRICKS_TOKEN_URL", "https://adb-1.azuredatabricks.net/oidc/v1/token",
            "DATABRICKS_TOKEN", "token",
            "LEADGEN_HOME", "/state");

    @TempDir
    private Path folder;

    @Test
    void documentedExampleLoadsWithTheDefaults() {
        LeadgenConfig config = LeadgenConfig.load(FILE, ENVIRONMENT);

        assertThat(config.limits()).isEqualTo(new Limits.Keys().defaults());
        assertThat(config.privacy()).isEqualTo(PrivacyPolicy.DEFAULT);
    }

    @Test
    void optionalSectionsOfTheDocumentedExampleShowTheDefaults() throws IOException {
        Files.writeString(folder.resolve("customers.dictionary.csv"), "column,owner\nmsisdn,Sales\n");
        LeadgenConfig config = load(withEverything());

        assertThat(config.observability()).isEqualTo(new Observability.Keys().defaults());
        assertThat(config.privacy().defaultClass()).isEqualTo(CallerClass.UNTRUSTED);
        assertThat(config.privacy().caller(Principal.of("agent-7")).callerClass())
                .isEqualTo(CallerClass.UNTRUSTED);
        assertThat(config.ledger()).isEqualTo(new LedgerUrl("jdbc:sqlite:/state/ledger.db"));
        assertThat(config.auditLog()).isEqualTo(Path.of("/state/audit.jsonl"));
        assertThat(config.timeZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(config.http().listen()).isEqualTo(HttpConfig.DEFAULT.listen());
        assertThat(config.http().limits())
                .isEqualTo(new HttpConfig.HttpLimits(
                        HttpConfig.HttpLimits.REQUESTS_PER_MINUTE,
                        HttpConfig.DEFAULT.limits().maxBodyKb(),
                        HttpConfig.DEFAULT.limits().maxSessions(),
                        HttpConfig.DEFAULT.limits().sessionIdleMinutes(),
                        HttpConfig.DEFAULT.limits().maxConcurrentRequests(),
                        HttpConfig.DEFAULT.limits().maxConnections()));
        assertThat(config.privacy().table(TABLE).unit()).isEqualTo(new PrivacyUnit.Row(new ColumnName("msisdn")));
    }

    /** The example with its optional sections as if all comment signs of examples were removed. */
    static String withEverything() throws IOException {
        String example = Files.readString(FILE);
        int optional = example.indexOf("observability:");
        return example.substring(0, optional) + example.substring(optional).replaceAll("(?m)^( *)#(?=\\S)", "$1");
    }

    @Test
    void contractExampleLoads() throws IOException {
        String yaml = Files.readString(GuideConfigTest.resource("interfaces.yml"))
                .replace("token_url: ...", "token_url: https://h.example/token");

        LeadgenConfig config = load(yaml);

        assertThat(config.auditLog()).isEqualTo(Path.of("/state/audit.jsonl"));
        assertThat(config.privacy().caller(Principal.of("anybody")).callerClass())
                .isEqualTo(CallerClass.UNTRUSTED);
        assertThat(config.privacy().table(TABLE))
                .isEqualTo(new TablePolicy(
                        new PrivacyUnit.Key(new ColumnName("msisdn")),
                        "consent = TRUE AND is_blocklist = FALSE",
                        null,
                        new TablePolicy.Partition(new ColumnName("par_month"), true),
                        Map.of(
                                new ColumnName("msisdn"),
                                new ColumnPolicy(ColumnRole.IDENTIFIER, null, List.of()),
                                new ColumnName("customer_lifetime_value"),
                                new ColumnPolicy(ColumnRole.ATTRIBUTE, new Bounds(0, 20000), List.of()),
                                new ColumnName("income_level"),
                                new ColumnPolicy(ColumnRole.ATTRIBUTE, null, List.of("low", "medium", "high")))));
        assertThat(config.privacy().table(TableName.parse("main.leads.customer_360")))
                .isEqualTo(TablePolicy.NONE.withRowFilter("location = ${user.region}"));
        assertThat(config.privacy().caller(Principal.of("agent-7")))
                .isEqualTo(new Caller(CallerClass.UNTRUSTED, Map.of("region", "NYC")));
    }

    private static PrivacyLoss budget(String rho, String delta) {
        return new PrivacyLoss(Rho.of(new BigDecimal(rho)), Delta.of(new BigDecimal(delta)));
    }

    @Test
    void everyKeyIsRead() throws IOException {
        Files.writeString(folder.resolve("events.csv"), "column,owner\nspend,Finance\n");
        LeadgenConfig config = load(Files.readString(GuideConfigTest.resource("full.yml")));

        assertThat(config.warehouse())
                .isEqualTo(new Databricks(
                        "adb-1.azuredatabricks.net",
                        "/sql/1.0/warehouses/abc",
                        "0123",
                        new Proxy("proxy.example.com", 8080),
                        new TrustStore(folder.resolve("ca.jks"), new Secret("changeit"), StoreType.JKS)));
        assertThat(config.auth()).isEqualTo(new AuthConfig.Token(new Secret("token")));
        assertThat(config.scopes().schemasByCatalog())
                .isEqualTo(Map.of("main", Set.of("leads", "poc_mcp"), "dev", Set.of("1")));
        assertThat(config.limits())
                .isEqualTo(new Limits(
                        Limits.UNLIMITED, null, 7, Set.of(Limits.StatementType.SELECT, Limits.StatementType.DESCRIBE)));
        assertThat(config.observability()).isEqualTo(new Observability(LogLevel.DEBUG, false));
        assertThat(config.ledger().value()).isEqualTo("jdbc:postgresql://db.example/leadgen?password=pw");
        CallerClass partner = new CallerClass(
                "partner",
                80,
                budget("0.05", "2e-8"),
                budget("0.25", "1e-7"),
                budget("1.5", "5e-7"),
                Duration.ofDays(7),
                Duration.ofDays(2),
                200,
                Duration.ofMillis(250),
                32,
                50,
                true,
                Precision.parse("10%"));
        assertThat(config.privacy().defaultClass()).isEqualTo(partner);
        assertThat(config.privacy().caller(Principal.of("nobody")).callerClass())
                .isEqualTo(partner);
        assertThat(config.privacy()
                        .caller(Principal.of("alice@example.com"))
                        .callerClass()
                        .name())
                .isEqualTo("trusted");
        assertThat(config.privacy()
                        .caller(Principal.of("alice@example.com"))
                        .callerClass()
                        .sigma())
                .isEqualTo(20);
        assertThat(config.privacy()
                        .caller(Principal.of("alice@example.com"))
                        .callerClass()
                        .threshold())
                .isEqualTo(CallerClass.TRUSTED.threshold());
        assertThat(config.privacy().table(TableName.parse("main.leads.people")).unit())
                .isEqualTo(new PrivacyUnit.Row(null));
        assertThat(config.privacy().table(TableName.parse("main.leads.events")).partition())
                .isEqualTo(new TablePolicy.Partition(new ColumnName("par_day"), false));
        assertThat(config.privacy().table(TableName.parse("main.leads.events")).meaning(new ColumnName("SPEND")))
                .isEqualTo(new ColumnMeaning(null, null, List.of(), "Finance", List.of()));
        assertThat(config.privacy()
                        .table(TableName.parse("main.leads.events"))
                        .column(new ColumnName("answer"))
                        .values())
                .containsExactly("yes", "NO", "1", "1.50", "true", "2026-11-01");
        assertThat(config.auditLog()).isEqualTo(folder.resolve("logs/audit.jsonl"));
        assertThat(config.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(config.http())
                .isEqualTo(new HttpConfig(
                        new ListenAddress("::", 8443),
                        URI.create("https://leadgen.example.com"),
                        true,
                        new HttpConfig.Tls(folder.resolve("server.p12"), new Secret("hidden"), StoreType.JKS),
                        new HttpConfig.TokenAuth(
                                "https://login.example.com/",
                                URI.create("http://localhost:9000/keys"),
                                "leadgen",
                                List.of("https://leadgen.example.com"),
                                "audiences",
                                List.of("roles"),
                                new HttpConfig.Claims(
                                        "client_id", "tier", Map.of("region", "https://example.com/region"))),
                        Set.of("leadgen.internal", "10.0.0.7:8443"),
                        Set.of("https://app.example.com"),
                        new ListenAddress("localhost", 9464),
                        new HttpConfig.HttpLimits(Limits.UNLIMITED, 64, 10, 5, 8, 100)));
        assertThat(config.toString()).doesNotContain("hidden", "changeit", "token]", "password=pw");
    }

    @Test
    void minimalExamplesLoad() throws IOException {
        LeadgenConfig embedded = load(ConfigLocator.EMBEDDED);
        assertThat(embedded.warehouse())
                .isEqualTo(new Embedded(
                        Map.of(TableName.parse("main.leads.customers"), folder.resolve("customers.parquet"))));
        assertThat(embedded.auth()).isNull();
        assertThat(embedded.scopes().schemasByCatalog()).isEqualTo(Map.of("main", Set.of("leads")));
        assertThat(embedded.limits()).isEqualTo(new Limits.Keys().defaults());
        assertThat(embedded.observability()).isEqualTo(new Observability.Keys().defaults());
        assertThat(embedded.privacy()).isEqualTo(PrivacyPolicy.DEFAULT);
        assertThat(embedded.ledger()).isEqualTo(new LedgerUrl("jdbc:sqlite:/state/ledger.db"));
        assertThat(embedded.auditLog()).isEqualTo(Path.of("/state/audit.jsonl"));
        assertThat(embedded.timeZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(embedded.http()).isEqualTo(HttpConfig.DEFAULT);
        assertThat(embedded.privacy().principals()).isEmpty();
        assertThat(load(ConfigLocator.DATABRICKS).scopes().allows("main", "leads"))
                .isTrue();
    }

    @Test
    void embeddedTablesSayWhatIsInScope() throws IOException {
        LeadgenConfig config = load("""
                warehouse: {embedded: {tables: {b.c.d: ../x.csv, A.b.C: /data/y.parquet}}}
                """);

        assertThat(config.scopes().schemasByCatalog()).isEqualTo(Map.of("a", Set.of("b"), "b", Set.of("c")));
        assertThat(((Embedded) config.warehouse()).tables())
                .containsExactly(
                        Map.entry(TableName.parse("b.c.d"), folder.getParent().resolve("x.csv")),
                        Map.entry(TableName.parse("a.b.c"), Path.of("/data/y.parquet")));
        assertThat(config.auth()).isNull();
    }

    @Test
    void theEmbeddedEngineHasTheConfiguredThreads() throws IOException {
        LeadgenConfig config = load("warehouse: {embedded: {tables: {a.b.c: x.csv}}, threads: 3}\n");

        assertThat(config.warehouse())
                .isEqualTo(new Embedded(Map.of(TableName.parse("a.b.c"), folder.resolve("x.csv")), Map.of(), 3));
    }

    private LeadgenConfig load(String yaml) throws IOException {
        return LeadgenConfig.load(Files.writeString(folder.resolve("config.yml"), yaml), ENVIRONMENT);
    }
}
