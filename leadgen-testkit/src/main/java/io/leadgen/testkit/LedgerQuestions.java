package io.leadgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.BudgetLedger.ChargeRequest;
import io.leadgen.privacy.BudgetLedger.ChargeResult;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Opened;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Refused;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** How {@link BudgetLedgerContractTest} asks: a ledger, a clock that the test sets, three principals and two tables. */
abstract class LedgerQuestions {
    protected static final Population PEOPLE = Population.of(TableName.parse("main.leads.people"));
    protected static final Population OTHER_PEOPLE = Population.of(TableName.parse("main.leads.`people \"s`"));
    protected static final Principal ANN = Principal.of("ann");
    protected static final Principal BOB = Principal.of("Bob's Ö");
    protected static final Principal CEM = Principal.of("cem");
    protected static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
    protected static final Instant EPOCH_ENDS = Instant.parse("2026-11-30T00:00:00Z");
    protected static final Duration WINDOW = Duration.ofDays(30);

    /** Ten for a principal, twenty for a table in thirty days, thirty for a table for ever; of delta ten times as many. */
    protected static final CallerClass CLASS = callerClass("test", loss(10, 100), loss(20, 200), loss(30, 300));

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private BudgetLedger ledger;

    protected abstract BudgetLedger emptyLedger(InstantSource clock) throws Exception;

    @BeforeEach
    void beginLedger() throws Exception {
        ledger = emptyLedger(now::get);
    }

    /** A class with these budgets, and a window of {@link #WINDOW}. */
    protected static CallerClass callerClass(
            String name, PrivacyLoss principal, PrivacyLoss table, PrivacyLoss lifetime) {
        return new CallerClass(
                name,
                40,
                principal,
                table,
                lifetime,
                WINDOW,
                Duration.ofDays(7),
                100,
                Duration.ZERO,
                64,
                200,
                false,
                Precision.MAX);
    }

    /** A loss of so many 10^-12 of rho and 10^-18 of delta. */
    protected static PrivacyLoss loss(long pico, long atto) {
        return new PrivacyLoss(new Rho(pico), new Delta(atto));
    }

    protected static PrivacyLoss rho(long pico) {
        return loss(pico, 0);
    }

    /** A question of a class's caller; a question without a principal is charged to the table alone. */
    protected static ChargeRequest order(@Nullable Principal principal, String question) {
        return new ChargeRequest(QuestionKey.of(List.of(question)), EPOCH_ENDS, PEOPLE, CLASS, principal);
    }

    /** An answer that is distinguished by its number. */
    protected static Release release(int number, PrivacyLoss cost) {
        return new Release(List.of(Cell.of(new NoisyValue(BigDecimal.valueOf(number), 40), List.of())), false, cost);
    }

    protected final void setClock(Instant instant) {
        now.set(instant);
    }

    protected final BudgetLedger ledger() {
        return ledger;
    }

    static ChargeRequest about(Population people, ChargeRequest order) {
        return new ChargeRequest(order.key(), order.epochEnds(), people, order.callerClass(), order.principal());
    }

    static ChargeRequest as(CallerClass callerClass, ChargeRequest order) {
        return new ChargeRequest(order.key(), order.epochEnds(), order.people(), callerClass, order.principal());
    }

    long pay(ChargeRequest order, PrivacyLoss price) {
        ChargeResult outcome = ledger.open(order, price);
        assertThat(outcome).isInstanceOf(Opened.class);
        return ((Opened) outcome).draw();
    }

    void refused(ChargeRequest order, PrivacyLoss price) {
        assertThat(ledger.open(order, price)).isEqualTo(new Refused());
    }

    PrivacyLoss left(Principal principal) {
        return ledger.left(principal, CLASS);
    }

    PrivacyLoss left(Population people) {
        return ledger.left(people, CLASS);
    }
}
