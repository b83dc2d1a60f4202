package io.leadgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.BudgetLedger.ChargeRequest;
import io.leadgen.privacy.BudgetLedger.ChargeResult;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Answered;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Opened;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Refused;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link BudgetLedger} does, wherever it stores its charges. Extend it for a ledger of your own: the ledger must be
 * empty before each test, and use the clock that it is given, to the millisecond at least.
 */
public abstract class BudgetLedgerContractTest extends LedgerCapsContract {
    // Answers

    @Test
    void anAnswerCostsItsDrawAndTheRest() {
        ChargeRequest order = order(ANN, "q");
        long draw = pay(order, loss(1, 10));
        Release release = release(7, loss(6, 30));
        assertThat(ledger().settle(order, draw, loss(5, 20), release)).isEqualTo(new Answered(release, loss(5, 20)));
        assertThat(left(ANN)).isEqualTo(loss(4, 70));
        assertThat(left(PEOPLE)).isEqualTo(loss(14, 170));
    }

    @Test
    void aRepeatedQuestionIsFreeAndHasItsAnswer() {
        ChargeRequest order = order(ANN, "q");
        Release release = release(7, rho(10));
        ledger().settle(order, pay(order, rho(4)), rho(6), release);
        for (int i = 0; i < 3; i++) {
            assertThat(ledger().open(order, rho(4))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
        }
        assertThat(left(ANN)).isEqualTo(loss(0, 100));
        assertThat(left(PEOPLE)).isEqualTo(loss(10, 200));
    }

    @Test
    void anAnswerThatCostsNoMoreThanItsDraw() {
        ChargeRequest order = order(ANN, "q");
        Release release = release(7, rho(4));
        assertThat(ledger().settle(order, pay(order, rho(4)), PrivacyLoss.NONE, release))
                .isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(ledger().open(order, rho(4))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(left(ANN)).isEqualTo(loss(6, 100));
    }

    @Test
    void anotherPrincipalPaysWhatTheAnswerHasCostAndTheTableDoesNot() {
        Release release = release(7, loss(6, 50));
        ledger().settle(order(ANN, "q"), pay(order(ANN, "q"), loss(4, 50)), rho(2), release);

        assertThat(ledger().open(order(BOB, "q"), loss(4, 50))).isEqualTo(new Answered(release, loss(6, 50)));
        assertThat(ledger().open(order(BOB, "q"), loss(4, 50))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(left(BOB)).isEqualTo(loss(4, 50));
        assertThat(left(PEOPLE)).isEqualTo(loss(14, 150));
    }

    @Test
    void anotherPrincipalWhoCannotPayIsRefused() {
        ledger().settle(order(ANN, "q"), pay(order(ANN, "q"), rho(4)), rho(2), release(7, rho(6)));
        pay(order(BOB, "other"), rho(5));
        refused(order(BOB, "q"), rho(4));
        assertThat(left(BOB)).isEqualTo(loss(5, 100));
    }

    @Test
    void anAnswerThatTheTableHasPaidIsFreeForTheTable() {
        Release release = release(7, rho(6));
        ledger().settle(order(null, "q"), pay(order(null, "q"), rho(4)), rho(2), release);
        assertThat(ledger().open(order(null, "q"), rho(4))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(left(PEOPLE)).isEqualTo(loss(14, 200));
        assertThat(ledger().open(order(ANN, "q"), rho(4))).isEqualTo(new Answered(release, rho(6)));
    }

    @Test
    void anotherEpochHasAnotherAnswer() {
        ledger().settle(order(ANN, "q"), pay(order(ANN, "q"), rho(2)), rho(0), release(7, rho(2)));
        ChargeRequest later = new ChargeRequest(order(ANN, "q").key(), EPOCH_ENDS.plusSeconds(1), PEOPLE, CLASS, ANN);
        Release release = release(8, rho(2));
        assertThat(ledger().settle(later, pay(later, rho(2)), rho(0), release))
                .isEqualTo(new Answered(release, PrivacyLoss.NONE));
        assertThat(left(ANN)).isEqualTo(loss(6, 100));
        assertThat(ledger().open(order(ANN, "q"), rho(2)))
                .isEqualTo(new Answered(release(7, rho(2)), PrivacyLoss.NONE));
    }

    @Test
    void ofTwoDrawsOfOneQuestionTheFirstToBeSettledStands() {
        long one = pay(order(ANN, "q"), rho(2));
        long two = pay(order(BOB, "q"), rho(2));
        assertThat(two).isNotEqualTo(one);
        Release first = release(8, rho(5));
        assertThat(ledger().settle(order(BOB, "q"), two, rho(3), first)).isEqualTo(new Answered(first, rho(3)));

        // Ann has paid for a draw that nobody will see, and pays for the answer that stands.
        assertThat(ledger().settle(order(ANN, "q"), one, rho(1), release(7, rho(3))))
                .isEqualTo(new Answered(first, rho(5)));
        assertThat(left(ANN)).isEqualTo(loss(3, 100));
        assertThat(left(BOB)).isEqualTo(loss(5, 100));
        assertThat(left(PEOPLE)).isEqualTo(loss(13, 200));
        assertThat(ledger().open(order(ANN, "q"), rho(2))).isEqualTo(new Answered(first, PrivacyLoss.NONE));
    }

    @Test
    void aPrincipalPaysForEachDrawOfOneQuestion() {
        long one = pay(order(ANN, "q"), rho(2));
        long two = pay(order(ANN, "q"), rho(2));
        Release first = release(7, rho(3));
        ledger().settle(order(ANN, "q"), one, rho(1), first);
        assertThat(ledger().settle(order(ANN, "q"), two, rho(4), release(8, rho(6))))
                .isEqualTo(new Answered(first, PrivacyLoss.NONE));
        assertThat(left(ANN)).isEqualTo(loss(5, 100));
    }

    @Test
    void anAnswerThatCannotBePaidForIsNotKept() {
        long draw = pay(order(ANN, "q"), rho(4));
        assertThat(ledger().settle(order(ANN, "q"), draw, rho(7), release(7, rho(11))))
                .isEqualTo(new Refused());
        assertThat(left(ANN)).isEqualTo(loss(6, 100));
        Release cheaper = release(8, rho(5));
        assertThat(ledger().settle(order(ANN, "q"), draw, rho(1), cheaper)).isEqualTo(new Answered(cheaper, rho(1)));
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
        ledger().settle(order, pay(order, rho(1)), loss(2, 5), release);
        assertThat(ledger().open(order, rho(1))).isEqualTo(new Answered(release, PrivacyLoss.NONE));
    }

    // Many at once

    @Test
    void manyThreadsNeverPassACap() throws Exception {
        List<ChargeResult> outcomes = inThreads(8, 25, number -> ledger().open(order(null, "q" + number), rho(1)));
        assertThat(outcomes).filteredOn(Opened.class::isInstance).hasSize(20).doesNotHaveDuplicates();
        assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(180);
        assertThat(left(PEOPLE)).isEqualTo(loss(0, 200));
    }

    @Test
    void manyThreadsSeeOneAnswer() throws Exception {
        List<ChargeResult> outcomes = inThreads(4, 4, number -> {
            ChargeRequest order = order(Principal.of("p" + number), "q");
            ChargeResult outcome = ledger().open(order, rho(1));
            return outcome instanceof Opened opened
                    ? ledger().settle(order, opened.draw(), rho(0), release(number, rho(1)))
                    : outcome;
        });
        assertThat(outcomes)
                .hasSize(16)
                .allSatisfy(outcome ->
                        assertThat(((Answered) outcome).release()).isEqualTo(((Answered) outcomes.get(0)).release()));
    }

    /** A reader of one before a charge, and of the other after it, would see two different numbers. */
    @Test
    void whatIsLeftOfTwoBudgetsIsSeenAtOneInstant() throws Exception {
        CallerClass even = callerClass("even", loss(100, 1_000), loss(1_000, 100), loss(1_000, 100));
        List<PrivacyLoss> seen = inThreads(4, 25, number -> {
            pay(as(even, order(ANN, "q" + number)), loss(1, 1));
            return ledger().left(ANN, PEOPLE, even).both();
        });
        assertThat(seen)
                .allSatisfy(left ->
                        assertThat(left.delta().atto()).isEqualTo(left.rho().pico()));
        assertThat(ledger().left(ANN, PEOPLE, even).both()).isEqualTo(PrivacyLoss.NONE);
    }

    /** Does something many times; the number is another each time. */
    private static <T> List<T> inThreads(int threads, int times, IntFunction<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> tasks = IntStream.range(0, threads * times)
                    .<Callable<T>>mapToObj(number -> () -> work.apply(number))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
