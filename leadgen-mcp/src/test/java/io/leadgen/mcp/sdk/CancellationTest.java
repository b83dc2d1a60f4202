package io.leadgen.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.audience.AudienceService;
import io.leadgen.audit.AuditEvent;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.mcp.People;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call that is cancelled, abandoned or late is stopped down to its statement, and nothing of it is left. */
class CancellationTest {
    private static final Map<String, Object> COUNT = count("age > 30");

    private static Map<String, Object> count(String predicate) {
        return Map.of("catalog", "main", "schema", "leads", "table", "people", "predicate", predicate);
    }

    /** A warehouse that takes for ever, unless it is told to stop. */
    private static final class Slow implements Warehouse {
        private final Warehouse next;
        private final boolean deaf;
        final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        final CountDownLatch release = new CountDownLatch(1);

        Slow(Warehouse next, boolean deaf) {
            this.next = next;
            this.deaf = deaf;
        }

        @Override
        public List<String> catalogs() {
            return next.catalogs();
        }

        @Override
        public List<String> schemas(String catalog) {
            return next.schemas(catalog);
        }

        @Override
        public List<TableName> tables(String catalog, String schema) {
            return next.tables(catalog, schema);
        }

        @Override
        public Optional<TableSchema> describe(TableName table) {
            return next.describe(table);
        }

        @Override
        public String explain(AggregateQuery query) {
            return next.explain(query);
        }

        @Override
        public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
            CountDownLatch stopped = new CountDownLatch(1);
            try (Cancellation.Registration waiting = cancellation.onCancel(deaf ? () -> {} : stopped::countDown)) {
                assertThat(waiting).isNotNull();
                events.add("begun");
                if (deaf) {
                    release.await();
                } else {
                    stopped.await();
                }
                events.add("stopped");
                cancellation.check();
                return next.aggregate(query, cancellation);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            next.close();
        }

        void expect(String event) {
            try {
                assertThat(events.poll(60, TimeUnit.SECONDS)).isEqualTo(event);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @TempDir
    Path folder;

    private final BlockingQueue<AuditEvent> audit = new LinkedBlockingQueue<>();
    private Slow slow;
    private People.Service service;

    @BeforeEach
    void start() {
        start(false);
    }

    private void start(boolean deaf) {
        service = People.service(
                folder,
                warehouse -> {
                    slow = new Slow(warehouse, deaf);
                    return slow;
                },
                audit::add);
        service.get();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void recorded(ErrorCode outcome) throws InterruptedException {
        AuditEvent event = audit.poll(60, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.outcome()).isEqualTo(outcome);
    }

    private static void nothingRuns(Client client) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (client.running().size() > 0 && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        assertThat(client.running().size()).isZero();
    }

    @Test
    void aCancelledCallStopsItsStatementAndGetsNoResponse() throws Exception {
        try (Client client = Client.of(service, "me")) {
            int id = client.askTool("approx_count", COUNT);
            slow.expect("begun");
            // Somebody else's id, or none, stops nothing.
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"" + id
                    + "\"}}");
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}");
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":{}}}");
            assertThat(client.call("list_catalogs", Map.of()).get("isError").asBoolean())
                    .isFalse();
            recorded(null);
            assertThat(slow.events).isEmpty();

            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id
                    + "}}");
            slow.expect("stopped");
            recorded(ErrorCode.CANCELLED);
            nothingRuns(client);
            client.endInput();
            assertThat(client.lines()).noneMatch(line -> line.contains("\"id\":" + id + ","));
        }
    }

    /** As a transport does it that has several clients: by whose call it is. */
    @Test
    void aCallCanBeStoppedByItsNameAndByNoOther() throws Exception {
        try (Client client = Client.of(service, "me")) {
            int id = client.askTool("approx_count", COUNT);
            slow.expect("begun");
            assertThat(client.running().cancel(CallId.of(Principal.of("you"), "", id)))
                    .isFalse();
            assertThat(client.running().cancel(CallId.of(Principal.of("me"), "s", id)))
                    .isFalse();
            assertThat(client.running().cancel(CallId.of(Principal.of("me"), "", "" + id)))
                    .isFalse();
            assertThat(client.running().cancel(CallId.of(Principal.of("me"), "", (long) id)))
                    .isTrue();
            slow.expect("stopped");
            assertThat(client.response(id)
                            .at("/result/structuredContent/error/code")
                            .asText())
                    .isEqualTo("CANCELLED");
        }
    }

    @Test
    void aCallThatTakesTooLongIsStoppedAndSaysSo() throws Exception {
        CallLimits short_ =
                new CallLimits(Duration.ofMillis(200), Duration.ofSeconds(60), Duration.ofSeconds(60), 4, 4);
        try (Client client = Client.introduced(new Client(service, "me", short_))) {
            JsonNode result = client.call("approx_count", COUNT);
            assertThat(result.get("isError").asBoolean()).isTrue();
            assertThat(result.at("/structuredContent/error/code").asText()).isEqualTo("TIMEOUT");
            slow.expect("begun");
            slow.expect("stopped");
            nothingRuns(client);
        }
    }

    @Test
    void aCallThatCannotBeStoppedIsAnsweredAllTheSame() throws Exception {
        service.close();
        start(true);
        CallLimits short_ =
                new CallLimits(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofSeconds(60), 4, 4);
        try (Client client = Client.introduced(new Client(service, "me", short_))) {
            JsonNode result = client.call("approx_count", COUNT);
            assertThat(result.at("/structuredContent/error/code").asText()).isEqualTo("TIMEOUT");
            slow.expect("begun");
            slow.release.countDown();
        }
    }

    @Test
    void callsThatNobodyReadsAreStopped() throws Exception {
        try (Client client = Client.of(service, "me")) {
            client.askTool("approx_count", COUNT);
            slow.expect("begun");
            client.stopReading();
            client.ask("tools/list", Map.of());
            slow.expect("stopped");
            nothingRuns(client);
        }
    }

    @Test
    void callsRunSideBySideAndTooManyAreRefused() throws Exception {
        CallLimits few = new CallLimits(Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofSeconds(60), 2, 1);
        try (Client client = Client.introduced(new Client(service, "me", few))) {
            // Different questions: the same one at the same time is asked once.
            int first = client.askTool("approx_count", count("age > 31"));
            slow.expect("begun");
            int second = client.askTool("approx_count", count("age > 32"));
            slow.expect("begun");
            int third = client.askTool("approx_count", count("age > 33"));
            JsonNode fourth = client.call("approx_count", count("age > 34"));
            assertThat(fourth.at("/structuredContent/error/code").asText()).isEqualTo("BUSY");
            for (int id : List.of(first, second, third)) {
                client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":"
                        + id + "}}");
            }
            nothingRuns(client);
        }
    }

    @Test
    void whoeverWaitsIsToldAtFixedStepsThatTheCallGoesOn() throws Exception {
        CallLimits lively = new CallLimits(Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofMillis(20), 2, 1);
        try (Client client = Client.introduced(new Client(service, "me", lively))) {
            int id = client.ask(
                    "tools/call",
                    Map.of("name", "approx_count", "arguments", COUNT, "_meta", Map.of("progressToken", "token")));
            for (int i = 1; i <= 3; i++) {
                JsonNode sign = client.notification("notifications/progress");
                assertThat(sign.get("params").toString())
                        .isEqualTo(
                                "{\"progressToken\":\"token\",\"progress\":" + i + ".0,\"message\":\"still working\"}");
            }
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id
                    + "}}");
            slow.expect("begun");
            slow.expect("stopped");
            nothingRuns(client);
            int told = client.lines().size();
            client.request("ping", Map.of());
            assertThat(client.lines().size()).isLessThanOrEqualTo(told + 2);
        }
    }

    @Test
    void anIdThatIsInUseIsRefused() throws Exception {
        try (Client client = Client.of(service, "me")) {
            int id = client.askTool("approx_count", COUNT);
            slow.expect("begun");
            client.send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/list\"}");
            assertThat(client.response(id).at("/error/code").asInt()).isEqualTo(-32600);
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id
                    + "}}");
            slow.expect("stopped");
        }
    }

    @Test
    void aDefectIsAnIdAndNothingElse() throws IOException {
        Supplier<AudienceService> broken = () -> {
            throw new IllegalStateException("jdbc:databricks://host/token=secret");
        };
        try (Client client = Client.of(broken, "me")) {
            JsonNode result = client.call("approx_count", COUNT);
            assertThat(result.at("/structuredContent/error/code").asText()).isEqualTo("INTERNAL");
            assertThat(client.request("resources/read", Map.of("uri", "leadgen://tables/main/leads/people"))
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32000);
            assertThat(client.lines()).noneMatch(line -> line.contains("secret") || line.contains("Exception"));
        }
    }
}
