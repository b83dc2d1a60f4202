package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.BudgetLedger.ChargeRequest;
import io.leadgen.privacy.BudgetLedger.ChargeResult;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.privacy.policy.TablePolicy.Population;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryBudgetLedgerTest {
    private static final Population PEOPLE = Population.of(TableName.parse("main.leads.people"));
    private static final Population OTHER = Population.of(TableName.parse("main.leads.others"));
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    /** Ten for a principal, twenty for a table in thirty days, thirty for a table for ever. */
    private static final CallerClass CLASS = new CallerClass(
            "test",
            40,
            loss(10, 3),
            loss(20, 6),
            loss(30, 9),
            Duration.ofDays(30),
            Duration.ofDays(7),
            100,
            Duration.ZERO,
            64,
            200,
            false,
            Precision.MAX);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final InMemoryBudgetLedger ledger = new InMemoryBudgetLedger(now::get);

    private static PrivacyLoss loss(long rho, long delta) {
        return new PrivacyLoss(new Rho(rho), new Delta(delta));
    }

    private static ChargeRequest order(@Nullable String principal, Population people, String question) {
        Principal payer = principal == null ? null : Principal.of(principal);
        return new ChargeRequest(QuestionKey.of(List.of(question)), END, people, CLASS, payer);
    }

    private static Release release(long value, PrivacyLoss cost) {
        Release.NoisyValue count = new Release.NoisyValue(BigDecimal.valueOf(value), 1);
        return new Release(List.of(Release.Cell.of(count, List.of())), false, cost);
    }

    private boolean charged(@Nullable String principal, Population people, String question, long rho) {
        return ledger.open(order(principal, people, question), loss(rho, 0)) instanceof ChargeResult.Opened;
    }

    private long left(String principal) {
        return ledger.left(Principal.of(principal), CLASS).rho().pico();
    }

    private long left(Population people) {
        return ledger.left(people, CLASS).rho().pico();
    }

    @Test
    void aPrincipalsCapHoldsOverAllTables() {
        assertThat(charged("ann", PEOPLE, "q1", 6)).isTrue();
        assertThat(charged("ann", OTHER, "q2", 5)).isFalse();
        assertThat(charged("ann", OTHER, "q2", 4)).isTrue();
        assertThat(charged("ann", OTHER, "q3", 1)).isFalse();
        assertThat(left("ann")).isZero();
    }

    @Test
    void theTablesOfAPopulationHaveOneBudgetAndNoRegroupingGivesItBack() {
        TablePolicy customers = new TablePolicy(
                new PrivacyUnit.Key(new ColumnName("uid")),
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                TablePolicy.Content.PEOPLE,
                "customers");
        PrivacyPolicy policy =
                new PrivacyPolicy(CLASS, Map.of(), Map.of(PEOPLE.table(), customers, OTHER.table(), customers));
        Population people = policy.population(PEOPLE.table());
        Population others = policy.population(OTHER.table());
        assertThat(people.tables()).containsExactlyInAnyOrder(PEOPLE.table(), OTHER.table());

        assertThat(charged("ann", PEOPLE, "before", 4)).isTrue();
        assertThat(charged("ann", people, "q1", 5)).isTrue();
        assertThat(charged("bob", others, "q2", 8)).isTrue();
        assertThat(charged("cem", others, "q3", 4)).isFalse();
        assertThat(left(people)).isEqualTo(3).isEqualTo(left(others));
        assertThat(left(PEOPLE)).isEqualTo(11);
        assertThat(left(OTHER)).isEqualTo(12);
    }

    @Test
    void aTablesCapHoldsOverAllPrincipals() {
        assertThat(charged("ann", PEOPLE, "q1", 10)).isTrue();
        assertThat(charged("bob", PEOPLE, "q2", 10)).isTrue();
        assertThat(charged("cem", PEOPLE, "q3", 1)).isFalse();
        assertThat(charged("cem", OTHER, "q3", 1)).isTrue();
        // What is refused is not charged to anybody.
        assertThat(left("cem")).isEqualTo(9);
    }

    @Test
    void theWindowHealsAndTheLifetimeDoesNot() {
        charged("ann", PEOPLE, "q1", 10);
        charged("bob", PEOPLE, "q2", 10);
        now.set(now.get().plus(Duration.ofDays(30)).minusNanos(1));
        assertThat(left("ann")).isZero();
        now.set(now.get().plusNanos(1));
        assertThat(left("ann")).isEqualTo(10);

        assertThat(charged("ann", PEOPLE, "q3", 10)).isTrue();
        assertThat(charged("bob", PEOPLE, "q4", 1)).isFalse();
        now.set(now.get().plus(Duration.ofDays(31)));
        assertThat(charged("bob", PEOPLE, "q4", 1)).isFalse();
        assertThat(left(PEOPLE)).isZero();
    }

    @Test
    void aClockThatGoesBackHealsNothing() {
        charged("ann", PEOPLE, "q1", 4);
        now.set(now.get().minus(Duration.ofDays(40)));
        charged("ann", PEOPLE, "q2", 4);
        now.set(now.get().plus(Duration.ofDays(40)));
        assertThat(left("ann")).isEqualTo(2);
    }

    @Test
    void everyDrawIsPaidForByItself() {
        assertThat(charged("ann", PEOPLE, "q", 4)).isTrue();
        assertThat(charged("ann", PEOPLE, "q", 4)).isTrue();
        assertThat(charged("bob", PEOPLE, "q", 4)).isTrue();
        assertThat(left("ann")).isEqualTo(2);
        assertThat(left("bob")).isEqualTo(6);
        assertThat(left(PEOPLE)).isEqualTo(8);
    }

    @Test
    void whatNoPrincipalPaysTheTableDoes() {
        assertThat(charged(null, PEOPLE, "range", 20)).isTrue();
        assertThat(charged("ann", PEOPLE, "q", 1)).isFalse();
        assertThat(left("ann")).isEqualTo(10);
    }

    @Test
    void deltaHasCapsOfItsOwn() {
        ChargeRequest order = order("ann", PEOPLE, "q");
        ChargeResult.Opened opened = (ChargeResult.Opened) ledger.open(order, loss(1, 0));
        assertThat(ledger.settle(order, opened.draw(), loss(1, 4), release(5, loss(2, 4))))
                .isEqualTo(new ChargeResult.Refused());
        assertThat(ledger.settle(order, opened.draw(), loss(1, 3), release(5, loss(2, 3))))
                .isInstanceOf(ChargeResult.Answered.class);
        assertThat(ledger.left(Principal.of("ann"), CLASS)).isEqualTo(loss(8, 0));
    }

    @Test
    void cachesTheFirstAnswerAndChargesEachPrincipalOnce() {
        ChargeRequest ann = order("ann", PEOPLE, "q");
        ChargeRequest bob = order("bob", PEOPLE, "q");
        ChargeResult.Opened one = (ChargeResult.Opened) ledger.open(ann, loss(1, 0));
        ChargeResult.Opened two = (ChargeResult.Opened) ledger.open(bob, loss(1, 0));
        Release first = release(5, loss(4, 0));
        assertThat(ledger.settle(ann, one.draw(), loss(3, 0), first))
                .isEqualTo(new ChargeResult.Answered(first, loss(3, 0)));
        assertThat(ledger.settle(bob, two.draw(), loss(6, 0), release(7, loss(7, 0))))
                .isEqualTo(new ChargeResult.Answered(first, loss(4, 0)));

        assertThat(left("bob")).isEqualTo(10 - 1 - 4);
        assertThat(left(PEOPLE)).isEqualTo(20 - 1 - 1 - 3);
        assertThat(ledger.open(bob, loss(1, 0))).isEqualTo(new ChargeResult.Answered(first, PrivacyLoss.NONE));
        assertThat(ledger.open(ann, loss(1, 0))).isEqualTo(new ChargeResult.Answered(first, PrivacyLoss.NONE));
        assertThat(ledger.open(order("cem", PEOPLE, "q"), loss(1, 0)))
                .isEqualTo(new ChargeResult.Answered(first, loss(4, 0)));
        assertThat(ledger.open(order(null, PEOPLE, "q"), loss(1, 0)))
                .isEqualTo(new ChargeResult.Answered(first, PrivacyLoss.NONE));
        ChargeRequest later = new ChargeRequest(ann.key(), END.plusSeconds(1), PEOPLE, CLASS, Principal.of("ann"));
        assertThat(ledger.open(later, loss(1, 0))).isInstanceOf(ChargeResult.Opened.class);
    }

    @Test
    void anAnswerIsRefusedToWhoCannotPayForIt() {
        ChargeRequest ann = order("ann", PEOPLE, "q");
        ChargeResult.Opened draw = (ChargeResult.Opened) ledger.open(ann, loss(1, 0));
        ledger.settle(ann, draw.draw(), loss(5, 0), release(5, loss(6, 0)));
        charged("bob", OTHER, "other", 5);
        assertThat(ledger.open(order("bob", PEOPLE, "q"), loss(1, 0))).isEqualTo(new ChargeResult.Refused());
        assertThat(left("bob")).isEqualTo(5);
    }
}
