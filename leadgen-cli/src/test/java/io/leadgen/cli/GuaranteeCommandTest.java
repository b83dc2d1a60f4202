package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Golden;
import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.ledger.JdbcBudgetLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page for a privacy officer. No warehouse is there to be asked. */
class GuaranteeCommandTest {
    private static final Map<String, String> NO_COLOUR = Map.of("NO_COLOR", "1");

    @TempDir
    private Path folder;

    private LeadgenConfig config;

    @BeforeEach
    void configure() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), """
                warehouse:
                  embedded:
                    tables: {main.leads.people: a.csv, main.leads.events: b.csv, main.leads.shops: c.csv, main.leads.odd: d.csv}
                privacy:
                  tables:
                    main.leads.people: {unit: uid, rows_are_people: true, people: customers}
                    main.leads.events: {unit: uid, people: customers}
                    main.leads.shops: {public: true}
                    main.leads.odd: {require: "age > 18"}
                """);
        config = LeadgenConfig.load(file, Map.of("LEADGEN_HOME", folder.toString()));
    }

    private Run run(String... words) {
        ServiceSource source = (given, demo, progress) -> new ServiceSource.Opened() {
            @Override
            public LeadgenConfig config() {
                return config;
            }

            @Override
            public AudienceService audience() {
                throw new AssertionError("a statement must not start an engine");
            }

            @Override
            public void close() {}
        };
        return Run.of(source, NO_COLOUR, words);
    }

    @Test
    void saysWhoIsProtectedAgainstWhatAndHowWell() {
        Run run = run("guarantee");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("People: customers", "main.leads.events, main.leads.people", "uid", "main.leads.odd")
                .containsPattern("one principal, untrusted +30 days +0\\.1 +2\\.35 +61\\.2 %")
                .containsPattern("all principals, untrusted +30 days +0\\.5 +5\\.68 +75\\.1 %")
                .containsPattern("all principals, untrusted +a year +2\\.5 ")
                .containsPattern("all classes together +ever +12\\.5 ")
                .contains("Not protected", "To be trusted")
                .doesNotContain("shops");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void isAsItWasReviewed(OutputFormat format) throws IOException {
        Golden.check(
                "commands/guarantee." + format + ".txt",
                run("guarantee", "-o", format.toString()).out());
    }

    @Test
    void saysWhatIsLeftAfterWhatWasSpent() {
        try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(config.ledger(), config.ledgerMark(), Clock.systemUTC())) {
            ledger.open(
                    new BudgetLedger.ChargeRequest(
                            QuestionKey.of(List.of("q")),
                            Instant.parse("2036-01-01T00:00:00Z"),
                            config.privacy().population(TableName.parse("main.leads.events")),
                            CallerClass.UNTRUSTED,
                            Principal.of("ann")),
                    PrivacyLoss.of(Rho.of(new BigDecimal("0.02"))));
        }
        assertThat(run("guarantee").out()).containsPattern("left, untrusted +0\\.48 of rho");
        assertThat(run("guarantee", "-o", "json").out())
                .contains("\"untrusted\": 0.48", "\"ceiling\"", "\"not_protected\"", "\"guarantees\"");
        assertThat(run("guarantee", "-o", "csv").out()).startsWith("people,from,over,rho,delta,epsilon");
    }
}
