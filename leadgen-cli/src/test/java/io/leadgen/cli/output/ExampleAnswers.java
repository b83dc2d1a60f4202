package io.leadgen.cli.output;

import io.leadgen.audience.Applied;
import io.leadgen.audience.AudienceEstimate;
import io.leadgen.audience.Interval;
import io.leadgen.audience.MetricEstimate;
import io.leadgen.audience.MetricType;
import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.PartitionInfo.PartitionColumn;
import io.leadgen.audience.PredicateCheck;
import io.leadgen.audience.PrivacyStatement;
import io.leadgen.audience.TableMetadata;
import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Bounds;
import io.leadgen.privacy.PrivacyLoss;
import io.leadgen.privacy.Rho;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One answer of each kind, with all that can be in it. */
final class ExampleAnswers {
    private static final TableName TABLE = TableName.parse("main.leads.customer_360");
    private static final String PREDICATE = "age > 25 AND income_level = 'high'";
    private static final String REQUEST = "4c1f0a3e-7d0c-4f5e-9a57-0b8f5a0e6d11";
    private static final Applied POLICY =
            new Applied("consent = TRUE AND is_blocklist = FALSE", "location = 'NYC'", "par_month");
    private static final Applied NOTHING = new Applied(null, null, null);

    private ExampleAnswers() {}

    static Map<String, Answer> all() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("count", count());
        answers.put("count-coarse", coarse());
        answers.put("count-suppressed", suppressed());
        answers.put("metric-avg", average());
        answers.put("metric-max", maximum());
        answers.put("metric-suppressed", metricSuppressed());
        answers.put("check", CheckAnswer.of(check(), false));
        answers.put("check-sql", CheckAnswer.of(check(), true));
        answers.put("catalogs", CatalogAnswers.catalogs(List.of("main", "samples"), REQUEST));
        answers.put("catalogs-none", CatalogAnswers.catalogs(List.of(), REQUEST));
        answers.put("schemas", CatalogAnswers.schemas("main", List.of("leads", "poc_mcp"), REQUEST));
        answers.put(
                "tables",
                CatalogAnswers.tables(
                        "main", "leads", List.of(TABLE, TableName.parse("main.leads.`odd | name`")), REQUEST));
        answers.put("describe", CatalogAnswers.metadata(metadata()));
        answers.put("partitions", CatalogAnswers.partitions(partitions()));
        return answers;
    }

    static Answer count() {
        return CountAnswer.of(new AudienceEstimate(
                TABLE,
                15010L,
                PREDICATE,
                false,
                null,
                interval("14870", "15150"),
                false,
                privacy("customer_id", "0.000099", false),
                NOTHING,
                REQUEST,
                41));
    }

    private static Answer coarse() {
        return CountAnswer.of(new AudienceEstimate(
                TABLE,
                1_234_567L,
                null,
                false,
                null,
                interval("1233313", "1235821"),
                true,
                privacy("row", "0", true),
                POLICY,
                REQUEST,
                3));
    }

    static Answer suppressed() {
        return CountAnswer.of(new AudienceEstimate(
                TABLE,
                null,
                "name = 'Ü\u202e\u001b[31m'",
                true,
                100,
                null,
                false,
                privacy("customer_id", "0.0003137", false),
                NOTHING,
                REQUEST,
                38));
    }

    private static Answer average() {
        return MetricAnswer.of(new MetricEstimate(
                TABLE,
                MetricType.AVG,
                "customer_lifetime_value",
                new BigDecimal("5196.40"),
                List.of(),
                15010L,
                PREDICATE,
                false,
                null,
                interval("5148.10", "5244.70"),
                new Bounds(0, 20000),
                false,
                false,
                privacy("customer_id", "0.000198", false),
                POLICY,
                REQUEST,
                52));
    }

    private static Answer maximum() {
        return MetricAnswer.of(new MetricEstimate(
                TABLE,
                MetricType.MAX,
                "age",
                new BigDecimal("87"),
                List.of(new MetricEstimate.Percentile(99, new BigDecimal("87"))),
                1_000_000L,
                null,
                false,
                null,
                null,
                new Bounds(-0.5, 1e300),
                true,
                false,
                privacy("customer_id", "0.0003137", false),
                NOTHING,
                REQUEST,
                60));
    }

    private static Answer metricSuppressed() {
        return MetricAnswer.of(new MetricEstimate(
                TABLE,
                MetricType.SUM,
                "age",
                null,
                List.of(),
                null,
                PREDICATE,
                true,
                20,
                null,
                new Bounds(0, 120),
                false,
                false,
                privacy("customer_id", "0.0003137", false),
                NOTHING,
                REQUEST,
                60));
    }

    private static PredicateCheck check() {
        return new PredicateCheck(
                TABLE,
                PREDICATE,
                "age >= 26 AND income_level = 'high'",
                List.of(new ColumnName("age"), new ColumnName("income_level")),
                rho("0.000001220704"),
                rho("0.000313720704"),
                rho("0.0999"),
                POLICY,
                "SELECT COUNT(*) AS m0 FROM \"main\".\"leads\".\"customer_360\" AS t0 WHERE (t0.\"age\" >= ?) AND"
                        + " (t0.\"income_level\" = ?)",
                REQUEST);
    }

    private static TableMetadata metadata() {
        return new TableMetadata(
                TABLE,
                "One row per customer, \"gold\" layer",
                "customer_id",
                List.of(
                        new ColumnInfo(
                                "age",
                                "int",
                                false,
                                "in years",
                                false,
                                List.of(),
                                new Bounds(0, 120),
                                "Age on the day of the last contract",
                                "Customer Data",
                                List.of("birth", "years")),
                        new ColumnInfo(
                                "income_level",
                                "string",
                                true,
                                null,
                                false,
                                List.of("low", "medium", "high"),
                                null,
                                null,
                                null,
                                List.of()),
                        new ColumnInfo(
                                "demo_household_composition_fact_v2_final",
                                "string",
                                true,
                                "Who lives in the household, as the billing system sees it; updated every night, and wrong"
                                        + " for students\nwho are <b>registered</b> with their parents | 世帯",
                                false,
                                List.of(),
                                null,
                                null,
                                null,
                                List.of()),
                        new ColumnInfo(
                                "par_month", "string", true, null, true, List.of(), null, null, null, List.of())),
                120,
                318,
                "income",
                POLICY,
                REQUEST);
    }

    private static PartitionInfo partitions() {
        return new PartitionInfo(
                TABLE, List.of(new PartitionColumn("par_month", "string", "YYYYMM")), "par_month", REQUEST);
    }

    private static Interval interval(String low, String high) {
        return new Interval(new BigDecimal(low), new BigDecimal(high), 0.95);
    }

    private static PrivacyStatement privacy(String unit, String cost, boolean repeated) {
        return new PrivacyStatement(
                unit,
                "untrusted",
                PrivacyLoss.of(rho(cost)),
                PrivacyLoss.of(rho("0.099901")),
                1009,
                Instant.parse("2026-11-30T00:00:00Z"),
                repeated);
    }

    private static Rho rho(String value) {
        return Rho.of(new BigDecimal(value));
    }
}
