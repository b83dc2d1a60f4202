package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.audience.AudienceService;
import io.leadgen.audit.AuditEvent;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Golden;
import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.ErrorCode;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.ledger.JdbcBudgetLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the operator asks of the audit log. No warehouse is there to be asked. */
class AuditCommandTest {
    private static final Map<String, String> NO_COLOUR = Map.of("NO_COLOR", "1");

    @TempDir
    private Path folder;

    private Path log;
    private ServiceSource source;

    @BeforeEach
    void configure() throws IOException {
        log = folder.resolve("audit.jsonl");
        Path file = Files.writeString(
                folder.resolve("config.yml"),
                "warehouse: {embedded: {tables: {main.leads.people: no-such-file.csv}}}\nprivacy: {tables: {main.leads.people: {rows_are_people: true}}}\n");
        LeadgenConfig config = LeadgenConfig.load(file, Map.of("LEADGEN_HOME", folder.toString()));
        source = (given, demo, progress) -> new ServiceSource.Opened() {
            @Override
            public LeadgenConfig config() {
                return config;
            }

            @Override
            public AudienceService audience() {
                throw new AssertionError("an inspection must not start an engine");
            }

            @Override
            public void close() {}
        };
    }

    private void record(String question, @Nullable ErrorCode outcome, String cost, int scans) {
        new JsonLinesAuditSink(log)
                .record(new AuditEvent(
                        Instant.parse("2026-11-24T06:00:00.123Z"),
                        "request-1",
                        "agent-7",
                        "untrusted",
                        question,
                        question.equals("catalogs") ? null : TableName.parse("main.leads.customer_360"),
                        question.equals("catalogs") ? null : "age > <int>",
                        outcome,
                        Rho.of(new BigDecimal(cost)),
                        scans));
    }

    private void recordSome() throws IOException {
        record("catalogs", null, "0", 0);
        record("count", null, "0.000001220704", 1);
        record("funnel", ErrorCode.BUDGET_EXHAUSTED, "0", 0);
        Files.writeString(log, "{\"seq\":4,\"pr", StandardOpenOption.APPEND);
        record("metric percentile", null, "0.0009375", 1);
    }

    private Run run(String... words) {
        return Run.of(source, NO_COLOUR, words);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void theLastEventsAreShown(OutputFormat format) throws IOException {
        recordSome();
        Run run = run("audit", "tail", "-n", "5", "-o", format.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        golden("audit_tail", format, run);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void anIntactLogIsSaidToBeSo(OutputFormat format) throws IOException {
        recordSome();
        Run run = run("audit", "verify", "-o", format.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        golden("audit_verify", format, run);
    }

    private void golden(String name, OutputFormat format, Run run) {
        Golden.check("commands/" + name + "." + format + ".txt", run.out().replace(log.toString(), "LOG"));
    }

    @Test
    void aLogThatWasChangedIsAnErrorThatSaysWhere() throws IOException {
        recordSome();
        Files.writeString(log, Files.readString(log).replace("BUDGET_EXHAUSTED", "ANSWERED"));
        Run run = run("audit", "verify");

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("error[AUDIT_UNAVAILABLE]: The audit log was modified: line 5, ")
                .contains("\nhint: ", log.toString());
        assertThat(run("audit", "verify", "-ojson").err()).startsWith("{\"error\":{\"code\":\"AUDIT_UNAVAILABLE\"");
    }

    @Test
    void aLedgerThatWasPutBackIsAnError() throws IOException {
        recordSome();
        assertThat(run("audit", "verify").exitCode()).isZero();
        Path ledger = folder.resolve("ledger.db");
        byte[] before = Files.readAllBytes(ledger);
        LeadgenConfig config = source.open(null, false, line -> {}).config();
        try (JdbcBudgetLedger spending =
                new JdbcBudgetLedger(config.ledger(), config.ledgerMark(), Clock.systemUTC())) {
            spending.open(
                    new BudgetLedger.ChargeRequest(
                            QuestionKey.of(List.of("q")),
                            Instant.parse("2036-01-01T00:00:00Z"),
                            Population.of(TableName.parse("main.leads.people")),
                            CallerClass.UNTRUSTED,
                            Principal.of("ann")),
                    PrivacyLoss.of(Rho.ofGaussian(640)));
        }
        assertThat(run("audit", "verify").out()).contains("2 charges and answers");
        Files.deleteIfExists(folder.resolve("ledger.db-wal"));
        Files.deleteIfExists(folder.resolve("ledger.db-shm"));
        Files.write(ledger, before);

        Run run = run("audit", "verify");
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).startsWith("error[LEDGER_UNAVAILABLE]: ");
    }

    @Test
    void withoutAFurtherCommandTheLastTenAreShown() {
        for (int i = 0; i < 12; i++) {
            record("count", null, "0", 1);
        }
        assertThat(run("audit", "-ondjson").out().lines())
                .hasSize(10)
                .first()
                .asString()
                .contains("\"seq\":3,");
        assertThat(run("audit", "tail", "-n1", "-ondjson").out().lines())
                .singleElement()
                .asString()
                .contains("\"seq\":12,");
    }

    @Test
    void aLogThatIsNotThereIsAnError() {
        assertThat(run("audit").err()).startsWith("error[AUDIT_UNAVAILABLE]: There is no audit log at\n/");
        assertThat(run("audit", "verify").exitCode()).isEqualTo(6);
        assertThat(run("audit", "tail", "-n", "0").exitCode()).isEqualTo(2);
    }
}
