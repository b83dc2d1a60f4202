package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.BudgetLedger.ChargeRequest;
import io.leadgen.privacy.BudgetLedger.ChargeResult;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import java.math.BigDecimal;
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
            200);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final InMemoryBudgetLedger ledger = new InMemoryBudgetLedger(now::get);

    private static PrivacyLoss loss(long rho, long delta) {
        return new PrivacyLoss(new Rho(rho), new Delta(delta));
    }

    private static ChargeRequest order(@Nullable String principal, TableName table, String question) {
        Principal payer = principal == null ? null : Principal.of(principal);
        return new ChargeRequest(QuestionKey.of(List.of(question)), END, table, CLASS, payer);
    }

    private static Release release(long value, PrivacyLoss cost) {
        Release.NoisyValue count = new Release.NoisyValue(BigDecimal.valueOf(value), 1);
        return new Release(List.of(Release.Cell.of(count, List.of())), false, cost);
    }

    private boolean charged(@Nullable String principal, TableName table, String question, long rho) {
        return ledger.open(order(principal, table, question), loss(rho, 0)) instanceof ChargeResult.Opened;
    }

    private long left(String principal) {
        return ledger.left(Principal.of(principal), CLASS).rho().pico();
    }

    private long left(TableName table) {
        return ledger.left(table, CLASS).rho().pico();
    }

    @Test
    void aPrincipalsCapHoldsOverAllTables() {
        assertThat(charged("ann", TABLE, "q1", 6)).isTrue();
        assertThat(charged("ann", OTHER, "q2", 5)).isFalse();
        assertThat(charged("ann", OTHER, "q2", 4)).isTrue();
        assertThat(charged("ann", OTHER, "q3", 1)).isFalse();
        assertThat(left("ann")).isZero();
    }

    @Test
    void aTablesCapHoldsOverAllPrincipals() {
        assertThat(charged("ann", TABLE, "q1", 10)).isTrue();
        assertThat(charged("bob", TABLE, "q2", 10)).isTrue();
        assertThat(charged("cem", TABLE, "q3", 1)).isFalse();
        assertThat(charged("cem", OTHER, "q3", 1)).isTrue();
        // What is refused is not charged to anybody.
        assertThat(left("cem")).isEqualTo(9);
    }

    @Test
    void theWindowHealsAndTheLifetimeDoesNot() {
        charged("ann", TABLE, "q1", 10);
        charged("bob", TABLE, "q2", 10);
        now.set(now.get().plus(Duration.ofDays(30)).minusNanos(1));
        assertThat(left("ann")).isZero();
        now.set(now.get().plusNanos(1));
        assertThat(left("ann")).isEqualTo(10);

        assertThat(charged("ann", TABLE, "q3", 10)).isTrue();
        assertThat(charged("bob", TABLE, "q4", 1)).isFalse();
        now.set(now.get().plus(Duration.ofDays(31)));
        assertThat(charged("bob", TABLE, "q4", 1)).isFalse();
        assertThat(left(TABLE)).isZero();
    }

    @Test
    void aClockThatGoesBackHealsNothing() {
        charged("ann", TABLE, "q1", 4);
        now.set(now.get().minus(Duration.ofDays(40)));
        charged("ann", TABLE, "q2", 4);
        now.set(now.get().plus(Duration.ofDays(40)));
        assertThat(left("ann")).isEqualTo(2);
    }

    @Test
    void everyDrawIsPaidForByItself() {
        assertThat(charged("ann", TABLE, "q", 4)).isTrue();
        assertThat(charged("ann", TABLE, "q", 4)).isTrue();
        assertThat(charged("bob", TABLE, "q", 4)).isTrue();
        assertThat(left("ann")).isEqualTo(2);
        assertThat(left("bob")).isEqualTo(6);
        assertThat(left(TABLE)).isEqualTo(8);
    }

    @Test
    void whatNoPrincipalPaysTheTableDoes() {
        assertThat(charged(null, TABLE, "range", 20)).isTrue();
        assertThat(charged("ann", TABLE, "q", 1)).isFalse();
        assertThat(left("ann")).isEqualTo(10);
    }

    @Test
    void deltaHasCapsOfItsOwn() {
        ChargeRequest order = order("ann", TABLE, "q");
        ChargeResult.Opened opened = (ChargeResult.Opened) ledger.open(order, loss(1, 0));
        assertThat(ledger.settle(order, opened.draw(), loss(1, 4), release(5, loss(2, 4))))
                .isEqualTo(new ChargeResult.Refused());
        assertThat(ledger.settle(order, opened.draw(), loss(1, 3), release(5, loss(2, 3))))
                .isInstanceOf(ChargeResult.Answered.class);
        assertThat(ledger.left(Principal.of("ann"), CLASS)).isEqualTo(loss(8, 0));
    }

    @Test
    void cachesTheFirstAnswerAndChargesEachPrincipalOnce() {
        ChargeRequest ann = order("ann", TABLE, "q");
        ChargeRequest bob = order("bob", TABLE, "q");
        ChargeResult.Opened one = (ChargeResult.Opened) ledger.open(ann, loss(1, 0));
        ChargeResult.Opened two = (ChargeResult.Opened) ledger.open(bob, loss(1, 0));
        Release first = release(5, loss(4, 0));
        assertThat(ledger.settle(ann, one.draw(), loss(3, 0), first))
                .isEqualTo(new ChargeResult.Answered(first, loss(3, 0)));
        assertThat(ledger.settle(bob, two.draw(), loss(6, 0), release(7, loss(7, 0))))
                .isEqualTo(new ChargeResult.Answered(first, loss(4, 0)));

        assertThat(left("bob")).isEqualTo(10 - 1 - 4);
        assertThat(left(TABLE)).isEqualTo(20 - 1 - 1 - 3);
        assertThat(ledger.open(bob, loss(1, 0))).isEqualTo(new ChargeResult.Answered(first, PrivacyLoss.NONE));
        assertThat(ledger.open(ann, loss(1, 0))).isEqualTo(new ChargeResult.Answered(first, PrivacyLoss.NONE));
        assertThat(ledger.open(order("cem", TABLE, "q"), loss(1, 0)))
                .isEqualTo(new ChargeResult.Answered(first, loss(4, 0)));
        assertThat(ledger.open(order(null, TABLE, "q"), loss(1, 0)))
                .isEqualTo(new ChargeResult.Answered(first, PrivacyLoss.NONE));
        ChargeRequest later = new ChargeRequest(ann.key(), END.plusSeconds(1), TABLE, CLASS, Principal.of("ann"));
        assertThat(ledger.open(later, loss(1, 0))).isInstanceOf(ChargeResult.Opened.class);
    }

    @Test
    void anAnswerIsRefusedToWhoCannotPayForIt() {
        ChargeRequest ann = order("ann", TABLE, "q");
        ChargeResult.Opened draw = (ChargeResult.Opened) ledger.open(ann, loss(1, 0));
        ledger.settle(ann, draw.draw(), loss(5, 0), release(5, loss(6, 0)));
        charged("bob", OTHER, "other", 5);
        assertThat(ledger.open(order("bob", TABLE, "q"), loss(1, 0))).isEqualTo(new ChargeResult.Refused());
        assertThat(left("bob")).isEqualTo(5);
    }
}
