package io.leadgen.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leadgen.audit.AuditEvent;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.Comparison;
import io.leadgen.question.Count;
import io.leadgen.question.Counts;
import io.leadgen.question.Funnel;
import io.leadgen.question.Metric;
import io.leadgen.question.Overlap;
import io.leadgen.question.Profile;
import io.leadgen.question.Question;
import io.leadgen.question.Segments;
import io.leadgen.question.Share;
import io.leadgen.question.Trend;
import io.leadgen.question.answer.AudienceComparison;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.GroupMetric;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricType;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions that cut people into cells. Noise is small here, so that numbers can be recognised. */
class CellQuestionsTest {
    private static final TableName TABLE = TableName.parse("main.leads.people");
    private static final Principal ANN = Principal.of("ann");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final PrivacyLoss PLENTY =
            new PrivacyLoss(Rho.of(new BigDecimal("1000")), Delta.of(new BigDecimal("0.001")));
    private static final CallerClass CLASS = new CallerClass(
            "test",
            2,
            PLENTY,
            PLENTY,
            PLENTY,
            Duration.ofDays(30),
            Duration.ofDays(7),
            50,
            Duration.ZERO,
            64,
            200,
            false,
            Precision.parse("1%"));

    private final ScriptedWarehouse warehouse = new ScriptedWarehouse();
    private final List<AuditEvent> events = new ArrayList<>();
    private PrivacyUnit unit = new PrivacyUnit.Row(new ColumnName("id"));

    CellQuestionsTest() {
        warehouse.holds(new TableSchema(
                TABLE,
                List.of(
                        Column.of("id", ColumnType.BIGINT),
                        Column.of("age", ColumnType.INT),
                        Column.of("level", ColumnType.STRING),
                        Column.of("city", ColumnType.STRING),
                        Column.of("vip", ColumnType.BOOLEAN),
                        Column.of("score", ColumnType.DOUBLE),
                        Column.of("joined", ColumnType.DATE),
                        Column.of("seen", ColumnType.TIMESTAMP),
                        Column.of("par_month", ColumnType.INT),
                        Column.of("amount", ColumnType.decimal(10, 2))),
                null));
    }

    private AudienceService service() {
        TablePolicy policy = new TablePolicy(
                unit,
                null,
                null,
                null,
                Map.of(
                        new ColumnName("level"),
                        new ColumnPolicy(ColumnRole.ATTRIBUTE, null, List.of("low", "high")),
                        new ColumnName("age"),
                        new ColumnPolicy(ColumnRole.ATTRIBUTE, new Bounds(0, 100), List.of()),
                        new ColumnName("amount"),
                        new ColumnPolicy(ColumnRole.ATTRIBUTE, new Bounds(0, 1_000), List.of())));
        return new AudienceService(
                new AudienceService.Ports(
                        warehouse,
                        new InMemoryBudgetLedger(() -> NOW),
                        events::add,
                        new SplittableRandom(11),
                        () -> NOW),
                new Scopes(Map.of("main", Set.of("leads"))),
                new PrivacyPolicy(CLASS, Map.of(), Map.of(TABLE, policy)),
                ZoneOffset.UTC,
                5);
    }

    private static RequestContext context() {
        return RequestContext.of(ANN);
    }

    private void holds(long... cells) {
        warehouse.answers(query -> Aggregate.seal(LongStream.of(cells)
                .mapToObj(cell -> new BigInteger[] {BigInteger.valueOf(cell)})
                .toArray(BigInteger[][]::new)));
    }

    private static Segments by(String... by) {
        return Segments.of(TABLE, by).where("age > 3").precision(Precision.MAX);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void oneScan(Class<? extends Cells> cells) {
        assertThat(warehouse.asked).hasSize(1);
        assertThat(warehouse.asked.get(0).cells()).isInstanceOf(cells);
        assertThat(events).last().satisfies(event -> assertThat(event.scans()).isEqualTo(1));
    }

    @Test
    void declaredValuesAreAllThereWithNullAndOthers() {
        holds(1_000, 2_000, 300, 0);
        AudienceSegments answer = service().ask(by("level"), context());

        assertThat(answer.columns()).containsExactly("level");
        assertThat(answer.segments())
                .extracting(segment -> segment.key().get("level"))
                .containsExactly("low", "high", null, "(other)");
        assertThat(answer.segments().get(1).size().approxCount()).isCloseTo(2_000L, within(15L));
        assertThat(answer.segments().get(3).size()).isEqualTo(NoisyCount.SUPPRESSED);
        assertThat(answer.found()).isFalse();
        assertThat(answer.truncated()).isFalse();
        assertThat(answer.terms().privacy().cost().delta()).isEqualTo(Delta.ZERO);
        oneScan(Cells.Groups.class);
    }

    @Test
    void severalColumnsMakeTheirCombinations() {
        holds(1, 2, 3, 4, 100, 6, 7, 8, 9, 10, 11, 12);
        AudienceSegments answer = service().ask(by("vip", "age[18]"), context());

        // Two values, NULL and others; below, from the edge on, and NULL. No more rows than the service allows.
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.segments()).hasSize(5);
        Map<String, @Nullable String> fifth = new LinkedHashMap<>();
        fifth.put("vip", "false");
        fifth.put("age", "[18, inf)");
        assertThat(answer.segments().get(4).key()).isEqualTo(fifth);
        assertThat(answer.segments().get(4).size().approxCount()).isCloseTo(100L, within(15L));
    }

    @Test
    void valuesThatAreFoundAreSortedBySizeAndCostDelta() {
        warehouse.answers(query -> Aggregate.seal(
                List.of(List.of("Ankara"), List.of("Van"), Collections.<@Nullable String>singletonList(null)),
                new BigInteger[][] {{BigInteger.valueOf(500)}, {BigInteger.valueOf(11)}, {BigInteger.valueOf(800)}}));
        AudienceSegments answer = service().ask(by("city"), context());

        assertThat(answer.found()).isTrue();
        assertThat(answer.segments())
                .extracting(segment -> segment.key().get("city"))
                .containsExactly(null, "Ankara");
        assertThat(answer.terms().privacy().cost().delta()).isEqualTo(Delta.of(new BigDecimal("1e-8")));
        oneScan(Cells.FoundGroups.class);
    }

    @Test
    void aPersonWithManyRowsCountsInAFewSegmentsAndPaysForEach() {
        unit = new PrivacyUnit.Key(new ColumnName("id"));
        holds(1_000, 2_000, 300, 0);
        AudienceSegments four = service().ask(by("level"), context());
        assertThat(four.perUnit()).isEqualTo(4);
        AudienceSegments one =
                service().ask(Segments.of(TABLE, "level").perUnit(1).precision(Precision.MAX), context());
        assertThat(one.perUnit()).isEqualTo(1);
        // Somebody else's rows could change all four cells, where one cell each could change two.
        assertThat(four.terms().privacy().cost().rho())
                .isEqualTo(one.terms().privacy().cost().rho().times(2));
    }

    @Test
    void segmentsHaveAMetric() {
        long steps = 1 << 20;
        warehouse.answers(query -> Aggregate.seal(new BigInteger[][] {
            {BigInteger.valueOf(1_000), BigInteger.valueOf(-500 * steps)},
            {BigInteger.valueOf(2_000), BigInteger.ZERO},
            {BigInteger.ZERO, BigInteger.ZERO},
            {BigInteger.ZERO, BigInteger.ZERO}
        }));
        GroupMetric metric = GroupMetric.parse("avg: amount");
        AudienceSegments answer =
                service().ask(Segments.of(TABLE, "level").metric(metric).precision(Precision.MAX), context());

        assertThat(answer.segments().get(0).metricValue().doubleValue()).isCloseTo(250, within(10.0));
        assertThat(answer.segments().get(1).metricValue().doubleValue()).isCloseTo(500, within(10.0));
        assertThat(answer.segments().get(2).metricValue()).isNull();
        assertThat(answer.clamping().bounds()).isEqualTo(new Bounds(0, 1_000));
        oneScan(Cells.Groups.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNKNOWN_COLUMN    | agee            |  0 |  4",
                "COLUMN_FORBIDDEN  | id              |  0 |  2",
                "BANDS_INVALID     | age[30, 18]     |  8 | 10",
                "BANDS_INVALID     | age[18, 18]     |  8 | 10",
                "BANDS_INVALID     | age[18,,20]     |  7 |  7",
                "BANDS_INVALID     | age[]           |  4 |  4",
                "BANDS_INVALID     | level[1, 2]     |  6 | 10",
                "BANDS_INVALID     | score           |  0 |  5",
                "BANDS_INVALID     | seen            |  0 |  4",
                "TYPE_MISMATCH     | age[18, x]      |  8 |  9",
                "TYPE_MISMATCH     | age[18, 1e99]   |  8 | 12",
                "NOT_A_TIME_COLUMN | age:month       |  4 |  9",
                "INVALID_ARGUMENT  | joined:fortnight|  7 | 16",
                "INVALID_ARGUMENT  | age[18          |  0 |  6",
            })
    void whatIsNoGroupingHasACodeAndAPlace(ErrorCode code, String text, int from, int to) {
        assertThatThrownBy(() -> service().ask(by(text), context()))
                .isInstanceOfSatisfying(LeadgenException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.part()).isEqualTo("grouping 1");
                    assertThat(e.diagnostics()).first().satisfies(diagnostic -> {
                        assertThat(diagnostic.from()).isEqualTo(from);
                        assertThat(diagnostic.to()).isEqualTo(to);
                        assertThat(diagnostic.hint()).isNotNull();
                    });
                });
        assertThat(warehouse.asked).isEmpty();
        assertThat(events).last().satisfies(event -> assertThat(event.cost()).isEqualTo(Rho.ZERO));
    }

    @Test
    void aMistakeSaysInWhichTextItIs() {
        assertThat(partOf(() -> service().ask(by("level", "agee"), context()))).isEqualTo("grouping 2");
        assertThat(partOf(() -> service().ask(trend("joinde", "day", "2026-02-01", null), context())))
                .isEqualTo("the time column");
        assertThat(partOf(() -> service().ask(trend("joined", "moon", "2026-02-01", null), context())))
                .isEqualTo("the unit of time");
        assertThat(partOf(() ->
                        service().ask(Profile.of(TABLE, "agee").where("age > 1").precision(Precision.MAX), context())))
                .isEqualTo("the column");
        assertThat(partOf(() -> service()
                        .ask(Metric.named(TABLE, "SUM", "agee").where("age > 1").precision(Precision.MAX), context())))
                .isEqualTo("the metric's column");
        assertThat(partOf(() -> service()
                        .ask(Metric.named(TABLE, "SUM", "age").where("agee > 1").precision(Precision.MAX), context())))
                .isNull();
    }

    private static @Nullable String partOf(Runnable question) {
        try {
            question.run();
            throw new AssertionError("it was answered");
        } catch (LeadgenException e) {
            return e.part();
        }
    }

    @Test
    void tooManyCellsAreRefused() {
        StringBuilder edges = new StringBuilder("age[0");
        for (int edge = 1; edge < 99; edge++) {
            edges.append(", ").append(edge);
        }
        refused(ErrorCode.TOO_MANY_CELLS, () -> service().ask(by(edges + "]", "amount[1, 2, 3, 4]"), context()));
        refused(
                ErrorCode.TOO_MANY_CELLS,
                () -> service().ask(trend("joined", "day", "2020-01-01", "2026-01-01"), context()));
        refused(ErrorCode.INVALID_ARGUMENT, () -> service().ask(by("age[1]", "age[2]"), context()));
        refused(ErrorCode.INVALID_ARGUMENT, () -> by());
        assertThat(warehouse.asked).isEmpty();
    }

    private static Trend trend(String column, String every, @Nullable String from, @Nullable String to) {
        return Trend.of(TABLE, column, every)
                .within(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to))
                .precision(Precision.MAX);
    }

    @Test
    void aTrendHasAWindowForEachUnitOfTheRange() {
        holds(100, 0, 300);
        AudienceTrend answer = service().ask(trend("joined", "Month", "2025-11-15", "2026-01-02"), context());

        assertThat(answer.windows())
                .extracting(AudienceTrend.Window::start)
                .containsExactly(
                        LocalDate.parse("2025-11-01"), LocalDate.parse("2025-12-01"), LocalDate.parse("2026-01-01"));
        assertThat(answer.windows().get(2).end()).isEqualTo(LocalDate.parse("2026-02-01"));
        assertThat(answer.windows().get(1).size().suppressed()).isTrue();
        assertThat(answer.windows().get(2).size().approxCount()).isCloseTo(300L, within(15L));
        oneScan(Cells.Groups.class);
    }

    @Test
    void aTrendEndsTodayByDefault() {
        holds(100, 100, 100);
        AudienceTrend answer = service().ask(trend("seen", "week", "2026-11-14", null), context());
        assertThat(answer.windows())
                .extracting(AudienceTrend.Window::start)
                .containsExactly(
                        LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-23"));
    }

    @Test
    void aTrendWithoutARangeFindsItsWindowsAndFillsTheGaps() {
        warehouse.answers(query -> Aggregate.seal(
                List.of(List.of("2026-01-01"), List.of("2026-04-01")),
                new BigInteger[][] {{BigInteger.valueOf(500)}, {BigInteger.valueOf(700)}}));
        AudienceTrend answer = service().ask(trend("joined", "month", null, null), context());

        assertThat(answer.windows()).hasSize(4);
        assertThat(answer.windows().get(1).size()).isEqualTo(NoisyCount.SUPPRESSED);
        assertThat(answer.windows().get(3).size().approxCount()).isCloseTo(700L, within(15L));
        assertThat(answer.found()).isTrue();
    }

    @Test
    void acceptsDigitsAsATimeColumn() {
        holds(100, 200);
        AudienceTrend answer = service().ask(trend("par_month", "month", "2026-10-01", "2026-11-30"), context());
        assertThat(answer.windows()).hasSize(2);
        Cells.Groups cells = (Cells.Groups) warehouse.asked.get(0).cells();
        assertThat(((GroupKey.Windows) cells.keys().get(0)).format()).isEqualTo(GroupKey.TimeFormat.YYYYMM);
    }

    @Test
    void refusesRangesAndColumnsWithoutTime() {
        refused(
                ErrorCode.EMPTY_RANGE,
                () -> service().ask(trend("joined", "day", "2026-02-02", "2026-02-01"), context()));
        refused(ErrorCode.NOT_A_TIME_COLUMN, () -> service().ask(trend("score", "day", "2026-02-01", null), context()));
        refused(
                ErrorCode.NOT_A_TIME_COLUMN,
                () -> service().ask(trend("par_month", "day", "2026-02-01", null), context()));
        refused(ErrorCode.UNKNOWN_COLUMN, () -> service().ask(trend("joinde", "day", "2026-02-01", null), context()));
        refused(ErrorCode.INVALID_ARGUMENT, () -> trend("joined", "day", null, "2026-02-01"));
        assertThat(warehouse.asked).isEmpty();
    }

    @Test
    void aFunnelNeverIncreases() {
        holds(100, 0, 0, 0, 0, 0, 400);
        List<String> steps = List.of("age > 1", "age > 2", "age > 3", "age > 4", "age > 5", "age > 6");
        AudienceFunnel answer =
                service().ask(Funnel.of(TABLE, steps).where("vip = TRUE").precision(Precision.MAX), context());

        assertThat(answer.start().approxCount()).isCloseTo(500L, within(40L));
        long before = answer.start().approxCount();
        for (AudienceFunnel.Step step : answer.steps()) {
            assertThat(step.size().approxCount()).isLessThanOrEqualTo(before);
            before = step.size().approxCount();
            assertThat(step.share()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
        assertThat(answer.steps().get(0).share().doubleValue()).isCloseTo(0.8, within(0.1));
        assertThat(answer.steps()).extracting(AudienceFunnel.Step::predicate).isEqualTo(steps);
        oneScan(Cells.Funnel.class);
    }

    @Test
    void aShareIsOneQuestionWithAnIntervalThatHolds() {
        holds(300, 200); // who does not meet the condition, and who does
        AudienceService service = service();
        int held = 0;
        for (int i = 0; i < 400; i++) {
            Share.Answer answer = service.ask(
                    Share.of(TABLE, "age > " + i).where("vip = TRUE").precision(Precision.MAX),
                    RequestContext.of(new Principal("p" + i)));
            assertThat(answer.share()).isBetween(new BigDecimal("0.30"), new BigDecimal("0.50"));
            assertThat(answer.terms().privacy().cost())
                    .isEqualTo(Mechanism.named(2, 1, Mechanism.Value.COUNT).most(CLASS));
            BigDecimal truth = new BigDecimal("0.4");
            held += answer.interval().low().compareTo(truth) <= 0
                            && answer.interval().high().compareTo(truth) >= 0
                    ? 1
                    : 0;
        }
        assertThat(held).as("of 400 intervals at 95 %").isBetween(360, 398);
        assertThat(warehouse.asked).hasSize(400).allMatch(query -> query.cells() instanceof Cells.Funnel);
    }

    @Test
    void aShareOfTooFewPeopleIsSuppressed() {
        holds(1_000, 0);
        Share.Answer few = service().ask(Share.of(TABLE, "age > 1").precision(Precision.MAX), context());
        assertThat(few.share()).isNull();
        assertThat(few.interval()).isNull();
        assertThat(few.audience().approxCount()).isCloseTo(1_000L, within(40L));

        holds(0, 1_000);
        Share.Answer all = service().ask(Share.of(TABLE, "age > 2").precision(Precision.MAX), context());
        assertThat(all.share()).isBetween(new BigDecimal("0.95"), BigDecimal.ONE);
        assertThat(all.interval().high()).isLessThanOrEqualTo(BigDecimal.ONE);
    }

    @Test
    void tenStepsAndFiveAudiencesAreOneStatementEach() {
        long[] reached = new long[11];
        Arrays.fill(reached, 1_000);
        holds(reached);
        List<String> steps =
                IntStream.rangeClosed(1, 10).mapToObj(i -> "age > " + i).toList();
        service().ask(Funnel.of(TABLE, steps).precision(Precision.MAX), context());
        oneScan(Cells.Funnel.class);

        warehouse.asked.clear();
        long[] atoms = new long[32];
        Arrays.fill(atoms, 1_000);
        holds(atoms);
        Map<String, String> audiences = new LinkedHashMap<>();
        steps.subList(0, 5).forEach(step -> audiences.put("people of " + step, step));
        AudienceOverlap overlap = service().ask(Overlap.of(TABLE, audiences).precision(Precision.MAX), context());
        assertThat(overlap.atoms()).hasSize(32);
        assertThat(overlap.pairs()).hasSize(10);
        oneScan(Cells.Atoms.class);
    }

    @Test
    void aWrongStepIsNamed() {
        List<String> steps = List.of("age > 1", "agee > 2");
        assertThatThrownBy(() -> service().ask(Funnel.of(TABLE, steps).precision(Precision.MAX), context()))
                .isInstanceOfSatisfying(LeadgenException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_COLUMN);
                    assertThat(e.part()).isEqualTo("step 2");
                    assertThat(e.getMessage()).startsWith("In step 2: ");
                    assertThat(e.diagnostics())
                            .singleElement()
                            .satisfies(d -> assertThat(d.from()).isZero());
                });
        assertThat(warehouse.asked).isEmpty();
    }

    @Test
    void everySetOfAnOverlapIsASumOfItsAtoms() {
        holds(1_000, 200, 300, 400, 500, 600, 700, 800);
        Map<String, String> audiences = new LinkedHashMap<>();
        audiences.put("a", "age > 1");
        audiences.put("b", "age > 2");
        audiences.put("c", "age > 3");
        AudienceOverlap answer = service().ask(Overlap.of(TABLE, audiences).precision(Precision.MAX), context());

        long[] atoms = answer.atoms().stream()
                .mapToLong(atom -> atom.size().approxCount())
                .toArray();
        assertThat(answer.atoms().get(6).in()).containsExactly("b", "c");
        assertThat(answer.audiences().get("a").size().approxCount())
                .isEqualTo(atoms[1] + atoms[3] + atoms[5] + atoms[7]);
        assertThat(answer.reach().approxCount()).isEqualTo(LongStream.of(atoms).sum() - atoms[0]);
        assertThat(answer.audiences().values().stream()
                        .mapToLong(member -> member.adds().approxCount())
                        .sum())
                .isEqualTo(answer.reach().approxCount());
        AudienceOverlap.Pair pair = answer.pairs().get(0);
        assertThat(pair.both().approxCount()).isEqualTo(atoms[3] + atoms[7]);
        assertThat(pair.either().approxCount())
                .isEqualTo(pair.both().approxCount()
                        + pair.onlyFirst().approxCount()
                        + pair.onlySecond().approxCount());
        oneScan(Cells.Atoms.class);
    }

    @Test
    void aComparisonLooksAtThePeopleOfTheTwoAudiencesOnly() {
        holds(300, 200, 500); // in the second only, in the first only, in both
        AudienceComparison answer =
                service().ask(Comparison.of(TABLE, "age > 1", "age > 2").precision(Precision.MAX), context());

        long onlyFirst = answer.onlyFirst().approxCount();
        long onlySecond = answer.onlySecond().approxCount();
        assertThat(onlyFirst).isCloseTo(200L, within(15L));
        assertThat(onlySecond).isCloseTo(300L, within(15L));
        assertThat(answer.first().approxCount())
                .isEqualTo(onlyFirst + answer.both().approxCount());
        assertThat(answer.second().approxCount())
                .isEqualTo(onlySecond + answer.both().approxCount());
        assertThat(answer.difference().count()).isEqualTo(onlySecond - onlyFirst);
        // Two of the three parts are in it, as in each of the sizes.
        assertThat(width(answer.difference().interval()))
                .isEqualByComparingTo(width(answer.second().interval()));
        oneScan(Cells.Funnel.class);
        assertThat(PredicatePrinter.text(warehouse.asked.get(0).filter())).isEqualTo("age >= 2");
        assertThat(answer.terms().privacy().cost())
                .isEqualTo(Mechanism.named(3, 1, Mechanism.Value.COUNT).most(CLASS));
    }

    private static BigDecimal width(Interval interval) {
        return interval.high().subtract(interval.low());
    }

    @Test
    void aComparisonWithAnAudienceThatIsTooSmallHasNoDifference() {
        holds(0, 1_000, 0);
        AudienceComparison answer =
                service().ask(Comparison.of(TABLE, "age > 1", "age > 90").precision(Precision.MAX), context());

        assertThat(answer.first().suppressed()).isFalse();
        assertThat(answer.second().suppressed()).isTrue();
        assertThat(answer.difference()).isNull();
    }

    @Test
    void manyCountsAreOneScanAndAgreeWithThoseThatAreAskedAlone() {
        AudienceService service = service();
        warehouse.answers(700);
        AudienceEstimate alone = service.approxCount(TABLE, "age > 20", ANN);
        warehouse.asked.clear();
        holds(500, 900);
        Counts request = Counts.of(TABLE, List.of("age > 10", "age > 20", "NOT (age <= 10)", "level = 'high'"));
        List<AudienceEstimate> counts = service.ask(request, context());

        assertThat(counts.get(0).approxCount()).isCloseTo(500L, within(60L));
        assertThat(counts.get(1).approxCount()).isEqualTo(alone.approxCount());
        assertThat(counts.get(1).privacy().repeated()).isTrue();
        assertThat(counts.get(2).approxCount()).isEqualTo(counts.get(0).approxCount());
        assertThat(counts.get(2).predicate()).isEqualTo("NOT (age <= 10)");
        assertThat(counts.get(3).approxCount()).isCloseTo(900L, within(60L));
        oneScan(Cells.Each.class);
        // Asked again, nothing is scanned.
        service.ask(request, context());
        assertThat(warehouse.asked).hasSize(1);
    }

    @Test
    void countsThatOnePersonCannotAllBeInCostWhatOnePersonCanChange() {
        holdsEverything();
        AudienceService service = service();
        PrivacyLoss one = costOf(service, List.of("age < 0"));
        List<String> disjoint = List.of("age < 10", "age BETWEEN 10 AND 19", "age BETWEEN 20 AND 29", "age >= 30");
        assertThat(costOf(service, disjoint)).isEqualTo(one.times(2));
        // One of them overlaps with the others: a person leaves two and enters two.
        assertThat(costOf(
                        service,
                        List.of("age < 11", "age BETWEEN 11 AND 19", "age BETWEEN 20 AND 28", "age > 28", "vip")))
                .isEqualTo(one.times(4));
        assertThat(costOf(service, List.of("NOT vip", "age > 50"))).isEqualTo(one.times(2));
        // All were paid for together, and each is free from then on; another principal pays for what they ask.
        for (String condition : disjoint) {
            AudienceEstimate again =
                    service.ask(Count.of(TABLE).where(condition).precision(Precision.MAX), context());
            assertThat(again.privacy().repeated()).isTrue();
        }
        AudienceEstimate bobs = service.ask(
                Count.of(TABLE).where("age >= 30").precision(Precision.MAX), RequestContext.of(Principal.of("bob")));
        assertThat(bobs.privacy().cost()).isEqualTo(one);

        unit = new PrivacyUnit.Key(new ColumnName("id"));
        assertThat(costOf(service(), disjoint)).isEqualTo(one.times(4));
    }

    private static PrivacyLoss costOf(AudienceService service, List<String> conditions) {
        Counts counts = Counts.of(TABLE, conditions).precision(Precision.MAX);
        PredicateCheck check = service.check(counts, context());
        PrivacyLoss before = service.budget(null, context()).principal().left();
        PrivacyLoss total = service.ask(counts, context()).stream()
                .map(count -> count.privacy().cost())
                .reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
        assertThat(before.minus(service.budget(null, context()).principal().left()))
                .isEqualTo(total);
        assertThat(check.costMost()).isEqualTo(total.rho());
        return total;
    }

    @Test
    void percentilesOfOneColumnTakeOneScan() {
        warehouse.answers(query -> {
            BigInteger[][] cells = new BigInteger[((Cells.Enumerated) query.cells()).size()][];
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = new BigInteger[] {BigInteger.valueOf(10)};
            }
            return Aggregate.seal(cells);
        });
        MetricEstimate answer = service()
                .ask(
                        Metric.named(TABLE, "p10, median,P90,p1,p25,p75,P99", "amount")
                                .precision(Precision.DEFAULT),
                        context());

        assertThat(answer.metricType()).isEqualTo(MetricType.PERCENTILE);
        assertThat(answer.metricValue()).isNull();
        assertThat(answer.percentiles()).hasSize(7);
        Grid grid = new Grid.Stretched(new Bounds(0, 1_000));
        assertThat(answer.percentiles().get(0).value().doubleValue())
                .isBetween(grid.lowerEdge(360), grid.upperEdge(460));
        assertThat(answer.percentiles().get(1).value().doubleValue())
                .isBetween(grid.lowerEdge(1_998), grid.upperEdge(2_098));
        assertThat(answer.percentiles().get(1).rank().low().doubleValue()).isBetween(46.0, 50.5);
        assertThat(answer.percentiles().get(1).percent()).isEqualTo(50);
        oneScan(Cells.Bins.class);
    }

    @Test
    void aMedianIsOneValue() {
        assertThat(Metric.named(TABLE, "median", "age").precision(Precision.MAX).percents())
                .containsExactly(50);
        assertThat(Metric.named(TABLE, "P05".replace("0", ""), "age")
                        .precision(Precision.MAX)
                        .percents())
                .containsExactly(5);
        refused(
                ErrorCode.METRIC_UNSUPPORTED,
                () -> Metric.named(TABLE, "P100", "age").precision(Precision.MAX));
        refused(
                ErrorCode.INVALID_ARGUMENT,
                () -> Metric.named(TABLE, "P5,P5", "age").precision(Precision.MAX));
    }

    @Test
    void aProfileListsTheDeclaredValuesAndHowToWriteThem() {
        holds(1_000, 2_000, 1_000, 0);
        ColumnProfile answer = service().ask(Profile.of(TABLE, "level").precision(Precision.MAX), context());

        assertThat(answer.kind()).isEqualTo(ColumnProfile.Kind.DECLARED);
        assertThat(answer.values())
                .extracting(ColumnProfile.Value::literal)
                .containsExactly("'low'", "'high'", null, null);
        assertThat(answer.values())
                .extracting(ColumnProfile.Value::condition)
                .containsExactly("level = 'low'", "level = 'high'", "level IS NULL", null);
        assertThat(answer.nullShare().doubleValue()).isCloseTo(0.25, within(0.02));
        assertThat(answer.values().get(1).share().doubleValue()).isCloseTo(0.5, within(0.02));
        oneScan(Cells.Groups.class);
    }

    @Test
    void whatAPredicateCannotSayHasNoCondition() {
        String breaks = "a\nb";
        String slash = "a\\b";
        warehouse.answers(query -> Aggregate.seal(
                List.of(List.of(breaks), List.of(slash), List.of("it's")),
                new BigInteger[][] {{BigInteger.valueOf(900)}, {BigInteger.valueOf(700)}, {BigInteger.valueOf(500)}}));
        ColumnProfile answer = service().ask(Profile.of(TABLE, "city").precision(Precision.MAX), context());

        assertThat(answer.values()).extracting(ColumnProfile.Value::value).containsExactly(breaks, slash, "it's");
        assertThat(answer.values()).extracting(ColumnProfile.Value::literal).containsExactly(null, null, "'it''s'");
        assertThat(answer.values())
                .extracting(ColumnProfile.Value::condition)
                .containsExactly(null, null, "city = 'it''s'");
    }

    @Test
    void acceptsAColumnInBackticksEverywhere() {
        warehouse.holds(new TableSchema(
                TABLE, List.of(Column.of("id", ColumnType.BIGINT), Column.of("odd `name", ColumnType.STRING)), null));
        warehouse.answers(query ->
                Aggregate.seal(List.of(List.of("x")), new BigInteger[][] {{BigInteger.valueOf(900)}}));
        for (String name : new String[] {"odd `name", "`odd ``name`"}) {
            assertThat(service()
                            .ask(Profile.of(TABLE, name).precision(Precision.MAX), context())
                            .column())
                    .isEqualTo("odd `name");
        }
        assertThat(service()
                        .ask(Segments.of(TABLE, "`odd ``name`").precision(Precision.MAX), context())
                        .columns())
                .containsExactly("odd `name");
    }

    @Test
    void aProfileOfNumbersHasBandsAndARobustRange() {
        // Edges at 0, 5, … 100: below, twenty bands, from 100 on, NULL. Everybody is 30 to 50.
        long[] cells = new long[23];
        for (int band = 7; band <= 10; band++) {
            cells[band] = 1_000;
        }
        holds(cells);
        ColumnProfile answer = service().ask(Profile.of(TABLE, "age").precision(Precision.MAX), context());

        assertThat(answer.kind()).isEqualTo(ColumnProfile.Kind.BANDS);
        assertThat(answer.low()).isEqualTo("30");
        assertThat(answer.high()).isEqualTo("50");
        assertThat(answer.values().get(7).value()).isEqualTo("[30, 35)");
        assertThat(answer.values().get(7).condition()).isEqualTo("age >= 30 AND age < 35");
    }

    @Test
    void aProfileOfDaysHasMonths() {
        warehouse.answers(query -> Aggregate.seal(
                List.of(List.of("2026-02-01"), List.of("2026-01-01")),
                new BigInteger[][] {{BigInteger.valueOf(500)}, {BigInteger.valueOf(700)}}));
        ColumnProfile answer = service().ask(Profile.of(TABLE, "joined").precision(Precision.MAX), context());

        assertThat(answer.kind()).isEqualTo(ColumnProfile.Kind.CALENDAR);
        assertThat(answer.low()).isEqualTo("2026-01-01");
        assertThat(answer.values().get(0).condition())
                .isEqualTo("joined >= DATE '2026-01-01' AND joined < DATE '2026-02-01'");
    }

    /** Answers whatever is asked, with as many cells and measures as it wants. */
    private void holdsEverything() {
        warehouse.answers(query -> {
            int measures = query.measures().size();
            if (query.cells() instanceof Cells.Enumerated named) {
                BigInteger[][] cells = new BigInteger[named.size()][measures];
                for (BigInteger[] cell : cells) {
                    Arrays.fill(cell, BigInteger.valueOf(1_000));
                }
                return Aggregate.seal(cells);
            }
            return Aggregate.seal(List.of(List.of("2026-01-01")), new BigInteger[][] {{BigInteger.valueOf(1_000)}});
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyQuestionCostsWhatItsCheckShows(boolean oneRowEach) {
        ColumnName id = new ColumnName("id");
        unit = oneRowEach ? new PrivacyUnit.Row(id) : new PrivacyUnit.Key(id);
        holdsEverything();
        GroupMetric metric = GroupMetric.parse("avg: amount");
        List<Question<?>> questions = List.of(
                Count.of(TABLE).precision(Precision.MAX),
                Counts.of(TABLE, List.of("vip", "age > 3", "age >= 4")).precision(Precision.MAX),
                Share.of(TABLE, "age > 3").where("vip").precision(Precision.MAX),
                Metric.named(TABLE, "COUNT", "level").precision(Precision.MAX),
                Metric.named(TABLE, "SUM", "amount").precision(Precision.MAX),
                Metric.named(TABLE, "P10,P90", "amount").precision(Precision.MAX),
                by("level", "age[18]"),
                by("joined:month"),
                Segments.of(TABLE, "level").metric(metric).precision(Precision.MAX),
                trend("joined", "month", "2026-01-01", null),
                trend("joined", "month", null, null),
                Funnel.of(TABLE, List.of("vip", "age > 3")).precision(Precision.MAX),
                Overlap.of(TABLE, Map.of("a", "age > 5", "b", "age < 50")).precision(Precision.MAX),
                Comparison.of(TABLE, "age > 6", "age < 60").precision(Precision.MAX),
                Profile.of(TABLE, "age").precision(Precision.MAX));

        AudienceService service = service();
        for (Question<?> question : questions) {
            warehouse.asked.clear();
            PredicateCheck check = service.check(question, context());
            assertThat(warehouse.asked).isEmpty();
            assertThat(events).last().satisfies(event -> {
                assertThat(event.question()).isEqualTo("check");
                assertThat(event.cost()).isEqualTo(Rho.ZERO);
            });
            PrivacyLoss before = service.budget(null, context()).principal().left();
            assertThat(check.budgetLeft()).isEqualTo(before.rho());

            service.ask(question, context());
            PrivacyLoss after = service.budget(null, context()).principal().left();
            assertThat(warehouse.asked).as("%s", question).hasSize(1);
            assertThat(before.minus(after))
                    .as("%s", question)
                    .isEqualTo(new PrivacyLoss(check.costMost(), check.costDelta()));
        }
    }

    @Test
    void aCheckLooksForNoBounds() {
        GroupMetric metric = GroupMetric.parse("sum: score");
        assertThat(service()
                        .check(Profile.of(TABLE, "score").precision(Precision.MAX), context())
                        .sql())
                .isEqualTo("SELECT …;\nSELECT …");
        service().check(Segments.of(TABLE, "level").metric(metric).precision(Precision.MAX), context());

        assertThat(warehouse.asked).isEmpty();
    }

    @Test
    void aCheckRefusesWhatTheQuestionWould() {
        refused(ErrorCode.UNKNOWN_COLUMN, () -> service().check(by("levle"), context()));
        refused(
                ErrorCode.COLUMN_FORBIDDEN,
                () -> service().check(Profile.of(TABLE, "id").precision(Precision.MAX), context()));
        refused(
                ErrorCode.PREDICATE_SYNTAX,
                () -> service().check(Funnel.of(TABLE, List.of("age >")).precision(Precision.MAX), context()));
        refused(
                ErrorCode.NOT_A_TIME_COLUMN,
                () -> service().check(trend("score", "month", "2026-01-01", null), context()));
    }

    @Test
    void aCheckListsTheConditionsInTheirOrder() {
        PredicateCheck check = service()
                .check(
                        Count.of(TABLE)
                                .where("vip AND (level = 'low' OR age > 3) AND (age < 9 AND city = 'Van')")
                                .precision(Precision.MAX),
                        context());

        assertThat(check.conditions())
                .extracting(PredicatePrinter::text)
                .containsExactly("vip", "level = 'low' OR age > 3", "age < 9", "city = 'Van'");
        assertThat(service()
                        .check(Count.of(TABLE).precision(Precision.MAX), context())
                        .conditions())
                .isEmpty();
    }
}
