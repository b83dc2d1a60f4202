package io.leadgen.cli.answer;

import io.leadgen.attacks.AttackReport;
import io.leadgen.attacks.AttackReport.Result;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Evidence.Accuracy;
import io.leadgen.attacks.game.Evidence.Leaks;
import io.leadgen.audience.BudgetStatement;
import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.PartitionInfo.PartitionColumn;
import io.leadgen.audience.TableMetadata;
import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.ask.CheckAnswer;
import io.leadgen.cli.answer.ask.CountAnswer;
import io.leadgen.cli.answer.ask.FunnelAnswer;
import io.leadgen.cli.answer.ask.MetricAnswer;
import io.leadgen.cli.answer.ask.OverlapAnswer;
import io.leadgen.cli.answer.ask.ProfileAnswer;
import io.leadgen.cli.answer.ask.SegmentsAnswer;
import io.leadgen.cli.answer.ask.TrendAnswer;
import io.leadgen.cli.answer.explore.CatalogAnswers;
import io.leadgen.cli.answer.keep.ReportAnswer;
import io.leadgen.cli.answer.keep.ReportPlanAnswer;
import io.leadgen.cli.answer.operate.AttackAnswer;
import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Picture;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.Guarantee;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.GroupMetric;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.question.answer.MetricType;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer of each kind, with all that can be in it. */
public final class ExampleAnswers {
    private static final TableName TABLE = TableName.parse("main.leads.customer_360");
    private static final String PREDICATE = "age > 25 AND income_level = 'high'";
    private static final String REQUEST = "4c1f0a3e-7d0c-4f5e-9a57-0b8f5a0e6d11";
    private static final AppliedPolicy POLICY =
            new AppliedPolicy("consent = TRUE AND is_blocklist = FALSE", "location = 'NYC'", "par_month");
    private static final AppliedPolicy NOTHING = new AppliedPolicy(null, null, null);

    private static final NoisyCount TOO_FEW = new NoisyCount(null, true, null);

    private ExampleAnswers() {}

    static Map<String, Answer> all() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("count", count());
        answers.put("count-coarse", coarse());
        answers.put("count-suppressed", suppressed());
        answers.put("metric-avg", average());
        answers.put("metric-max", maximum());
        answers.put("metric-suppressed", metricSuppressed());
        answers.put("metric-percentiles", percentiles());
        answers.put("counts", CountAnswer.of(List.of(estimate(15_010L), estimate(null))));
        answers.put("segments", new SegmentsAnswer(segments()).answer());
        answers.put("trend", new TrendAnswer(trend()).answer());
        answers.put("funnel", new FunnelAnswer(funnel()).answer());
        answers.put("overlap", new OverlapAnswer(overlap()).answer());
        answers.put("profile", new ProfileAnswer(profile()).answer());
        answers.put("profile-calendar", new ProfileAnswer(profileOfDays()).answer());
        answers.put("check", CheckAnswer.of(check(), false));
        answers.put("report", report());
        answers.put("report-plan", reportPlan());
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
        answers.put("attack", attack(new Leaks(0, 154, "fields differ"), 100));
        answers.put("attack-alarm", attack(new Leaks(2, 154, "fields differ"), 51));
        return answers;
    }

    /** The answers that can be drawn. */
    public static Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("segments", new SegmentsAnswer(segments()).figure());
        figures.put("trend", new TrendAnswer(trend()).figure());
        figures.put("funnel", new FunnelAnswer(funnel()).figure());
        figures.put("overlap", new OverlapAnswer(overlap()).figure());
        figures.put("profile", new ProfileAnswer(profile()).figure());
        figures.put("profile-calendar", new ProfileAnswer(profileOfDays()).figure());
        return figures;
    }

    /** The first numbers of a run, and what was found in metadata. */
    private static Answer attack(Evidence metadata, int brokenByPointLeak) {
        return AttackAnswer.of(
                new AttackReport(
                        "untrusted",
                        7,
                        List.of(
                                new Result("full-budget", "leadgen", new Accuracy(1180, 2000, 0.588366)),
                                new Result("timing", "leadgen", new Accuracy(54, 100, null)),
                                new Result("metadata", "leadgen", metadata)),
                        List.of(
                                new Result("full-budget", "raw", new Accuracy(100, 100, null)),
                                new Result("full-budget", "sticky noise", new Accuracy(97, 100, null)),
                                new Result("point-leak", "round-10", new Accuracy(brokenByPointLeak, 100, null)))),
                REQUEST);
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
                new Clamping(new Bounds(0, 20000), null),
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
                List.of(new MetricEstimate.Percentile(99, new BigDecimal("87"), ranks("98.9", "99.2"))),
                1_000_000L,
                null,
                false,
                null,
                null,
                new Clamping(
                        new Bounds(-0.5, 1e300),
                        new Clamping.Outside(new BigDecimal("0.0000"), new BigDecimal("0.0042"))),
                true,
                false,
                privacy("customer_id", "0.0003137", false),
                NOTHING,
                REQUEST,
                60));
    }

    private static Interval ranks(String low, String high) {
        return new Interval(new BigDecimal(low), new BigDecimal(high), 0.95);
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
                new Clamping(new Bounds(0, 120), null),
                false,
                false,
                privacy("customer_id", "0.0003137", false),
                NOTHING,
                REQUEST,
                60));
    }

    private static Answer percentiles() {
        return MetricAnswer.of(new MetricEstimate(
                TABLE,
                MetricType.PERCENTILE,
                "monthly_spend",
                null,
                List.of(
                        new MetricEstimate.Percentile(10, new BigDecimal("9.50"), ranks("9.4", "10.7")),
                        new MetricEstimate.Percentile(50, null, null),
                        new MetricEstimate.Percentile(99, new BigDecimal("1250.00"), ranks("98", "100"))),
                15010L,
                PREDICATE,
                false,
                null,
                null,
                new Clamping(new Bounds(0, 20000), null),
                false,
                false,
                privacy("customer_id", "0.000198", false),
                NOTHING,
                REQUEST,
                52));
    }

    private static AudienceEstimate estimate(@Nullable Long count) {
        return new AudienceEstimate(
                TABLE,
                count,
                PREDICATE + " AND location IN ('NYC', 'LA', 'Chicago', 'Houston', 'Ü\u202e\u001b[31m')",
                count == null,
                count == null ? 100 : null,
                count == null ? null : interval("14870", "15150"),
                false,
                privacy("customer_id", "0.0003137", false),
                NOTHING,
                REQUEST,
                38);
    }

    private static AudienceSegments segments() {
        return new AudienceSegments(
                List.of("demo_household_composition_fact_v2_final", "age", "Ü\u202e"),
                new GroupMetric(MetricType.AVG, "customer_lifetime_value"),
                List.of(
                        segment("couple with children | 世帯 of a very long name", "[18, 30)", 15_010, "5196.40"),
                        segment("single\u001b[31m", "[30, inf)", 1_234_567, "12.5"),
                        new AudienceSegments.Segment(key(null, "(-inf, 18)"), TOO_FEW, null, null)),
                true,
                true,
                4,
                new Clamping(new Bounds(0, 20000), null),
                terms(POLICY));
    }

    private static AudienceSegments.Segment segment(String household, String age, long count, String metric) {
        BigDecimal value = new BigDecimal(metric);
        return new AudienceSegments.Segment(
                key(household, age),
                size(count, 140),
                value,
                new Interval(value.subtract(BigDecimal.TEN), value.add(BigDecimal.TEN), 0.95));
    }

    private static Map<String, @Nullable String> key(@Nullable String household, String age) {
        Map<String, @Nullable String> key = new LinkedHashMap<>();
        key.put("demo_household_composition_fact_v2_final", household);
        key.put("age", age);
        key.put("Ü\u202e", "x");
        return key;
    }

    private static AudienceTrend trend() {
        LocalDate first = LocalDate.parse("2026-09-28");
        return new AudienceTrend(
                "event_time",
                "week",
                "UTC",
                List.of(
                        new AudienceTrend.Window(first, first.plusWeeks(1), size(15_010, 140)),
                        new AudienceTrend.Window(first.plusWeeks(1), first.plusWeeks(2), TOO_FEW),
                        new AudienceTrend.Window(first.plusWeeks(2), first.plusWeeks(3), size(120, 140))),
                true,
                4,
                terms(NOTHING));
    }

    private static AudienceFunnel funnel() {
        String first = "event_type = 'app_open' AND channel = 'Ü\u202e\u001b[31m' AND par_day >= 20261001";
        return new AudienceFunnel(
                size(1_000_000, 312),
                List.of(
                        new AudienceFunnel.Step(
                                first, size(400_123, 270), new BigDecimal("0.4001"), new BigDecimal("1.0000")),
                        new AudienceFunnel.Step(
                                "event_type = 'purchase'",
                                size(101, 156),
                                new BigDecimal("0.0003"),
                                new BigDecimal("0.0003")),
                        new AudienceFunnel.Step("amount > 100", TOO_FEW, null, null)),
                terms(NOTHING));
    }

    private static AudienceOverlap overlap() {
        Map<String, AudienceOverlap.Member> members = new LinkedHashMap<>();
        members.put("gamers", new AudienceOverlap.Member("interest_gaming", size(15_010, 156), size(15_010, 156)));
        members.put(
                "Ü\u202e\u001b[31m with a long name, as campaigns have it: spring 2026, second wave",
                new AudienceOverlap.Member("interest_travel", size(9_000, 156), TOO_FEW));
        List<String> names = List.copyOf(members.keySet());
        return new AudienceOverlap(
                members,
                List.of(
                        new AudienceOverlap.Atom(List.of(), size(900_000, 78)),
                        new AudienceOverlap.Atom(List.of(names.get(0)), size(6_060, 78)),
                        new AudienceOverlap.Atom(List.of(names.get(1)), TOO_FEW),
                        new AudienceOverlap.Atom(names, size(8_950, 78))),
                size(15_060, 191),
                List.of(new AudienceOverlap.Pair(
                        names.get(0),
                        names.get(1),
                        size(8_950, 78),
                        size(15_060, 191),
                        size(6_060, 78),
                        TOO_FEW,
                        new BigDecimal("0.5963"),
                        null)),
                terms(NOTHING));
    }

    private static ColumnProfile profile() {
        return new ColumnProfile(
                "income_level",
                "string",
                ColumnProfile.Kind.DECLARED,
                List.of(
                        new ColumnProfile.Value(
                                "low", "'low'", "income_level = 'low'", size(280_056, 1_254), new BigDecimal("0.2801")),
                        new ColumnProfile.Value(
                                "it's\u202e", "'it''s\u202e'", "income_level = 'it''s\u202e'", TOO_FEW, null),
                        new ColumnProfile.Value(
                                null, null, "income_level IS NULL", size(68_586, 1_254), new BigDecimal("0.0686")),
                        new ColumnProfile.Value("(other)", null, null, TOO_FEW, null)),
                new BigDecimal("0.0686"),
                null,
                null,
                true,
                terms(NOTHING));
    }

    private static ColumnProfile profileOfDays() {
        return new ColumnProfile(
                "signup_date",
                "date",
                ColumnProfile.Kind.CALENDAR,
                List.of(new ColumnProfile.Value(
                        "2026-01-01",
                        null,
                        "signup_date >= DATE '2026-01-01' AND signup_date < DATE '2026-02-01'",
                        size(68_586, 78),
                        new BigDecimal("1.0000"))),
                null,
                "2026-01-01",
                "2026-01-01",
                false,
                terms(NOTHING));
    }

    private static NoisyCount size(long count, long half) {
        return new NoisyCount(
                count, false, interval(String.valueOf(Math.max(0, count - half)), String.valueOf(count + half)));
    }

    private static ReleaseInfo terms(AppliedPolicy applied) {
        PrivacyStatement privacy = new PrivacyStatement(
                "customer_id",
                "untrusted",
                new PrivacyLoss(rho("0.000312"), Delta.of(new BigDecimal("1e-8"))),
                PrivacyLoss.of(rho("0.099901")),
                9,
                Instant.parse("2026-11-30T00:00:00Z"),
                false);
        return new ReleaseInfo(TABLE, PREDICATE, 100, applied.require() != null, privacy, applied, REQUEST, 100);
    }

    /** With a part of each kind: answered, refused, and not asked. */
    private static Answer report() {
        LeadgenException refused = LeadgenException.of(
                ErrorCode.BUDGET_EXHAUSTED, "The privacy budget for this table is used up", "ask again later");
        ReleaseInfo terms = terms(POLICY);
        ReportAnswer.Answered answered = new ReportAnswer.Answered(
                new Figure(
                        "people by plan",
                        "in a table",
                        new Picture.Series("people", 100, "month", List.of()),
                        List.of(),
                        List.of()),
                Map.of("request_id", REQUEST + "-1"),
                terms);
        return ReportAnswer.of(new ReportAnswer.Written(
                "Autumn \u202e<campaign>",
                Path.of("reports", "autumn \u001b[31m.html"),
                Instant.parse("2026-11-24T12:00:00Z"),
                new ReportAnswer.Results(
                        estimate(15_010L),
                        List.of(
                                ReportAnswer.Section.answered(
                                        "segment", "by `odd \u202ecolumn`", REQUEST + "-1", answered),
                                ReportAnswer.Section.refused("trend", "by month of joined", REQUEST + "-2", refused),
                                ReportAnswer.Section.unasked("profile", "age")),
                        new BudgetStatement(
                                Principal.of("ann"),
                                CallerClass.UNTRUSTED,
                                whole(CallerClass.UNTRUSTED.principalBudget()),
                                TABLE,
                                null,
                                whole(CallerClass.UNTRUSTED.tableBudget()),
                                30,
                                REQUEST + "-4"))));
    }

    private static BudgetStatement.Account whole(PrivacyLoss budget) {
        return new BudgetStatement.Account(budget, budget, Guarantee.ofAny(budget));
    }

    private static Answer reportPlan() {
        PrivacyLoss coarse = PrivacyLoss.of(rho("0.000001220704"));
        PrivacyLoss fine = PrivacyLoss.of(rho("0.099313720704"));
        PrivacyLoss found = new PrivacyLoss(rho("0.00125"), Delta.of(new BigDecimal("1e-8")));
        return ReportPlanAnswer.of(
                check(),
                List.of(
                        new ReportPlanAnswer.Planned("count", "size", coarse, fine),
                        new ReportPlanAnswer.Planned("segment", "by `odd \u202ecolumn`", found, found)));
    }

    private static PredicateCheck check() {
        return new PredicateCheck(
                TABLE,
                PREDICATE,
                "age >= 26 AND income_level = 'high'",
                List.of(),
                List.of(new ColumnName("age"), new ColumnName("income_level")),
                rho("0.000001220704"),
                rho("0.000313720704"),
                Delta.ZERO,
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
