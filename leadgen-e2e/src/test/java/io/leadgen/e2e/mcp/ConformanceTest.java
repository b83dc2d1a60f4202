package io.leadgen.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadgen.mcp.auth.Callers;
import io.leadgen.mcp.http.HttpServer;
import io.leadgen.mcp.http.Metrics;
import io.leadgen.mcp.sdk.HttpEndpoint;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.ListenAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The official conformance suite. Most of its scenarios call tools, prompts and resources of names that are its own: they run against the
 * product's HTTP stack with those in place of ours. All run against the product, too, with a list of those that cannot apply.
 */
@DisabledOnOs(OS.WINDOWS) // a POSIX shell script starts the server
@Tag("slow")
class ConformanceTest {
    private static final String SESSIONS = "2025-11-25";
    private static final String STATELESS = "2026-07-28";

    /** What the scenario server-stateless wants of a tool that needs a capability of the client. */
    private static final Set<String> OF_CAPABILITIES =
            Set.of("sep-2575-server-rejects-undeclared-capability", "sep-2575-missing-capability-http-400");

    /** They say at each start and each greeting that it happens; held here, since a logger that nobody holds forgets its level. */
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("io.modelcontextprotocol"), Logger.getLogger("org.eclipse.jetty"));

    @TempDir
    static Path folder;

    private static NpmClients clients;
    private static HttpServer fixtures;
    private static Town.Served product;

    @BeforeAll
    static void start() throws Exception {
        clients = NpmClients.installed();
        TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
        product = Town.in(folder, "server: {http: {requests_per_minute: -1}}").serve();
        HttpConfig config = HttpConfig.DEFAULT.at(new ListenAddress("127.0.0.1", 0));
        Metrics metrics = new Metrics();
        fixtures = HttpServer.start(
                config,
                new Callers(Principal.of("somebody"), PrivacyPolicy.DEFAULT, Map.of()),
                new HttpEndpoint(new ConformanceFixtures(), config, metrics),
                () -> {},
                metrics);
    }

    @AfterAll
    static void stop() throws Exception {
        if (fixtures != null) {
            fixtures.close();
        }
        if (product != null) {
            product.close();
        }
    }

    private static String list(String name) throws Exception {
        return Path.of(ConformanceTest.class.getResource("conformance/" + name).toURI())
                .toString();
    }

    private static void passes(NpmClients.Run run, int scenarios) {
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("✓ ") || line.startsWith("✗ ")))
                .as("scenarios in the summary")
                .hasSizeGreaterThanOrEqualTo(scenarios);
    }

    @Test
    void theSuiteOfTheDayPassesWithFixtures() {
        NpmClients.Run run = clients.conformance("--url", fixtures.url(), "--suite", "active");

        passes(run, 30);
        assertThat(run.out()).doesNotContain("✗ ");
    }

    @Test
    void theNewerSuitePassesWithFixtures() {
        NpmClients.Run run = clients.newerConformance("--url", fixtures.url(), "--requirements", SESSIONS);

        passes(run, 30);
        assertThat(run.out()).doesNotContain("✗ ");
    }

    @Test
    void withoutSessionsAllThatAppliesPassesWithFixtures() throws Exception {
        Path out = folder.resolve("stateless-fixtures");
        passes(
                clients.newerConformance(
                        "--url",
                        fixtures.url(),
                        "--requirements",
                        STATELESS,
                        "--expected-failures",
                        list("fixtures-2026-07-28.yml"),
                        "--output-dir",
                        out.toString()),
                37);

        assertThat(failed(out, "server-stateless")).isEqualTo(OF_CAPABILITIES);
        assertThat(failed(out, "http-header-validation")).isEmpty();
    }

    @Test
    void theProductPassesWhatApplies() throws Exception {
        passes(
                clients.conformance(
                        "--url", product.url(), "--suite", "active", "--expected-failures", list("product.yml")),
                30);
        passes(
                clients.newerConformance(
                        "--url", product.url(), "--requirements", SESSIONS, "--expected-failures", list("product.yml")),
                30);
    }

    @Test
    void theProductPassesWhatAppliesWithoutSessions() throws Exception {
        Path out = folder.resolve("stateless-product");
        passes(
                clients.newerConformance(
                        "--url",
                        product.url(),
                        "--requirements",
                        STATELESS,
                        "--expected-failures",
                        list("product-2026-07-28.yml"),
                        "--output-dir",
                        out.toString()),
                37);

        Set<String> ofOtherTools = new TreeSet<>(OF_CAPABILITIES);
        ofOtherTools.add("sep-2575-http-server-no-independent-requests-on-stream");
        ofOtherTools.add("sep-2575-server-no-log-without-loglevel");
        assertThat(failed(out, "server-stateless")).isEqualTo(ofOtherTools);
        assertThat(failed(out, "http-header-validation")).isEmpty();
    }

    /** The checks of a scenario that have failed: a scenario that is expected to fail could fail in more than is expected. */
    private static Set<String> failed(Path out, String scenario) throws IOException {
        Path checks;
        try (var folders = Files.list(out)) {
            checks = folders.filter(one -> one.getFileName().toString().startsWith("server-" + scenario + "-2"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("checks.json");
        }
        Set<String> failed = new TreeSet<>();
        for (JsonNode check : new ObjectMapper().readTree(checks.toFile())) {
            if (check.path("status").asText().equals("FAILURE")) {
                failed.add(check.path("id").asText());
            }
        }
        return failed;
    }
}
