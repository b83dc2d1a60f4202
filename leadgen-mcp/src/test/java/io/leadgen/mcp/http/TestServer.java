package io.leadgen.mcp.http;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.fixture.TableData;
import io.leadgen.mcp.auth.AuthorizationServer;
import io.leadgen.mcp.auth.Callers;
import io.leadgen.mcp.sdk.CallExecutor;
import io.leadgen.mcp.sdk.CallLimits;
import io.leadgen.mcp.sdk.HttpEndpoint;
import io.leadgen.mcp.sdk.RunningCalls;
import io.leadgen.mcp.sdk.Servers;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.HttpConfig.Claims;
import io.leadgen.runtime.config.HttpConfig.HttpLimits;
import io.leadgen.runtime.config.ListenAddress;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The server as it is shipped, on this machine and any port, over a few invented people. */
final class TestServer implements AutoCloseable {
    /** A question that takes a scan. */
    static final String COUNT = "{\"name\":\"approx_count\",\"arguments\":"
            + "{\"catalog\":\"main\",\"schema\":\"leads\",\"table\":\"people\",\"predicate\":\"age > 40\"}}";

    static final HttpConfig LOCAL = HttpConfig.DEFAULT.at(new ListenAddress("127.0.0.1", 0));

    private final HttpServer server;
    private final CallExecutor calls;
    private final HeldWarehouse warehouse;

    private TestServer(HttpServer server, CallExecutor calls, HeldWarehouse warehouse) {
        this.server = server;
        this.calls = calls;
        this.warehouse = warehouse;
    }

    static TestServer start(HttpConfig config) {
        HeldWarehouse warehouse = new HeldWarehouse(MemoryWarehouse.of(people()));
        CallExecutor calls = new CallExecutor(CallLimits.standard(), new RunningCalls());
        AudienceService audience = service(warehouse);
        Metrics metrics = new Metrics();
        HttpEndpoint endpoint = new HttpEndpoint(new Servers(() -> audience, true, calls), config, metrics);
        Callers callers = new Callers(
                Principal.of("somebody"),
                PrivacyPolicy.DEFAULT,
                Map.of("untrusted", CallerClass.UNTRUSTED, "trusted", CallerClass.TRUSTED));
        return new TestServer(
                HttpServer.start(config, callers, endpoint, warehouse::catalogs, metrics), calls, warehouse);
    }

    private static AudienceService service(HeldWarehouse warehouse) {
        InstantSource clock = InstantSource.system();
        PrivacyPolicy policy = new PrivacyPolicy(
                CallerClass.UNTRUSTED.answeringAtOnce(),
                Map.of(),
                Map.of(
                        TableName.parse("main.leads.people"),
                        new TablePolicy(new PrivacyUnit.Row(null), null, null, null, Map.of())));
        return new AudienceService(
                new AudienceService.Ports(
                        warehouse, new InMemoryBudgetLedger(clock), event -> {}, new Random(5), clock),
                new Scopes(Map.of("main", Set.of("leads"))),
                policy,
                ZoneOffset.UTC);
    }

    private static TableData people() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            rows.add(List.of(i, 18 + i % 70));
        }
        return TableData.of("main.leads.people", Column.of("id", ColumnType.INT), Column.of("age", ColumnType.INT))
                .withRows(rows);
    }

    /** A server that asks for tokens of an issuer. */
    static HttpConfig withTokens(AuthorizationServer issuer) {
        return new HttpConfig(
                LOCAL.listen(),
                null,
                false,
                null,
                issuer.auth(new Claims("sub", "tier", Map.of())),
                Set.of(),
                Set.of(),
                null,
                HttpConfig.DEFAULT.limits());
    }

    static HttpConfig limited(HttpConfig config, HttpLimits limits) {
        return new HttpConfig(
                config.listen(),
                config.publicUrl(),
                config.behindProxy(),
                config.tls(),
                config.auth(),
                config.allowedHosts(),
                config.allowedOrigins(),
                config.metricsListen(),
                limits);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    int port() {
        return server.port();
    }

    HeldWarehouse warehouse() {
        return warehouse;
    }

    RunningCalls running() {
        return calls.running();
    }

    Client client() {
        return new Client(at("/mcp"), null);
    }

    Client client(String token) {
        return new Client(at("/mcp"), token);
    }

    /** The number behind a metric's name, with its labels as they are written. */
    double metric(String name) throws Exception {
        String text = new Client(at("/metrics"), null).get().body();
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** As when the process is told to end. */
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        calls.close();
        server.close();
    }
}
