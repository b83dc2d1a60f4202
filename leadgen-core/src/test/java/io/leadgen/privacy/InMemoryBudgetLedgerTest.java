package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.BudgetLedger.Charge;
import io.leadgen.privacy.BudgetLedger.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InMemoryBudgetLedgerTest {
    private static final TableName TABLE = TableName.parse("main.leads.people");
    private static final TableName OTHER = TableName.parse("main.leads.others");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    /** Ten for a principal, twenty for a table in thirty days, thirty for a table for ever. */
    private static final CallerClass CLASS = new CallerClass(
            "test", 40, new Rho(10), new Rho(20), new Rho(30), Duration.ofDays(30), Duration.ofDays(7), 100, 64, 200);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final InMemoryBudgetLedger ledger = new InMemoryBudgetLedger(now::get);

    private Outcome charge(@Nullable String principal, TableName table, String question, int step, long rho) {
        Principal payer = principal == null ? null : Principal.of(principal);
        return ledger.charge(
                new Charge(payer, CLASS, table, QuestionKey.of(List.of(question)), END, step, new Rho(rho)));
    }

    @Test
    void aPrincipalsCapHoldsOverAllTables() {
        assertThat(charge("ann", TABLE, "q1", 0, 6)).isEqualTo(Outcome.CHARGED);
        assertThat(charge("ann", OTHER, "q2", 0, 5)).isEqualTo(Outcome.REFUSED);
        assertThat(charge("ann", OTHER, "q2", 0, 4)).isEqualTo(Outcome.CHARGED);
        assertThat(charge("ann", OTHER, "q3", 0, 1)).isEqualTo(Outcome.REFUSED);
        assertThat(ledger.balance(Principal.of("ann"), CLASS, TABLE).principal())
                .isEqualTo(Rho.ZERO);
    }

    @Test
    void aTablesCapHoldsOverAllPrincipals() {
        assertThat(charge("ann", TABLE, "q1", 0, 10)).isEqualTo(Outcome.CHARGED);
        assertThat(charge("bob", TABLE, "q2", 0, 10)).isEqualTo(Outcome.CHARGED);
        assertThat(charge("cem", TABLE, "q3", 0, 1)).isEqualTo(Outcome.REFUSED);
        assertThat(charge("cem", OTHER, "q3", 0, 1)).isEqualTo(Outcome.CHARGED);
        // What is refused is not charged to anybody.
        assertThat(ledger.balance(Principal.of("cem"), CLASS, TABLE).principal())
                .isEqualTo(new Rho(9));
    }

    @Test
    void theWindowHealsAndTheLifetimeDoesNot() {
        charge("ann", TABLE, "q1", 0, 10);
        charge("bob", TABLE, "q2", 0, 10);
        now.set(now.get().plus(Duration.ofDays(31)));

        assertThat(ledger.balance(Principal.of("ann"), CLASS, TABLE).available())
                .isEqualTo(new Rho(10));
        assertThat(charge("ann", TABLE, "q3", 0, 10)).isEqualTo(Outcome.CHARGED);
        assertThat(charge("bob", TABLE, "q4", 0, 1)).isEqualTo(Outcome.REFUSED);
        now.set(now.get().plus(Duration.ofDays(31)));
        assertThat(charge("bob", TABLE, "q4", 0, 1)).isEqualTo(Outcome.REFUSED);
        assertThat(ledger.balance(Principal.of("bob"), CLASS, TABLE).table()).isEqualTo(Rho.ZERO);
    }

    @Test
    void aStepIsPaidOnceByEachAndOnceByTheTable() {
        assertThat(charge("ann", TABLE, "q", 0, 4)).isEqualTo(Outcome.CHARGED);
        assertThat(charge("ann", TABLE, "q", 0, 4)).isEqualTo(Outcome.REPEATED);
        assertThat(charge("bob", TABLE, "q", 0, 4)).isEqualTo(Outcome.CHARGED);
        assertThat(ledger.balance(Principal.of("bob"), CLASS, TABLE))
                .isEqualTo(new BudgetLedger.Balance(new Rho(6), new Rho(16)));
        assertThat(charge("ann", TABLE, "q", 1, 4)).isEqualTo(Outcome.CHARGED);
        // The same step at another price is another draw.
        assertThat(charge("ann", TABLE, "q", 1, 2)).isEqualTo(Outcome.CHARGED);
    }

    @Test
    void whatNoPrincipalPaysTheTableDoes() {
        assertThat(charge(null, TABLE, "range", 0, 20)).isEqualTo(Outcome.CHARGED);
        assertThat(charge(null, TABLE, "range", 0, 20)).isEqualTo(Outcome.REPEATED);
        assertThat(charge("ann", TABLE, "q", 0, 1)).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void theFirstAnswerStands() {
        QuestionKey key = QuestionKey.of(List.of("q"));
        Release one = new Release(new Release.NoisyValue(java.math.BigDecimal.ONE, 1), List.of(), false, new Rho(1));
        Release two = new Release(new Release.NoisyValue(java.math.BigDecimal.TEN, 1), List.of(), false, new Rho(1));
        assertThat(ledger.find(key, END)).isEmpty();
        assertThat(ledger.store(key, END, one)).isEqualTo(one);
        assertThat(ledger.store(key, END, two)).isEqualTo(one);
        assertThat(ledger.find(key, END)).contains(one);
        assertThat(ledger.find(key, END.plusSeconds(1))).isEmpty();
    }
}
