package io.leadgen.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.privacy.policy.TablePolicy.Content;
import io.leadgen.privacy.policy.TablePolicy.Partition;
import io.leadgen.question.Count;
import io.leadgen.question.answer.AudienceEstimate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which tables a condition may look at, and what their owners add to it. */
class RelatedQuestionsTest {
    private static final TableName CUSTOMERS = TableName.parse("main.leads.customers");
    private static final TableName EVENTS = TableName.parse("main.leads.events");
    private static final Principal AGENT = Principal.of("agent-7");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final PrivacyUnit CUSTOMER = new PrivacyUnit.Key(new ColumnName("customer_id"));
    private static final String BOUGHT = "customer_id IN (SELECT customer_id FROM events WHERE kind = 'purchase')";

    private final ScriptedWarehouse warehouse = new ScriptedWarehouse();
    private final InMemoryBudgetLedger ledger = new InMemoryBudgetLedger(() -> NOW);
    private final Map<TableName, TablePolicy> policies = new HashMap<>();
    private Map<String, String> attributes = Map.of();
    private CallerClass callers = CallerClass.UNTRUSTED.answeringAtOnce();

    @BeforeEach
    void tables() {
        warehouse.holds(new TableSchema(
                CUSTOMERS,
                List.of(
                        Column.of("customer_id", ColumnType.BIGINT),
                        Column.of("msisdn", ColumnType.BIGINT),
                        Column.of("age", ColumnType.INT)),
                null));
        for (String name : List.of("main.leads.events", "main.leads.calls", "main.hidden.events")) {
            warehouse.holds(new TableSchema(
                    TableName.parse(name),
                    List.of(
                            Column.of("customer_id", ColumnType.BIGINT),
                            Column.of("code", ColumnType.STRING),
                            Column.of("kind", ColumnType.STRING),
                            Column.of("day", ColumnType.INT)),
                    null));
        }
        policies.put(CUSTOMERS, people("customers", null, null, null));
        policies.put(EVENTS, people("customers", null, null, null));
        warehouse.answers(15_000);
    }

    private static TablePolicy people(String name, String require, String filter, Partition partition) {
        return new TablePolicy(
                CUSTOMER,
                require,
                filter,
                partition,
                Map.of(new ColumnName("code"), new ColumnPolicy(ColumnRole.IDENTIFIER, null, List.of())),
                Map.of(),
                Content.PEOPLE,
                name);
    }

    private AudienceEstimate ask(String predicate) {
        AudienceService service = new AudienceService(
                new AudienceService.Ports(warehouse, ledger, event -> {}, new SplittableRandom(3), () -> NOW),
                new Scopes(Map.of("main", Set.of("leads"))),
                new PrivacyPolicy(callers, Map.of(AGENT, new Caller(callers, attributes)), policies),
                ZoneOffset.UTC);
        return service.ask(Count.of(CUSTOMERS).where(predicate), RequestContext.of(AGENT));
    }

    private String asked() {
        return warehouse.asked.get(warehouse.asked.size() - 1).filter().toString();
    }

    private void assertRefused(ErrorCode code, String message, String predicate) {
        int scans = warehouse.asked.size();
        assertThatThrownBy(() -> ask(predicate)).isInstanceOfSatisfying(LeadgenException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.diagnostics()).hasSize(1).allSatisfy(diagnostic -> {
                assertThat(diagnostic.message()).contains(message);
                assertThat(diagnostic.to()).isGreaterThan(diagnostic.from());
            });
        });
        assertThat(warehouse.asked).hasSize(scans);
    }

    @Test
    void looksAtATableOfTheSamePeople() {
        AudienceEstimate answer = ask(BOUGHT);
        assertThat(answer.approxCount()).isNotNull();
        assertThat(asked()).contains("RelatedCount", "main.leads.events", "purchase");
    }

    @Test
    void chargesThePeopleOnceWhateverTablesAreRead() {
        AudienceEstimate one = ask("age > 30");
        AudienceEstimate two = ask(BOUGHT);
        assertThat(two.privacy().cost()).isEqualTo(one.privacy().cost());
        PrivacyPolicy policy = new PrivacyPolicy(CallerClass.UNTRUSTED, Map.of(), policies);
        PrivacyLoss spent = one.privacy().cost().plus(two.privacy().cost());
        for (TableName table : List.of(CUSTOMERS, EVENTS)) {
            assertThat(ledger.left(policy.population(table), CallerClass.UNTRUSTED)
                            .plus(spent))
                    .isEqualTo(CallerClass.UNTRUSTED.tableBudget());
        }
    }

    @Test
    void hasOneAnswerHoweverItIsWritten() {
        ask(BOUGHT);
        AudienceEstimate again = ask("EXISTS (SELECT 1 FROM main.leads.events e WHERE e.customer_id ="
                + " customers.customer_id AND e.kind = 'purchase')");
        assertThat(again.privacy().repeated()).isTrue();
        assertThat(ask(BOUGHT.replace("purchase", "refund")).privacy().repeated())
                .isFalse();
    }

    @Test
    void aConditionThatNobodyCanMeetIsFree() {
        AudienceEstimate nobody =
                ask("customer_id IN (SELECT customer_id FROM events WHERE kind = 'a' AND kind = 'b')");
        assertThat(nobody.approxCount()).isZero();
        assertThat(nobody.privacy().cost()).isEqualTo(PrivacyLoss.NONE);
        assertThat(warehouse.asked).isEmpty();
    }

    @Test
    void refusesTablesOfOtherPeople() {
        assertRefused(
                ErrorCode.TABLE_NOT_DECLARED,
                "Nobody has declared that the tables",
                "customer_id IN (SELECT customer_id FROM calls)");
        policies.put(TableName.parse("main.leads.calls"), people("callers", null, null, null));
        assertRefused(
                ErrorCode.PREDICATE_UNSUPPORTED,
                "hold the same people",
                "customer_id IN (SELECT customer_id FROM calls)");
        assertRefused(
                ErrorCode.UNKNOWN_TABLE, "out of your scope", "customer_id IN (SELECT customer_id FROM hidden.events)");
        assertRefused(
                ErrorCode.UNKNOWN_TABLE, "no such table", "customer_id IN (SELECT customer_id FROM main.leads.evnts)");
    }

    @Test
    void refusesOtherLinksAndForbiddenColumns() {
        assertRefused(
                ErrorCode.COLUMN_FORBIDDEN,
                "joined by the columns that identify a person",
                "EXISTS (SELECT 1 FROM events e WHERE e.customer_id = customers.msisdn)");
        assertRefused(
                ErrorCode.COLUMN_FORBIDDEN,
                "Column code cannot be used",
                "customer_id IN (SELECT customer_id FROM events WHERE code = 'x')");
        assertRefused(
                ErrorCode.COLUMN_FORBIDDEN,
                "Column customer_id cannot be used",
                "customer_id IN (SELECT customer_id FROM events WHERE customer_id = 4711)");
    }

    @Test
    void appliesWhatTheOwnerOfTheOtherTableRequires() {
        policies.put(EVENTS, people("customers", "kind <> 'test'", "code = ${user.code}", null));
        attributes = Map.of("code", "k-1");
        ask("customer_id IN (SELECT customer_id FROM events)");
        assertThat(asked()).contains("test", "k-1");
        attributes = Map.of();
        assertRefused(
                ErrorCode.OUT_OF_SCOPE,
                "requires the attribute code",
                "customer_id IN (SELECT customer_id FROM events)");
    }

    @Test
    void needsThePartitionOfTheOtherTable() {
        policies.put(EVENTS, people("customers", null, null, new Partition(new ColumnName("day"), true)));
        assertRefused(ErrorCode.PARTITION_REQUIRED, "must filter on its partition column day", BOUGHT);
        ask("customer_id IN (SELECT customer_id FROM events WHERE day >= 20261101)");
        assertThat(asked()).contains("20261101", "partitions=[day]");
    }

    @Test
    void theLinkIsNoConditionOnThePartitionColumnAndNarrowsNothing() {
        policies.put(CUSTOMERS, people("customers", null, null, new Partition(new ColumnName("customer_id"), true)));
        assertThatThrownBy(() -> ask(BOUGHT))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PARTITION_REQUIRED));
        policies.put(CUSTOMERS, people("customers", null, null, new Partition(new ColumnName("customer_id"), false)));
        callers = CallerClass.UNTRUSTED.answeringEvery(Duration.ofNanos(1_000));
        ask(BOUGHT);
        assertThat(warehouse.asked.get(0).scanned()).isEqualTo(Predicate.Constant.TRUE);
    }

    @Test
    void needsAColumnThatIdentifiesPeople() {
        policies.put(
                CUSTOMERS,
                new TablePolicy(
                        new PrivacyUnit.Row(null), null, null, null, Map.of(), Map.of(), Content.PEOPLE, "customers"));
        assertRefused(ErrorCode.PREDICATE_UNSUPPORTED, "No column identifies a person", BOUGHT);
    }
}
