package io.leadgen.mcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.LazyLeadgen;
import io.leadgen.mcp.auth.AuthorizationServer;
import io.leadgen.mcp.auth.Callers;
import io.leadgen.mcp.sdk.CallExecutor;
import io.leadgen.mcp.sdk.CallLimits;
import io.leadgen.mcp.sdk.HttpEndpoint;
import io.leadgen.mcp.sdk.RunningCalls;
import io.leadgen.mcp.sdk.Servers;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.LeadgenConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers over one ledger in PostgreSQL, as behind a balancer that sends each request to either: budgets are common, and what one
 * has answered the other answers again for nothing.
 */
class TwoInstancesTest {
    private static final String CONFIG = """
            warehouse: {embedded: {tables: {main.leads.people: people.csv}}}
            privacy:
              ledger: ${LEDGER}
              classes:
                untrusted: {response_step_ms: 0, principal_budget: 0.001}
              tables: {main.leads.people: {rows_are_people: true}}
            """;
    private static final AuthorizationServer ISSUER = AuthorizationServer.start();

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static final List<Instance> INSTANCES = new ArrayList<>();

    /** One process, as far as it matters: its own leadgen, its own mark of the ledger, its own sessions. */
    private record Instance(HttpServer server, CallExecutor calls, LazyLeadgen leadgen) {
        static Instance start(String ledger, Path home) throws Exception {
            LeadgenConfig config = LeadgenConfig.load(
                    folder.resolve("config.yml"), Map.of("LEDGER", ledger, "LEADGEN_HOME", home.toString()));
            HttpConfig http = TestServer.withTokens(ISSUER);
            LazyLeadgen leadgen = new LazyLeadgen(() -> Leadgen.open(config));
            CallExecutor calls = new CallExecutor(CallLimits.standard(), new RunningCalls());
            Metrics metrics = new Metrics();
            HttpServer server = HttpServer.start(
                    http,
                    new Callers(Principal.of("nobody"), config.privacy(), config.classes()),
                    new HttpEndpoint(new Servers(leadgen, true, calls), http, metrics),
                    leadgen::check,
                    metrics);
            return new Instance(server, calls, leadgen);
        }

        Client client(String principal) {
            return new Client(URI.create("http://127.0.0.1:" + server.port() + "/mcp"), ISSUER.token(principal));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        StringBuilder rows = new StringBuilder("id,age\n");
        for (int i = 0; i < 3000; i++) {
            rows.append(i).append(',').append(18 + i % 70).append('\n');
        }
        Files.writeString(folder.resolve("people.csv"), rows);
        Files.writeString(folder.resolve("config.yml"), CONFIG);
        postgres = EmbeddedPostgres.builder().start();
        String ledger = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres&password=s3cret";
        for (String name : List.of("one", "other")) {
            INSTANCES.add(Instance.start(ledger, Files.createDirectory(folder.resolve(name))));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (Instance instance : INSTANCES) {
            instance.server().close();
            instance.calls().close();
            instance.leadgen().close();
        }
        postgres.close();
        ISSUER.close();
    }

    private static JsonNode count(int instance, String principal, int age) throws Exception {
        Map<String, Object> params = Map.of(
                "name",
                "approx_count",
                "arguments",
                Map.of("catalog", "main", "schema", "leads", "table", "people", "predicate", "age > " + age));
        return INSTANCES
                .get(instance)
                .client(principal)
                .modern("tools/call", "approx_count", params)
                .at("/result/structuredContent");
    }

    @Test
    void what_one_has_answered_the_other_answers_again_for_nothing() throws Exception {
        JsonNode first = count(0, "p", 40);
        JsonNode again = count(1, "p", 40);

        assertThat(first.at("/privacy/repeated").booleanValue()).isFalse();
        assertThat(again.at("/privacy/repeated").booleanValue()).isTrue();
        assertThat(again.at("/privacy/cost").decimalValue()).isZero();
        assertThat(again.path("approx_count")).isEqualTo(first.path("approx_count"));
        assertThat(again.at("/privacy/budget_left")).isEqualTo(first.at("/privacy/budget_left"));
    }

    @Test
    void requests_go_to_either_and_the_budget_is_one() throws Exception {
        double left = 0.001;
        int asked = 0;
        for (int age = 18; age < 400; age++) {
            JsonNode answer = count(age % 2, "spender", age);
            if (answer.has("error")) {
                assertThat(answer.at("/error/code").textValue()).isEqualTo("BUDGET_EXHAUSTED");
                break;
            }
            asked++;
            double now = answer.at("/privacy/budget_left").doubleValue();
            assertThat(now).isLessThan(left);
            left = now;
        }

        assertThat(asked).isBetween(2, 380);
        assertThat(count(0, "spender", 500).at("/error/code").textValue()).isEqualTo("BUDGET_EXHAUSTED");
        assertThat(count(1, "spender", 501).at("/error/code").textValue()).isEqualTo("BUDGET_EXHAUSTED");
    }

    @Test
    void each_has_its_own_sessions_which_the_revision_without_them_does_not_need() throws Exception {
        Client greeted = INSTANCES.get(0).client("p").greet();

        assertThat(greeted.tool("list_catalogs").has("result")).isTrue();
        assertThat(INSTANCES
                        .get(1)
                        .client("p")
                        .in(greeted.session())
                        .post(Client.message(1, "tools/list", "{}"))
                        .statusCode())
                .isEqualTo(404);
        for (int i = 0; i < 4; i++) {
            assertThat(INSTANCES
                            .get(i % 2)
                            .client("p")
                            .modern("tools/list", null, Map.of())
                            .has("result"))
                    .isTrue();
        }
    }

    @Test
    void both_are_ready() throws Exception {
        for (Instance instance : INSTANCES) {
            assertThat(new Client(
                                    URI.create("http://127.0.0.1:"
                                            + instance.server().port() + "/health/ready"),
                                    null)
                            .get()
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
