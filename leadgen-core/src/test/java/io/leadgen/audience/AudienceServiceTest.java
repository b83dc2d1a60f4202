package io.leadgen.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leadgen.audit.AuditEvent;
import io.leadgen.audit.AuditSink;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.Count;
import io.leadgen.question.Metric;
import io.leadgen.question.answer.AudienceDefinition;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricEstimate.Percentile;
import io.leadgen.question.answer.MetricType;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceServiceTest {
    private static final TableName CUSTOMERS = TableName.parse("main.leads.customers");
    private static final TableName SECRETS = TableName.parse("main.hidden.secrets");
    private static final Principal AGENT = Principal.of("agent-7");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final int STEPS = Measure.CentredSum.STEPS;

    private static final CallerClass CALLERS = CallerClass.UNTRUSTED.answeringAtOnce();

    private CallerClass callers = CALLERS;
    private Map<String, String> attributes = Map.of();
    private final ScriptedWarehouse warehouse = new ScriptedWarehouse();
    private final List<AuditEvent> events = new ArrayList<>();
    private AuditSink sink = events::add;
    private TablePolicy policy = new TablePolicy(
            new PrivacyUnit.Row(new ColumnName("customer_id")),
            null,
            null,
            null,
            Map.of(
                    new ColumnName("email"), new ColumnPolicy(ColumnRole.IDENTIFIER, null, List.of()),
                    new ColumnName("value"), new ColumnPolicy(ColumnRole.ATTRIBUTE, new Bounds(0, 20_000), List.of())));

    AudienceServiceTest() {
        warehouse.holds(new TableSchema(
                CUSTOMERS,
                List.of(
                        Column.of("customer_id", ColumnType.BIGINT),
                        Column.of("email", ColumnType.STRING),
                        Column.of("age", ColumnType.INT),
                        Column.of("income_level", ColumnType.STRING),
                        Column.of("value", ColumnType.decimal(12, 2)),
                        new Column(new ColumnName("par_month"), ColumnType.INT, false, "month of the row", 0)),
                "customers"));
        warehouse.holds(new TableSchema(SECRETS, List.of(Column.of("x", ColumnType.INT)), null));
    }

    private AudienceService service() {
        return service(new InMemoryBudgetLedger(() -> NOW));
    }

    private AudienceService service(InMemoryBudgetLedger ledger) {
        return new AudienceService(
                new AudienceService.Ports(
                        warehouse, ledger, event -> sink.record(event), new SplittableRandom(3), () -> NOW),
                new Scopes(Map.of("main", Set.of("leads"))),
                new PrivacyPolicy(callers, Map.of(AGENT, new Caller(callers, attributes)), Map.of(CUSTOMERS, policy)),
                ZoneOffset.UTC);
    }

    private static RequestContext context() {
        return RequestContext.of(AGENT);
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void countsPeople() {
        warehouse.answers(15_000);

        AudienceEstimate answer = service().approxCount(CUSTOMERS, "age > 25 AND income_level = 'high'", AGENT);

        assertThat(answer.approxCount()).isCloseTo(15_000L, within(400L));
        assertThat(answer.predicate()).isEqualTo("age > 25 AND income_level = 'high'");
        assertThat(answer.suppressed()).isFalse();
        assertThat(answer.below()).isNull();
        assertThat(answer.interval().low()).isLessThan(BigDecimal.valueOf(answer.approxCount()));
        assertThat(answer.interval().high()).isGreaterThan(BigDecimal.valueOf(answer.approxCount()));
        assertThat(answer.privacy().unit()).isEqualTo("customer_id");
        assertThat(answer.privacy().callerClass()).isEqualTo("untrusted");
        assertThat(answer.privacy().cost().plus(answer.privacy().budgetLeft()).rho())
                .isEqualTo(CALLERS.principalBudget().rho());
        assertThat(answer.privacy().questionsLeft()).isBetween(700L, 1_600L);
        assertThat(warehouse.asked).hasSize(1);
    }

    @Test
    void aConditionThatNoRowCanMeetIsZeroForNothing() {
        AudienceService service = service();
        for (String predicate : List.of("age > 30 AND age < 30", "FALSE", "age = 5 AND NOT age = 5")) {
            AudienceEstimate estimate = service.approxCount(CUSTOMERS, predicate, AGENT);
            assertThat(estimate.approxCount()).isZero();
            assertThat(estimate.isOfNobody()).isTrue();
            assertThat(estimate.suppressed()).isFalse();
            assertThat(estimate.privacy().cost()).isEqualTo(PrivacyLoss.NONE);
        }
        assertThat(warehouse.asked).isEmpty();
        assertThat(service.budget(null, context()).principal().left()).isEqualTo(CALLERS.principalBudget());
    }

    @Test
    void aTableThatNobodyHasDeclaredIsNotAnsweredToTheUntrusted() {
        policy = TablePolicy.NONE;
        assertRefused(ErrorCode.TABLE_NOT_DECLARED, () -> service().approxCount(CUSTOMERS, "age > 30", AGENT));
        assertRefused(
                ErrorCode.TABLE_NOT_DECLARED,
                () -> service().check(Count.of(CUSTOMERS).where("age > 30"), context()));
        assertThat(warehouse.asked).isEmpty();
        assertThat(service().tableMetadata(CUSTOMERS, null, context()).columns())
                .isNotEmpty();

        callers = CallerClass.TRUSTED;
        warehouse.answers(5_000);
        assertThat(service().approxCount(CUSTOMERS, "age > 30", AGENT).approxCount())
                .isBetween(4_000L, 6_000L);
    }

    @Test
    void whatAScanReadsDependsOnPartitionsAndPolicyAloneWhereTimeIsHidden() {
        policy = new TablePolicy(policy.unit(), "income_level <> 'none'", null, null, policy.columns());
        String predicate = "age > 30 AND par_month = 202510 AND (par_month > 5 OR age > 90)";
        callers = CallerClass.UNTRUSTED;
        warehouse.answers(15_000);
        service().approxCount(CUSTOMERS, predicate, AGENT);
        AggregateQuery hidden = warehouse.asked.get(0);
        assertThat(hidden.readsMore()).isTrue();
        assertThat(ColumnsOf.predicate(hidden.scanned()))
                .extracting(ColumnName::value)
                .containsExactly("income_level", "par_month");
        assertThat(ColumnsOf.predicate(hidden.filter()))
                .extracting(ColumnName::value)
                .contains("age", "income_level", "par_month");

        callers = CallerClass.TRUSTED;
        service().approxCount(CUSTOMERS, predicate, AGENT);
        assertThat(warehouse.asked.get(1).readsMore()).isFalse();
    }

    @Test
    void smallAudiencesAreSuppressed() {
        warehouse.answers(0);

        AudienceEstimate answer = service().approxCount(CUSTOMERS, "age = 200", AGENT);

        assertThat(answer.approxCount()).isNull();
        assertThat(answer.interval()).isNull();
        assertThat(answer.suppressed()).isTrue();
        assertThat(answer.below()).isEqualTo(100);
    }

    @Test
    void equalQuestionsShareOneAnswerAndOneScan() {
        warehouse.answers(15_000);
        AudienceService service = service();

        AudienceEstimate first = service.approxCount(CUSTOMERS, "age > 25 AND income_level = 'high'", AGENT);
        AudienceEstimate again = service.approxCount(CUSTOMERS, "('high' = income_level) and not age < 26", AGENT);

        assertThat(again.approxCount()).isEqualTo(first.approxCount());
        assertThat(again.privacy().repeated()).isTrue();
        assertThat(again.privacy().cost()).isEqualTo(PrivacyLoss.NONE);
        assertThat(warehouse.asked).hasSize(1);
    }

    @Test
    void equalQuestionsAreFoundByTheirTruthTable() {
        warehouse.answers(15_000);
        AudienceService service = service();

        service.approxCount(CUSTOMERS, "age > 25 AND (income_level = 'high' OR par_month = 202610)", AGENT);
        AudienceEstimate again = service.approxCount(
                CUSTOMERS, "(age > 25 AND income_level = 'high') OR (par_month = 202610 AND age >= 26)", AGENT);

        assertThat(again.privacy().repeated()).isTrue();
        assertThat(warehouse.asked).hasSize(1);
    }

    @Test
    void whatIsUnknownAndWhatIsOutOfScopeLookTheSame() {
        AudienceService service = service();
        LeadgenException unknown = caught(() -> service.approxCount(TableName.parse("main.leads.nothing"), AGENT));
        LeadgenException hidden = caught(() -> service.approxCount(SECRETS, AGENT));

        assertThat(hidden.code()).isEqualTo(unknown.code()).isEqualTo(ErrorCode.UNKNOWN_TABLE);
        assertThat(hidden).hasMessage(unknown.getMessage());
        assertThat(hidden.hint()).isEqualTo(unknown.hint());
        assertThat(service.catalogs(context())).containsExactly("main");
        assertThat(service.schemas("MAIN", context())).containsExactly("leads");
        assertThat(service.tables("main", "leads", context())).containsExactly(CUSTOMERS);
        assertRefused(ErrorCode.OUT_OF_SCOPE, () -> service.schemas("other", context()));
        assertRefused(ErrorCode.OUT_OF_SCOPE, () -> service.tables("main", "hidden", context()));
    }

    @Test
    void aTableIsSuggestedOnlyOfThoseInScope() {
        AudienceService service = service();
        String near = CUSTOMERS.table().substring(1);

        assertThat(caught(() -> service.approxCount(new TableName("main", "leads", near), AGENT))
                        .hint())
                .isEqualTo("did you mean " + CUSTOMERS + "?");
        String elsewhere = caught(() -> service.approxCount(new TableName("main", "leads", "nothing"), AGENT))
                .hint();
        for (String name : List.of(near, SECRETS.table(), SECRETS.table().substring(1))) {
            TableName hidden = new TableName(SECRETS.catalog(), SECRETS.schema(), name);
            assertThat(caught(() -> service.approxCount(hidden, AGENT)).hint()).isEqualTo(elsewhere);
        }
    }

    private static LeadgenException caught(ThrowingCallable call) {
        try {
            call.call();
        } catch (LeadgenException e) {
            return e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("answered");
    }

    @Test
    void identifiersAreInvisible() {
        AudienceService service = service();

        assertRefused(ErrorCode.COLUMN_FORBIDDEN, () -> service.approxCount(CUSTOMERS, "email LIKE 'a%'", AGENT));
        assertRefused(ErrorCode.COLUMN_FORBIDDEN, () -> service.approxCount(CUSTOMERS, "customer_id = 1", AGENT));
        assertRefused(ErrorCode.COLUMN_FORBIDDEN, () -> metric(service, MetricType.COUNT, "email"));
        TableMetadata metadata = service.tableMetadata(CUSTOMERS, null, context());
        assertThat(metadata.columns())
                .extracting(TableMetadata.ColumnInfo::name)
                .containsExactly("age", "income_level", "value", "par_month");
        assertThat(warehouse.asked).isEmpty();
    }

    @Test
    void definesWithoutReadingRowsOrSpending() {
        policy = new TablePolicy(policy.unit(), "age >= 18", "income_level = ${user.level}", null, policy.columns());
        attributes = Map.of("level", "high");
        AudienceService service = service();
        AudienceDefinition definition = service.define(CUSTOMERS, "value > 5", context());

        assertThat(definition.canonical()).isEqualTo("age >= 18 AND income_level = 'high' AND value >= 5.01");
        assertThat(definition.predicate()).isEqualTo("value > 5");
        assertThat(definition.columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("age int", "income_level string", "value decimal(12,2)");
        assertThat(warehouse.asked).isEmpty();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.question()).isEqualTo("export");
            assertThat(event.shape()).doesNotContain("high");
            assertThat(event.cost()).isEqualTo(Rho.ZERO);
        });
        assertRefused(ErrorCode.COLUMN_FORBIDDEN, () -> service.define(CUSTOMERS, "email = 'a'", context()));
        assertRefused(ErrorCode.UNKNOWN_TABLE, () -> service.define(TableName.parse("a.b.c"), "x = 1", context()));
    }

    @Test
    void describesWithoutReadingRows() {
        TableMetadata metadata = service().tableMetadata(CUSTOMERS, "MONTH", context());

        assertThat(metadata.columnCount()).isEqualTo(4);
        assertThat(metadata.columns()).singleElement().satisfies(column -> {
            assertThat(column.name()).isEqualTo("par_month");
            assertThat(column.partition()).isTrue();
        });
        assertThat(service().partitionInfo(CUSTOMERS, context()).partitionColumns())
                .extracting(PartitionInfo.PartitionColumn::name)
                .containsExactly("par_month");
        assertThat(warehouse.asked).isEmpty();
    }

    private static MetricEstimate metric(AudienceService service, MetricType type, String column) {
        return service.aggregateMetric(Metric.of(CUSTOMERS, type, column).precision(Precision.MAX), context());
    }

    @Test
    void sumsAndAveragesAreClampedAndNoisy() {
        // 10,000 people whose values are on average a quarter of the half-width below the middle: 7,500.
        warehouse.answers(10_000, -2_500L * STEPS);

        MetricEstimate average = metric(service(), MetricType.AVG, "value");
        assertThat(average.metricValue().doubleValue()).isCloseTo(7_500, within(300.0));
        assertThat(average.clamping()).isEqualTo(new MetricEstimate.Clamping(new Bounds(0, 20_000), null));
        assertThat(average.interval().low().doubleValue())
                .isLessThan(average.metricValue().doubleValue());
        assertThat(average.metricColumn()).isEqualTo("value");

        MetricEstimate sum = metric(service(), MetricType.SUM, "VALUE");
        assertThat(sum.metricValue().doubleValue()).isCloseTo(75_000_000, within(4_000_000.0));
    }

    @Test
    void extremesArePercentilesOfAGrid() {
        warehouse.answers(query -> histogram(query, 10, 4_000));

        MetricEstimate max = metric(service(), MetricType.MAX, "value");

        assertThat(max.robust()).isTrue();
        assertThat(max.interval()).isNull();
        Grid grid = new Grid.Stretched(new Bounds(0, 20_000));
        assertThat(max.metricValue().doubleValue()).isBetween(grid.lowerEdge(3_910), grid.upperEdge(4_000));
        Percentile highest = max.percentiles().get(0);
        assertThat(highest.rank().low().doubleValue()).isBetween(97.0, 99.5);
        assertThat(highest.rank().high().doubleValue()).isBetween(98.5, 100.0);
        assertThat(metric(service(), MetricType.MIN, "value").metricValue().doubleValue())
                .isBetween(grid.lowerEdge(0), grid.upperEdge(90));
    }

    @Test
    void aPercentileOfFewPeopleIsSuppressedAndSaysHowManyItNeeds() {
        warehouse.answers(query -> histogram(query, 1, 200));

        MetricEstimate median = metric(service(), MetricType.MEDIAN, "value");

        assertThat(median.suppressed()).isTrue();
        assertThat(median.metricValue()).isNull();
        assertThat(median.below()).isBetween(300, 800);
        assertThat(median.percentiles()).allMatch(each -> each.value() == null && each.rank() == null);
    }

    @Test
    void exactNumbersComeOnlyFromWarehousesThatHaveThem() {
        assertThat(warehouse.unitFacts(CUSTOMERS, new ColumnName("id"), new Cancellation()))
                .isEmpty();
        assertThat(new Warehouse.UnitFacts(3, 2, 1).identified()).isEqualTo(2);
    }

    /** So many people in each of the first bins. */
    private static Aggregate histogram(AggregateQuery query, long people, int bins) {
        BigInteger[][] cells = new BigInteger[((Cells.Enumerated) query.cells()).size()][];
        for (int bin = 0; bin < cells.length; bin++) {
            cells[bin] = new BigInteger[] {BigInteger.valueOf(bin < bins ? people : 0)};
        }
        return Aggregate.seal(cells);
    }

    @Test
    void theRangeOfAnUndeclaredColumnIsFoundPrivatelyAndOnce() {
        warehouse.answers(query -> query.cells() instanceof Cells.Bins bins
                ? histogram(query, 500, bins.size())
                : Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(10_000), BigInteger.ZERO}}));
        AudienceService service = service();

        assertThat(metric(service, MetricType.AVG, "age").clamping().outside()).isNotNull();
        assertThat(warehouse.asked).hasSize(2);
        metric(service, MetricType.SUM, "age");
        // A row is a person, so that the range is that of all metrics.
        assertThat(warehouse.asked).hasSize(3);
        assertThat(events).extracting(AuditEvent::scans).containsExactly(2, 1);
        metric(service, MetricType.AVG, "age");
        assertThat(warehouse.asked).hasSize(3);
    }

    @Test
    void metricsThatMakeNoSenseAreRefused() {
        AudienceService service = service();
        assertRefused(ErrorCode.METRIC_UNSUPPORTED, () -> metric(service, MetricType.AVG, "income_level"));
        assertRefused(ErrorCode.METRIC_UNSUPPORTED, () -> metric(service, MetricType.SUM, "*"));
        assertRefused(ErrorCode.METRIC_UNSUPPORTED, () -> MetricType.parse("STDDEV"));
        assertThatThrownBy(() -> metric(service, MetricType.SUM, "valeu"))
                .isInstanceOfSatisfying(LeadgenException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_COLUMN);
                    assertThat(e.hint()).isEqualTo("did you mean value?");
                });
        assertThat(events).allSatisfy(event -> assertThat(event.cost()).isEqualTo(Rho.ZERO));
    }

    @Test
    void countsRowsWithAStarAndValuesWithAColumn() {
        warehouse.answers(15_000);
        assertThat(metric(service(), MetricType.COUNT, "*").metricValue().doubleValue())
                .isCloseTo(15_000, within(300.0));
        metric(service(), MetricType.COUNT, "income_level");
        assertThat(warehouse.asked.get(1).filter())
                .isNotEqualTo(warehouse.asked.get(0).filter());
    }

    @Test
    void theOwnersConditionIsAddedToEveryQuestion() {
        policy = new TablePolicy(
                policy.unit(),
                "income_level <> 'low'",
                null,
                new TablePolicy.Partition(new ColumnName("par_month"), true),
                policy.columns());
        warehouse.answers(15_000);
        AudienceService service = service();

        AudienceEstimate answer = service.approxCount(CUSTOMERS, "par_month = 202610", AGENT);

        assertThat(answer.applied().require()).isEqualTo("income_level <> 'low'");
        assertThat(answer.applied().partition()).isEqualTo("par_month");
        assertThat(check(service, "par_month = 202610").canonical()).contains("income_level", "par_month");
        assertRefused(ErrorCode.PARTITION_REQUIRED, () -> service.approxCount(CUSTOMERS, "age > 3", AGENT));
        assertRefused(ErrorCode.PARTITION_REQUIRED, () -> service.approxCount(CUSTOMERS, AGENT));
    }

    @Test
    void aRequiredConditionThatIsWrongRefusesEverything() {
        policy = new TablePolicy(policy.unit(), "consnt = TRUE", null, null, policy.columns());
        assertRefused(ErrorCode.CONFIG_INVALID, () -> service().approxCount(CUSTOMERS, "age > 3", AGENT));
        assertThat(warehouse.asked).isEmpty();
    }

    @Test
    void addsTheRowFilterWithTheCallersAttributes() {
        policy = policy.withRowFilter("income_level = ${user.level} AND age >= ${user.youngest}");
        attributes = Map.of("level", "high' OR 1=1 --", "youngest", "18");
        warehouse.answers(15_000);
        AudienceService service = service();

        AudienceEstimate answer = service.approxCount(CUSTOMERS, "age < 30", AGENT);

        assertThat(answer.applied().rowFilter()).isEqualTo("income_level = 'high'' OR 1=1 --' AND age >= 18");
        assertThat(check(service, "age < 30").canonical())
                .isEqualTo("age >= 18 AND age <= 29 AND income_level = 'high'' OR 1=1 --'");
        // It holds for the range of a column too.
        metric(service, MetricType.COUNT, "value");
        assertThat(warehouse.asked)
                .allSatisfy(query ->
                        assertThat(ColumnsOf.predicate(query.filter())).contains(new ColumnName("income_level")));
    }

    @Test
    void aRowFilterWithoutItsAttributeRefusesEveryone() {
        policy = policy.withRowFilter("income_level = '${user.level}'");
        AudienceService service = service();
        assertRefused(ErrorCode.OUT_OF_SCOPE, () -> service.approxCount(CUSTOMERS, "age < 30", AGENT));
        assertRefused(ErrorCode.OUT_OF_SCOPE, () -> service.approxCount(CUSTOMERS, Principal.of("nobody")));
        assertThat(service.tableMetadata(CUSTOMERS, null, context()).applied().rowFilter())
                .isEqualTo("income_level = '${user.level}'");
        assertThat(warehouse.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "income_level LIKE '${user.level}%'",
                "income_level LIKE ${user.level}",
                "age = ${user.level}",
                "nothing = ${user.level}",
                "age = ${user.level",
                "startswith(income_level, ${user.level})"
            })
    void aRowFilterThatMeansNothingRefusesEveryone(String filter) {
        policy = policy.withRowFilter(filter);
        attributes = Map.of("level", "high");
        assertRefused(ErrorCode.CONFIG_INVALID, () -> service().approxCount(CUSTOMERS, "age < 30", AGENT));
        assertThat(warehouse.asked).isEmpty();
    }

    @Test
    void answersThatTookAScanComeOnAStep() {
        callers = CallerClass.UNTRUSTED;
        warehouse.answers(15_000);
        AudienceService service = service();

        long begun = System.nanoTime();
        AudienceEstimate answer = service.approxCount(CUSTOMERS, AGENT);
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(100_000_000L);
        assertThat(answer.elapsedMs()).isEqualTo(100);
        // What took none says how long it took; the clock of this test stands still.
        assertThat(service.approxCount(CUSTOMERS, AGENT).elapsedMs()).isZero();
        // Who asks what others have asked cannot tell that they have.
        AudienceEstimate cached = service.approxCount(CUSTOMERS, Principal.of("curious"));
        assertThat(cached.approxCount()).isEqualTo(answer.approxCount());
        assertThat(cached.elapsedMs()).isEqualTo(100);
        assertThat(warehouse.asked).hasSize(1);
    }

    @Test
    void whatOthersSpendIsShownInTenths() {
        callers = CallerClass.UNTRUSTED;
        warehouse.answers(15_000);
        AudienceService service = service();
        PrivacyLoss whole = callers.tableBudget();
        Rho nineTenths = Rho.of(new BigDecimal("0.45"));

        assertThat(service.budget(CUSTOMERS, context()).table().left()).isEqualTo(whole);
        service.approxCount(CUSTOMERS, Principal.of("other"));
        assertThat(service.budget(CUSTOMERS, context()).table().left().rho()).isEqualTo(nineTenths);
        for (int others = 0; others < 5; others++) {
            Principal other = Principal.of("other " + others);
            for (int i = 0; i < 3; i++) {
                service.approxCount(CUSTOMERS, "age > " + (10 * others + i), other);
            }
        }
        assertThat(service.budget(CUSTOMERS, context()).table().left().rho()).isEqualTo(nineTenths);
        assertThat(service.approxCount(CUSTOMERS, AGENT).privacy().budgetLeft().rho())
                .isLessThan(callers.principalBudget().rho());
    }

    @Test
    void hidesTheEndOfAScanFromOthersWithTheSameQuestion() throws Exception {
        callers = CallerClass.UNTRUSTED;
        CountDownLatch scanned = new CountDownLatch(1);
        warehouse.answers(query -> {
            scanned.countDown();
            return Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(15_000)}});
        });
        AudienceService service = service();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            long begun = System.nanoTime();
            Future<AudienceEstimate> first = threads.submit(() -> service.approxCount(CUSTOMERS, AGENT));
            assertThat(scanned.await(30, TimeUnit.SECONDS)).isTrue();
            AudienceEstimate other = service.approxCount(CUSTOMERS, Principal.of("accomplice"));
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(100_000_000L);
            assertThat(other.approxCount())
                    .isEqualTo(first.get(30, TimeUnit.SECONDS).approxCount());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aCancelledQuestionGetsNoAnswerNotEvenOneThatIsReady() {
        callers = CallerClass.UNTRUSTED;
        Cancellation cancellation = new Cancellation();
        warehouse.answers(query -> {
            cancellation.cancel();
            return Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(15_000)}});
        });
        RequestContext context = new RequestContext(AGENT, "r-1", cancellation);
        assertRefused(ErrorCode.CANCELLED, () -> service().approxCount(Count.of(CUSTOMERS), context));
    }

    @Test
    void reportsWhatIsLeftOfTheBudgets() {
        warehouse.answers(15_000);
        AudienceService service = service();
        PrivacyLoss cost = service.approxCount(CUSTOMERS, AGENT).privacy().cost();

        BudgetStatement statement = service.budget(CUSTOMERS, context());
        assertThat(statement.principal().left())
                .isEqualTo(CALLERS.principalBudget().minus(cost));
        assertThat(statement.table().left()).isEqualTo(CALLERS.tableBudget().minus(cost));
        assertThat(statement.principal().guarantee().epsilon()).isCloseTo(2.348, within(0.001));
        assertThat(service.budget(null, context()).table()).isNull();
        assertRefused(ErrorCode.UNKNOWN_TABLE, () -> service.budget(SECRETS, context()));
    }

    private static PredicateCheck check(AudienceService service, String predicate) {
        return service.check(Count.of(CUSTOMERS).where(predicate), context());
    }

    @Test
    void checkingSpendsNothingAndScansNothing() {
        PredicateCheck check = check(service(), "age > 25 AND income_level = 'high'");

        assertThat(check.columns()).extracting(ColumnName::value).containsExactlyInAnyOrder("age", "income_level");
        assertThat(check.costLeast()).isLessThan(check.costMost());
        assertThat(check.budgetLeft()).isEqualTo(CALLERS.principalBudget().rho());
        assertThat(warehouse.asked).isEmpty();
    }

    @Test
    void everyQuestionLeavesOneEventWithoutLiterals() {
        warehouse.answers(15_000);
        AudienceService service = service();
        service.approxCount(CUSTOMERS, "income_level = 'zebra' AND age > 4711", AGENT);
        assertRefused(ErrorCode.UNKNOWN_COLUMN, () -> service.approxCount(CUSTOMERS, "zebra4711 = 'zebra' ", AGENT));
        service.catalogs(context());

        assertThat(events).hasSize(3);
        AuditEvent answered = events.get(0);
        assertThat(answered.outcome()).isNull();
        assertThat(answered.scans()).isEqualTo(1);
        assertThat(answered.cost()).isGreaterThan(Rho.ZERO);
        assertThat(answered.shape()).contains("age", "income_level").doesNotContain("zebra", "4711", "4712");
        assertThat(events.get(1).outcome()).isEqualTo(ErrorCode.UNKNOWN_COLUMN);
        assertThat(events.get(1).shape()).isNull();
        assertThat(events.get(2).question()).isEqualTo("catalogs");
    }

    @Test
    void anAnswerThatCannotBeRecordedIsWithheld() {
        warehouse.answers(15_000);
        sink = event -> {
            throw LeadgenException.of(ErrorCode.AUDIT_UNAVAILABLE, "The audit log cannot be written");
        };
        assertRefused(ErrorCode.AUDIT_UNAVAILABLE, () -> service().approxCount(CUSTOMERS, AGENT));
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"TIMEOUT", "CANCELLED", "WAREHOUSE_UNAVAILABLE", "BUSY"})
    void aFailedScanKeepsItsCodeAndItsCharge(ErrorCode code) {
        warehouse.answers(query -> {
            throw LeadgenException.of(code, "no");
        });
        InMemoryBudgetLedger ledger = new InMemoryBudgetLedger(() -> NOW);

        assertRefused(code, () -> service(ledger).approxCount(CUSTOMERS, AGENT));

        PrivacyLoss charged = CALLERS.principalBudget().minus(ledger.left(AGENT, CALLERS));
        assertThat(charged.rho()).isGreaterThan(Rho.ZERO);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(code);
            assertThat(event.cost()).isEqualTo(charged.rho());
        });
    }

    @Test
    void anInternalErrorShowsNothingOfItself() {
        warehouse.answers(query -> {
            throw new IllegalStateException("value 'NYC' of row 7");
        });
        assertThatThrownBy(() -> service().approxCount(CUSTOMERS, AGENT))
                .isInstanceOfSatisfying(LeadgenException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL);
                    assertThat(e.getMessage()).doesNotContain("NYC");
                });
    }

    @Test
    void aCancelledQuestionCostsNothingWhenItHasNotBegun() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        RequestContext context = new RequestContext(AGENT, "r-1", cancellation);
        assertRefused(ErrorCode.CANCELLED, () -> service().approxCount(Count.of(CUSTOMERS), context));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.requestId()).isEqualTo("r-1");
            assertThat(event.cost()).isEqualTo(Rho.ZERO);
        });
    }

    @Test
    void theBudgetRefuses() {
        warehouse.answers(1_000);
        AudienceService service = service();
        assertThatThrownBy(() -> {
                    for (int question = 0; question < 800; question++) {
                        service.approxCount(CUSTOMERS, "age = " + question, AGENT);
                    }
                })
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUDGET_EXHAUSTED));
        assertThat(warehouse.asked).hasSizeBetween(318, 799);
    }
}
