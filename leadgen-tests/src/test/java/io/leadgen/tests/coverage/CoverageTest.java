package io.leadgen.tests.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.Scopes;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.Metric;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.question.answer.MetricEstimate.Percentile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often an interval of 95 % holds the truth, for thirty columns without declared bounds. The short form asks a few times; the long
 * form a thousand (the command is in CONTRIBUTING.md).
 */
@Tag("slow")
class CoverageTest {
    private static final int RUNS = Integer.getInteger("leadgen.test.runs", 30);
    private static final double PROMISED = 0.93;
    private static final Path ADULTS = Path.of(System.getProperty("leadgen.root", ".."), "../shared/data/adult.csv")
            .normalize();
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final PrivacyLoss PLENTY =
            new PrivacyLoss(Rho.of(new BigDecimal("1000")), Delta.of(new BigDecimal("0.001")));
    private static final CallerClass CLASS = new CallerClass(
            "test",
            CallerClass.UNTRUSTED.sigma(),
            PLENTY,
            PLENTY,
            PLENTY,
            Duration.ofDays(30),
            Duration.ofDays(7),
            100,
            Duration.ZERO,
            64,
            200,
            false,
            CallerClass.UNTRUSTED.precision());
    private static final List<String> METRICS = List.of("AVG", "SUM", "MIN", "P10", "MEDIAN", "P90", "MAX");

    /** What came of one metric of one column. */
    private static final class Tally {
        int held;
        int missed;
        int refused;

        void add(boolean holds) {
            held += holds ? 1 : 0;
            missed += holds ? 0 : 1;
        }

        @Override
        public String toString() {
            return held + missed == 0
                    ? "refused"
                    : String.format("%.3f", held / (double) (held + missed))
                            + (refused == 0 ? "" : " (" + refused + " refused)");
        }
    }

    @Test
    void intervalsHoldTheTruth() throws IOException {
        Map<String, SortedColumn> columns = new LinkedHashMap<>(Columns.generated());
        Map<String, SortedColumn> real = Columns.real(ADULTS);
        if (real.isEmpty()) {
            System.out.println("NOT TESTED with real people: " + ADULTS + " is not there");
        }
        columns.putAll(real);
        List<String> unsaid = new ArrayList<>();
        Map<String, Map<String, Tally>> all = new LinkedHashMap<>();
        columns.entrySet().parallelStream().forEach(column -> {
            Map<String, Tally> tallies = tallies(column.getKey(), column.getValue(), unsaid);
            synchronized (all) {
                all.put(column.getKey(), tallies);
            }
        });
        columns.keySet().forEach(name -> System.out.printf("%-40s %s%n", name, all.get(name)));
        assertThat(unsaid).isEmpty();
        // Three standard deviations of what so few runs show.
        double slack = 3 * Math.sqrt(PROMISED * (1 - PROMISED) / RUNS) * (RUNS < 1_000 ? 1 : 0);
        all.forEach((name, tallies) -> tallies.forEach((metric, tally) -> {
            int answered = tally.held + tally.missed;
            if (answered > RUNS / 10) {
                assertThat(tally.held / (double) answered)
                        .as("%s of %s", metric, name)
                        .isGreaterThanOrEqualTo(PROMISED - slack * Math.sqrt(RUNS / (double) answered));
            }
        }));
    }

    private static Map<String, Tally> tallies(String name, SortedColumn column, List<String> unsaid) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        METRICS.forEach(metric -> tallies.put(metric, new Tally()));
        for (int run = 0; run < RUNS; run++) {
            AudienceService service = service(column, name.hashCode() + 1_000_003L * run);
            for (String metric : METRICS) {
                ask(service, column, metric, tallies.get(metric), unsaid, name);
            }
        }
        return tallies;
    }

    private static void ask(
            AudienceService service,
            SortedColumn column,
            String metric,
            Tally tally,
            List<String> unsaid,
            String name) {
        MetricEstimate answer;
        try {
            answer = service.ask(
                    Metric.named(SortedColumn.TABLE, metric, SortedColumn.VALUE),
                    RequestContext.of(Principal.of("ann")));
        } catch (LeadgenException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.METRIC_UNSUPPORTED);
            tally.refused++;
            return;
        }
        if (answer.suppressed()) {
            tally.refused++;
            return;
        }
        Clamping clamping = answer.clamping();
        double n = column.size();
        double outside = (column.below(clamping.bounds().lower())
                        + n
                        - column.through(clamping.bounds().upper()))
                / n;
        double said = clamping.outside().below().add(clamping.outside().above()).doubleValue();
        if (outside > 0.05 && said < 0.02) {
            synchronized (unsaid) {
                unsaid.add(metric + " of " + name + ": " + outside + " outside, " + said + " said");
            }
        }
        tally.add(answer.percentiles().isEmpty() ? holdsTruth(answer, column) : holdsRank(answer, column));
    }

    /** The interval is that of the values as they were clamped. */
    private static boolean holdsTruth(MetricEstimate answer, SortedColumn column) {
        double sum = column.clampedSum(answer.clamping().bounds());
        double truth = answer.metricType().name().equals("SUM") ? sum : sum / column.size();
        Interval interval = answer.interval();
        return interval.low().doubleValue() <= truth && truth <= interval.high().doubleValue();
    }

    /** The percentiles that the value really is, and those that the answer says it is, overlap. */
    private static boolean holdsRank(MetricEstimate answer, SortedColumn column) {
        Percentile percentile = answer.percentiles().get(0);
        double value = percentile.value().doubleValue();
        double below = 100.0 * column.below(value) / column.size();
        double through = 100.0 * column.through(value) / column.size();
        Interval rank = percentile.rank();
        return below <= rank.high().doubleValue() && through >= rank.low().doubleValue();
    }

    private static AudienceService service(SortedColumn column, long seed) {
        TablePolicy policy = new TablePolicy(new PrivacyUnit.Row(new ColumnName("id")), null, null, null, Map.of());
        return new AudienceService(
                new AudienceService.Ports(
                        column,
                        new InMemoryBudgetLedger(() -> NOW),
                        event -> {},
                        new SplittableRandom(seed),
                        () -> NOW),
                new Scopes(Map.of("main", Set.of("leads"))),
                new PrivacyPolicy(CLASS, Map.of(), Map.of(SortedColumn.TABLE, policy)),
                ZoneOffset.UTC,
                100);
    }
}
