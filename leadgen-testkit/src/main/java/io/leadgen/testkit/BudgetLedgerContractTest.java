package io.leadgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.BudgetLedger.ChargeRequest;
import io.leadgen.privacy.BudgetLedger.ChargeResult;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Answered;
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
import io.leadgen.privacy.policy.Principal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link BudgetLedger} does, wherever it keeps its books. Extend it for a ledger of your own: the ledger must be
 * empty before each test, and tell the time by the clock that it is given, to the millisecond at least.
 */
public abstract class BudgetLedgerContractTest {
    protected static final TableName TABLE = TableName.parse("main.leads.people");
    protected static final TableName OTHER_TABLE = TableName.parse("main.leads.`people \"s`");
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

    /** An empty ledger. */
    protected abstract BudgetLedger emptyLedger(InstantSource clock) throws Exception;

    @BeforeEach
    void beginLedger() throws Exception {
        ledger = emptyLedger(now::get);
    }

    // ------------------------------------------------------------------------------------------------ words for tests

    /** A class with these budgets, and a window of {@link #WINDOW}. */
    protected static CallerClass callerClass(
            String name, PrivacyLoss principal, PrivacyLoss table, PrivacyLoss lifetime) {
        return new CallerClass(
                name, 40, principal, table, lifetime, WINDOW, Duration.ofDays(7), 100, Duration.ZERO, 64, 200);
    }

    /** A loss of so many 10^-12 of rho and 10^-18 of delta. */
    protected static PrivacyLoss loss(long pico, long atto) {
        return new PrivacyLoss(new Rho(pico), new Delta(atto));
    }

    /** A loss of rho alone. */
    protected static PrivacyLoss rho(long pico) {
        return loss(pico, 0);
    }

    /** A question of a class's caller; a question without a principal is charged to the table alone. */
    protected static ChargeRequest order(@Nullable Principal principal, String question) {
        return new ChargeRequest(QuestionKey.of(List.of(question)), EPOCH_ENDS, TABLE, CLASS, principal);
    }

    /** An answer with a number that tells it from others. */
    protected static Release release(int number, PrivacyLoss cost) {
        return new Release(List.of(Cell.of(new NoisyValue(BigDecimal.valueOf(number), 40), List.of())), false, cost);
    }

    /** The time by the ledger's clock. */
    protected final void setClock(Instant instant) {
        now.set(instant);
    }

    /** The ledger that the test began with. */
    protected final BudgetLedger ledger() {
        return ledger;
    }

    private static ChargeRequest about(TableName table, ChargeRequest order) {
        return new ChargeRequest(order.key(), order.epochEnds(), table, order.callerClass(), order.principal());
    }

    private static ChargeRequest as(CallerClass callerClass, ChargeRequest order) {
        return new ChargeRequest(order.key(), order.epochEnds(), order.table(), callerClass, order.principal());
    }

    private long pay(ChargeRequest order, PrivacyLoss price) {
        ChargeResult outcome = ledger.open(order, price);
        assertThat(outcome).isInstanceOf(Opened.class);
        return ((Opened) outcome).draw();
    }

    private void refused(ChargeRequest order, PrivacyLoss price) {
        assertThat(ledger.open(order, price)).isEqualTo(new Refused());
    }

    private PrivacyLoss left(Principal principal) {
        return ledger.left(principal, CLASS);
    }

    private PrivacyLoss left(TableName table) {
        return ledger.left(table, CLASS);
    }

    // ------------------------------------------------------------------------------------------------ caps

    @Test
    void aPrincipalsCapHoldsOverAllTables() {
        pay(order(ANN, "q1"), rho(6));
        refused(about(OTHER_TABLE, order(ANN, "q2")), rho(5));
        pay(about(OTHER_TABLE, order(ANN, "q2")), rho(4));
        refused(about(OTHER_TABLE, order(ANN, "q3")), rho(1));

        assertThat(left(ANN)).isEqualTo(loss(0, 100));
        assertThat(left(BOB)).isEqualTo(loss(10, 100));
        assertThat(left(TABLE)).isEqualTo(loss(14, 200));
        assertThat(left(OTHER_TABLE)).isEqualTo(loss(16, 200));
    }

    @Test
    void aTablesCapHoldsOverAllPrincipals() {
        pay(order(ANN, "q1"), rho(10));
        pay(order(BOB, "q2"), rho(10));
        refused(order(CEM, "q3"), rho(1));
        pay(about(OTHER_TABLE, order(CEM, "q3")), rho(1));
    }

    @Test
    void aClassHasItsOwnAccountOfATable() {
        CallerClass other = callerClass("other", loss(10, 100), loss(20, 200), loss(30, 300));
        pay(order(ANN, "q1"), rho(10));
        pay(order(BOB, "q2"), rho(10));
        pay(as(other, order(CEM, "q3")), rho(10));

        assertThat(ledger.left(TABLE, other)).isEqualTo(loss(10, 200));
    }

    @Test
    void aPrincipalHasOneAccountInAllClasses() {
        CallerClass other = callerClass("other", loss(10, 100), loss(20, 200), loss(30, 300));
        pay(order(ANN, "q1"), rho(7));
        refused(as(other, order(ANN, "q2")), rho(4));
        assertThat(ledger.left(ANN, other)).isEqualTo(loss(3, 100));
    }

    @Test
    void whatIsLeftForAPrincipalOnATableIsTheSmallerOfBoth() {
        pay(order(ANN, "q1"), loss(1, 90));
        assertThat(ledger.left(ANN, TABLE, CLASS)).isEqualTo(loss(9, 10));
        pay(order(BOB, "q2"), rho(10));
        pay(order(CEM, "q3"), rho(5));
        assertThat(ledger.left(ANN, TABLE, CLASS)).isEqualTo(loss(4, 10));
        assertThat(ledger.left(ANN, OTHER_TABLE, CLASS)).isEqualTo(loss(9, 10));

        setClock(NOON.plus(WINDOW));
        pay(order(BOB, "q4"), rho(8));
        // The window would have twelve, but the lifetime has six.
        assertThat(ledger.left(ANN, TABLE, CLASS)).isEqualTo(loss(6, 100));
    }

    @Test
    void whatNoPrincipalPaysTheTableDoes() {
        pay(order(null, "range"), rho(20));
        refused(order(ANN, "q"), rho(1));
        assertThat(left(ANN)).isEqualTo(loss(10, 100));
    }

    @Test
    void whatIsRefusedIsChargedToNobody() {
        pay(order(ANN, "q1"), rho(10));
        refused(order(ANN, "q2"), rho(1));
        pay(order(BOB, "q3"), rho(10));
        refused(order(CEM, "q4"), rho(1));

        assertThat(left(TABLE)).isEqualTo(loss(0, 200));
        assertThat(left(CEM)).isEqualTo(loss(10, 100));
    }

    @Test
    void bothCurrenciesAreCapped() {
        pay(order(ANN, "q1"), loss(1, 100));
        refused(order(ANN, "q2"), loss(1, 1));
        pay(order(ANN, "q2"), rho(1));
        pay(order(BOB, "q3"), loss(0, 100));
        refused(order(CEM, "q4"), loss(0, 1));
        assertThat(left(TABLE)).isEqualTo(loss(18, 0));
    }

    @Test
    void aCapThatWasLoweredLeavesNothing() {
        pay(order(ANN, "q1"), rho(10));
        CallerClass poorer = callerClass(CLASS.name(), loss(5, 100), loss(20, 200), loss(30, 300));
        assertThat(ledger.left(ANN, poorer)).isEqualTo(loss(0, 100));
        refused(as(poorer, order(ANN, "q2")), rho(1));
    }

    @Test
    void theLargestAmounts() {
        PrivacyLoss most = loss(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1);
        CallerClass rich = callerClass("rich", most, most, most);
        pay(as(rich, order(ANN, "q1")), most);
        assertThat(ledger.left(TABLE, rich)).isEqualTo(PrivacyLoss.NONE);
        refused(as(rich, order(ANN, "q2")), rho(1));
    }

    // ------------------------------------------------------------------------------------------------ time

    @Test
    void aChargeLeavesTheWindowWhenItIsAsOldAsTheWindow() {
        pay(order(ANN, "q1"), rho(10));
        setClock(NOON.plusMillis(1));
        pay(order(BOB, "q2"), rho(3));

        setClock(NOON.plus(WINDOW).minusMillis(1));
        assertThat(left(ANN)).isEqualTo(loss(0, 100));
        assertThat(left(TABLE)).isEqualTo(loss(7, 200));
        setClock(NOON.plus(WINDOW));
        assertThat(left(ANN)).isEqualTo(loss(10, 100));
        assertThat(left(BOB)).isEqualTo(loss(7, 100));
        // Seventeen would fit into the window, and seventeen are left of the lifetime.
        assertThat(left(TABLE)).isEqualTo(loss(17, 200));
        setClock(NOON.plus(WINDOW).plusMillis(1));
        assertThat(left(BOB)).isEqualTo(loss(10, 100));
    }

    @Test
    void theWindowRolls() {
        for (int day = 0; day < 60; day++) {
            setClock(NOON.plus(Duration.ofDays(day)));
            CallerClass slow = callerClass("slow", rho(10), rho(20), rho(1_000));
            ChargeRequest order = as(slow, order(ANN, "day " + day));
            if (day % 30 < 10) {
                pay(order, rho(1));
            } else {
                refused(order, rho(1));
            }
        }
    }

    @Test
    void aTablesLifetimeDoesNotHeal() {
        pay(order(ANN, "q1"), rho(10));
        pay(order(BOB, "q2"), rho(10));
        setClock(NOON.plus(WINDOW));
        pay(order(CEM, "q3"), rho(10));
        setClock(NOON.plus(WINDOW.multipliedBy(100)));
        refused(order(CEM, "q4"), rho(1));
        assertThat(left(TABLE)).isEqualTo(loss(0, 200));
        pay(about(OTHER_TABLE, order(CEM, "q4")), rho(10));
    }

    @Test
    void aClockThatGoesBackALittleMakesNoChargeForgotten() {
        setClock(NOON);
        pay(order(ANN, "q1"), rho(4));
        setClock(NOON.minusSeconds(30));
        pay(order(ANN, "q2"), rho(5));
        assertThat(left(ANN)).isEqualTo(loss(1, 100));
        setClock(NOON.plus(WINDOW).minusMillis(1));
        assertThat(left(ANN)).isEqualTo(loss(1, 100));
        setClock(NOON.plus(WINDOW));
        assertThat(left(ANN)).isEqualTo(loss(10, 100));
    }

    // ------------------------------------------------------------------------------------------------ answers

    @Test
    void anAnswerCostsItsDrawAndTheRest() {
        ChargeRequest order = order(ANN, "q");
        long draw = pay(order, loss(1, 10));
        Release release = release(7, loss(6, 30));
        assertThat(ledger.settle(order, draw, loss(5, 20), release)).isEqualTo(new Answered(release, loss(5, 20)));
        assertThat(left(ANN)).isEqualTo(loss(4, 70));
        assertThat(left(TABLE)).isEqualTo(loss(14, 170));
    }

    @Test
    void aRepeatedQuestionIsFreeAndHasItsAnswer() {
        ChargeRequest order = order(ANN, "q");
        Release release = release(7, rho(10));
        ledger.settle(order, pay(order, rho(4)), rho(6), release);
        for (int i = 0; i < 3; i++) {
            assertThat(ledger.open(order, rho(4))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
        }
        assertThat(left(ANN)).isEqualTo(loss(0, 100));
        assertThat(left(TABLE)).isEqualTo(loss(10, 200));
    }

    @Test
    void anAnswerThatCostsNoMoreThanItsDraw() {
        ChargeRequest order = order(ANN, "q");
        Release release = release(7, rho(4));
        assertThat(ledger.settle(order, pay(order, rho(4)), PrivacyLoss.NONE, release))
                .isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(ledger.open(order, rho(4))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(left(ANN)).isEqualTo(loss(6, 100));
    }

    @Test
    void anotherPrincipalPaysWhatTheAnswerHasCostAndTheTableDoesNot() {
        Release release = release(7, loss(6, 50));
        ledger.settle(order(ANN, "q"), pay(order(ANN, "q"), loss(4, 50)), rho(2), release);

        assertThat(ledger.open(order(BOB, "q"), loss(4, 50))).isEqualTo(new Answered(release, loss(6, 50)));
        assertThat(ledger.open(order(BOB, "q"), loss(4, 50))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(left(BOB)).isEqualTo(loss(4, 50));
        assertThat(left(TABLE)).isEqualTo(loss(14, 150));
    }

    @Test
    void anotherPrincipalWhoCannotPayIsRefused() {
        ledger.settle(order(ANN, "q"), pay(order(ANN, "q"), rho(4)), rho(2), release(7, rho(6)));
        pay(order(BOB, "other"), rho(5));
        refused(order(BOB, "q"), rho(4));
        assertThat(left(BOB)).isEqualTo(loss(5, 100));
    }

    @Test
    void anAnswerThatTheTableHasPaidIsFreeForTheTable() {
        Release release = release(7, rho(6));
        ledger.settle(order(null, "q"), pay(order(null, "q"), rho(4)), rho(2), release);
        assertThat(ledger.open(order(null, "q"), rho(4))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(left(TABLE)).isEqualTo(loss(14, 200));
        assertThat(ledger.open(order(ANN, "q"), rho(4))).isEqualTo(new Answered(release, rho(6)));
    }

    @Test
    void anotherEpochHasAnotherAnswer() {
        ledger.settle(order(ANN, "q"), pay(order(ANN, "q"), rho(2)), rho(0), release(7, rho(2)));
        ChargeRequest later = new ChargeRequest(order(ANN, "q").key(), EPOCH_ENDS.plusSeconds(1), TABLE, CLASS, ANN);
        Release release = release(8, rho(2));
        assertThat(ledger.settle(later, pay(later, rho(2)), rho(0), release))
                .isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(left(ANN)).isEqualTo(loss(6, 100));
        assertThat(ledger.open(order(ANN, "q"), rho(2))).isEqualTo(new Answered(release(7, rho(2)), PrivacyLoss.NONE));
    }

    @Test
    void ofTwoDrawsOfOneQuestionTheFirstToBeSettledStands() {
        long one = pay(order(ANN, "q"), rho(2));
        long two = pay(order(BOB, "q"), rho(2));
        assertThat(two).isNotEqualTo(one);
        Release first = release(8, rho(5));
        assertThat(ledger.settle(order(BOB, "q"), two, rho(3), first)).isEqualTo(new Answered(first, rho(3)));

        // Ann has paid for a draw that nobody will see, and pays for the answer that stands.
        assertThat(ledger.settle(order(ANN, "q"), one, rho(1), release(7, rho(3))))
                .isEqualTo(new Answered(first, rho(5)));
        assertThat(left(ANN)).isEqualTo(loss(3, 100));
        assertThat(left(BOB)).isEqualTo(loss(5, 100));
        assertThat(left(TABLE)).isEqualTo(loss(13, 200));
        assertThat(ledger.open(order(ANN, "q"), rho(2))).isEqualTo(new Answered(first, PrivacyLoss.NONE));
    }

    @Test
    void whoeverHasTwoDrawsOfOneQuestionPaysForBoth() {
        long one = pay(order(ANN, "q"), rho(2));
        long two = pay(order(ANN, "q"), rho(2));
        Release first = release(7, rho(3));
        ledger.settle(order(ANN, "q"), one, rho(1), first);
        assertThat(ledger.settle(order(ANN, "q"), two, rho(4), release(8, rho(6))))
                .isEqualTo(new Answered(first, PrivacyLoss.NONE));
        assertThat(left(ANN)).isEqualTo(loss(5, 100));
    }

    @Test
    void anAnswerThatCannotBePaidForIsNotKept() {
        long draw = pay(order(ANN, "q"), rho(4));
        assertThat(ledger.settle(order(ANN, "q"), draw, rho(7), release(7, rho(11))))
                .isEqualTo(new Refused());
        assertThat(left(ANN)).isEqualTo(loss(6, 100));
        Release cheaper = release(8, rho(5));
        assertThat(ledger.settle(order(ANN, "q"), draw, rho(1), cheaper)).isEqualTo(new Answered(cheaper, rho(1)));
    }

    @Test
    void aDrawThatIsNeverSettledStaysPaid() {
        pay(order(ANN, "q"), rho(4));
        pay(order(ANN, "q"), rho(4));
        refused(order(ANN, "q"), rho(4));
        assertThat(left(ANN)).isEqualTo(loss(2, 100));
    }

    @Test
    void anAnswerIsKeptAsItWas() {
        NoisyValue count = new NoisyValue(new BigDecimal("-12345678901234567890.1200"), 1 / 3d);
        List<NoisyValue> details = List.of(
                new NoisyValue(new BigDecimal("1E+30"), 0), new NoisyValue(new BigDecimal("0.00"), Double.MIN_VALUE));
        List<Cell> cells = List.of(
                new Cell(Arrays.asList(null, "null", ""), count, details),
                new Cell(List.of("İzmir \"\\ \u2028 \n \ud83d\ude00"), count, List.of()),
                Cell.of(count, details));
        Release release = new Release(cells, true, loss(3, 5));
        ChargeRequest order = order(ANN, "q");
        ledger.settle(order, pay(order, rho(1)), loss(2, 5), release);
        assertThat(ledger.open(order, rho(1))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
    }

    // ------------------------------------------------------------------------------------------------ many at once

    @Test
    void manyThreadsNeverPassACap() throws Exception {
        List<ChargeResult> outcomes = inThreads(8, 25, number -> ledger.open(order(null, "q" + number), rho(1)));
        assertThat(outcomes).filteredOn(Opened.class::isInstance).hasSize(20).doesNotHaveDuplicates();
        assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(180);
        assertThat(left(TABLE)).isEqualTo(loss(0, 200));
    }

    @Test
    void manyThreadsSeeOneAnswer() throws Exception {
        List<ChargeResult> outcomes = inThreads(4, 4, number -> {
            ChargeRequest order = order(Principal.of("p" + number), "q");
            ChargeResult outcome = ledger.open(order, rho(1));
            return outcome instanceof Opened opened
                    ? ledger.settle(order, opened.draw(), rho(0), release(number, rho(1)))
                    : outcome;
        });
        assertThat(outcomes)
                .hasSize(16)
                .allSatisfy(outcome ->
                        assertThat(((Answered) outcome).release()).isEqualTo(((Answered) outcomes.get(0)).release()));
    }

    /** Whoever looked at one of the two before a charge and at the other after it would see another number of each. */
    @Test
    void whatIsLeftOfTwoBudgetsIsSeenAtOneInstant() throws Exception {
        CallerClass even = callerClass("even", loss(100, 1_000), loss(1_000, 100), loss(1_000, 100));
        List<PrivacyLoss> seen = inThreads(4, 25, number -> {
            pay(as(even, order(ANN, "q" + number)), loss(1, 1));
            return ledger.left(ANN, TABLE, even);
        });
        assertThat(seen)
                .allSatisfy(left ->
                        assertThat(left.delta().atto()).isEqualTo(left.rho().pico()));
        assertThat(ledger.left(ANN, TABLE, even)).isEqualTo(PrivacyLoss.NONE);
    }

    /** What is done in many threads; the number is another each time. */
    private interface Numbered<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> inThreads(int threads, int times, Numbered<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<T>>> tasks = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread * times;
                tasks.add(() -> {
                    List<T> results = new ArrayList<>();
                    for (int i = 0; i < times; i++) {
                        results.add(work.call(first + i));
                    }
                    return results;
                });
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> future : pool.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                all.addAll(future.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }
}
