package io.leadgen.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.Leadgen;
import io.leadgen.testkit.H2Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documents for those who use leadgen from Java, as code that compiles and answers. */
class JavaExampleTest {
    /** Eight standard deviations of the coarsest noise at 1% of some ten thousand: a failure once in 10^15 runs. */
    private static final double FAR = 8;

    @TempDir
    private Path folder;

    private Path config(String table, Path file) throws IOException {
        return Files.writeString(
                folder.resolve("config.yml"),
                """
                warehouse: {embedded: {tables: {%s: '%s'}}}
                audit: {path: '%s'}
                privacy: {ledger: 'jdbc:sqlite:%s', tables: {%s: {rows_are_people: true}}}
                """.formatted(table, file, folder.resolve("audit.jsonl"), folder.resolve("ledger.db"), table),
                UTF_8);
    }

    private static void assertNear(AudienceEstimate estimate, long truth) {
        assertThat(estimate.suppressed()).isFalse();
        assertThat(estimate.interval()).isNotNull();
        assertThat(estimate.interval().confidence()).isEqualTo(0.95);
        double halfWidth =
                estimate.interval().high().subtract(estimate.interval().low()).doubleValue() / 2;
        // 95% of a normal distribution are within 1.96 standard deviations.
        assertThat((double) Math.abs(estimate.approxCount() - truth)).isLessThan(FAR * (halfWidth / 1.96 + 1));
    }

    @Test
    void aConfigurationGoesInAndAnAudienceServiceComesOut() throws IOException {
        StringBuilder csv = new StringBuilder("age,income_level\n");
        IntStream.range(0, 20_000).forEach(i -> csv.append(i % 50).append(i % 3 == 0 ? ",high\n" : ",low\n"));
        Path customers = Files.writeString(folder.resolve("customers.csv"), csv);
        Path config = config("main.leads.customer_360", customers);

        try (Leadgen leadgen = Leadgen.open(config)) {
            AudienceEstimate n = leadgen.audience()
                    .approxCount(TableName.parse("main.leads.customer_360"), "age > 25", Principal.of("me"));

            assertNear(n, 20_000 * 24 / 50);
            assertThat(n.predicate()).isEqualTo("age > 25");
            assertThat(n.requestId()).isNotBlank();
            assertThat(n.privacy().repeated()).isFalse();
        }
    }

    @Test
    void realPeopleOfTheAdultCensus() throws IOException {
        Path adult = Checkout.ROOT.resolve("../shared/data/adult.csv").normalize();
        assumeTrue(Files.exists(adult), () -> "SKIPPED, the real data is not there: " + adult);
        List<String> lines = Files.readAllLines(adult, UTF_8);
        long truth = lines.stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .filter(row ->
                        Integer.parseInt(row[0].strip()) > 25 && row[14].strip().equals(">50K"))
                .count();

        try (Leadgen leadgen = Leadgen.open(config("main.census.adult", adult))) {
            AudienceEstimate n = leadgen.audience()
                    .approxCount(
                            TableName.parse("main.census.adult"), "age > 25 AND income = '>50K'", Principal.of("me"));

            assertThat(truth).isGreaterThan(1_000);
            assertNear(n, truth);
        }
    }

    /** What needs no file and no engine of ours: leadgen-core, and here the testkit's warehouse. */
    @Test
    void theCoreAloneServesAWarehouseOfYourOwn() {
        TableData people = TableData.of(
                "main.leads.people", Column.of("age", ColumnType.INT), Column.of("city", ColumnType.STRING));
        for (int i = 0; i < 3_000; i++) {
            people = people.row(i % 100, i % 2 == 0 ? "NYC" : null);
        }
        try (H2Warehouse warehouse = H2Warehouse.of(people)) {
            Clock clock = Clock.systemUTC();
            AudienceService audience = new AudienceService(
                    new AudienceService.Ports(
                            warehouse, new InMemoryBudgetLedger(clock), event -> {}, new SecureRandom(), clock),
                    new Scopes(Map.of("main", Set.of("leads"))),
                    new PrivacyPolicy(
                            CallerClass.UNTRUSTED,
                            Map.of(),
                            Map.of(
                                    people.schema().name(),
                                    new TablePolicy(new PrivacyUnit.Row(null), null, null, null, Map.of()))),
                    ZoneOffset.UTC);
            TableName table = TableName.parse("main.leads.people");

            AudienceEstimate n = audience.approxCount(table, "age >= 50 AND city = 'NYC'", Principal.of("me"));

            assertNear(n, 750);
            assertThatThrownBy(() -> audience.approxCount(table, "agee > 5", Principal.of("me")))
                    .isInstanceOfSatisfying(LeadgenException.class, error -> {
                        assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_COLUMN);
                        assertThat(error.diagnostics().get(0).hint()).contains("age");
                    });
        }
    }
}
