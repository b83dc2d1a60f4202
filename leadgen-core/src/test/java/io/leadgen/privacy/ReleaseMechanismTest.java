package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Released;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReleaseMechanismTest {
    private static final TableName TABLE = TableName.parse("main.leads.people");
    private static final Principal ANN = Principal.of("ann");
    private static final Principal BOB = Principal.of("bob");
    private static final Detail COUNT = new Detail.None();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final InMemoryBudgetLedger ledger = new InMemoryBudgetLedger(now::get);
    private final ReleaseMechanism mechanism = new ReleaseMechanism(ledger, new SplittableRandom(2026), now::get);
    private int questions;

    private Ask ask(Principal who, String question, Precision precision) {
        return new Ask(who, CallerClass.UNTRUSTED, TABLE, QuestionKey.of(List.of(question)), precision);
    }

    private Ask newAsk(Precision precision) {
        return ask(ANN, "question " + questions++, precision);
    }

    private static Supplier<Aggregate> people(long count) {
        return () -> Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(count)}});
    }

    @Test
    void theCountIsNearTheTruthAndCostsWhatItsPrecisionNeeds() {
        Released released = mechanism.release(newAsk(Precision.DEFAULT), COUNT, people(15_000));

        Release.NoisyValue count = released.release().count();
        assertThat(count.value().doubleValue()).isCloseTo(15_000, within(5 * count.sigma()));
        // One percent of 15,000 needs a standard deviation of some 70: half-width 140.
        assertThat(count.sigma()).isBetween(55.0, 85.0);
        assertThat(released.charged().value().doubleValue()).isCloseTo(0.0001, within(0.00006));
        assertThat(released.charged()).isEqualTo(released.release().cost());
        assertThat(released.epochEnds()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
    }

    @Test
    void alargeAudienceIsSettledByTheCoarseAnswer() {
        Released released = mechanism.release(newAsk(Precision.DEFAULT), COUNT, people(5_000_000));

        assertThat(released.release().count().sigma()).isEqualTo(640);
        assertThat(released.charged()).isEqualTo(Rho.ofGaussian(640));
        assertThat(released.release().coarse()).isFalse();
    }

    @Test
    void theFinestPrecisionUsesTheClassesNoise() {
        Released released = mechanism.release(newAsk(Precision.MAX), COUNT, people(15_000));

        assertThat(released.release().count().sigma()).isCloseTo(40, within(0.1));
        assertThat(released.charged()).isEqualTo(Rho.ofGaussian(640).plus(Rho.ofGaussian(40)));
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        Precision precision = Precision.DEFAULT;
        int trials = 4_000;
        int held = 0;
        for (int trial = 0; trial < trials; trial++) {
            ReleaseMechanism fresh =
                    new ReleaseMechanism(new InMemoryBudgetLedger(now::get), new SplittableRandom(trial), now::get);
            Release.NoisyValue count = fresh.release(newAsk(precision), COUNT, people(20_000))
                    .release()
                    .count();
            if (Math.abs(count.value().doubleValue() - 20_000) <= Precision.Z95 * count.sigma()) {
                held++;
            }
        }
        assertThat(held / (double) trials).isCloseTo(0.95, within(0.015));
    }

    @Test
    void theSameQuestionKeepsItsAnswerAndCostsNothingMore() {
        AtomicInteger scans = new AtomicInteger();
        Supplier<Aggregate> counted = () -> {
            scans.incrementAndGet();
            return people(15_000).get();
        };
        Released first = mechanism.release(ask(ANN, "q", Precision.DEFAULT), COUNT, counted);
        Released again = mechanism.release(ask(ANN, "q", Precision.DEFAULT), COUNT, counted);

        assertThat(again.release()).isEqualTo(first.release());
        assertThat(again.charged()).isEqualTo(Rho.ZERO);
        assertThat(again.repeated()).isTrue();
        assertThat(scans).hasValue(1);
    }

    @Test
    void anotherPrincipalGetsTheSameAnswerAndPaysForIt() {
        Released first = mechanism.release(ask(ANN, "q", Precision.DEFAULT), COUNT, people(15_000));
        Released other = mechanism.release(ask(BOB, "q", Precision.DEFAULT), COUNT, people(15_000));

        assertThat(other.release()).isEqualTo(first.release());
        assertThat(other.charged()).isEqualTo(first.charged());
        assertThat(other.repeated()).isFalse();
        Rho tableLeft = ledger.balance(BOB, CallerClass.UNTRUSTED, TABLE).table();
        assertThat(tableLeft.plus(first.charged())).isEqualTo(CallerClass.UNTRUSTED.tableBudget());
    }

    @Test
    void manyWhoAskTheSameAtOnceGetOneDraw() throws Exception {
        AtomicInteger scans = new AtomicInteger();
        ExecutorService askers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Released>> answers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                Principal principal = Principal.of("p" + i);
                answers.add(askers.submit(
                        () -> mechanism.release(ask(principal, "same", Precision.DEFAULT), COUNT, () -> {
                            scans.incrementAndGet();
                            return people(15_000).get();
                        })));
            }
            Released first = answers.get(0).get();
            for (Future<Released> answer : answers) {
                assertThat(answer.get().release()).isEqualTo(first.release());
                assertThat(answer.get().charged()).isEqualTo(first.release().cost());
            }
            assertThat(scans).hasValue(1);
            assertThat(ledger.balance(ANN, CallerClass.UNTRUSTED, TABLE).table())
                    .isEqualTo(CallerClass.UNTRUSTED
                            .tableBudget()
                            .minus(first.release().cost()));
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void aNewEpochIsANewReleaseAndANewCharge() {
        Released first = mechanism.release(ask(ANN, "q", Precision.MAX), COUNT, people(15_000));
        now.set(Instant.parse("2026-11-30T00:00:00Z"));
        Released later = mechanism.release(ask(ANN, "q", Precision.MAX), COUNT, people(15_000));

        assertThat(later.charged()).isEqualTo(first.charged());
        assertThat(later.release()).isNotEqualTo(first.release());
    }

    @Test
    void theBudgetRefusesBeforeTheScanAndHealsWithTheWindow() {
        int answered = 0;
        try {
            while (true) {
                mechanism.release(newAsk(Precision.MAX), COUNT, people(1_000));
                answered++;
                assertThat(answered).isLessThan(1_000);
                if (ledger.balance(ANN, CallerClass.UNTRUSTED, TABLE)
                                .available()
                                .compareTo(Rho.ofGaussian(640))
                        < 0) {
                    break;
                }
            }
            mechanism.release(newAsk(Precision.MAX), COUNT, () -> {
                throw new AssertionError("scanned without budget");
            });
            throw new AssertionError("not refused");
        } catch (LeadgenException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.BUDGET_EXHAUSTED);
        }
        assertThat(answered).isGreaterThanOrEqualTo(318);

        now.set(now.get().plus(Duration.ofDays(31)));
        assertThat(mechanism
                        .release(newAsk(Precision.MAX), COUNT, people(1_000))
                        .charged())
                .isGreaterThan(Rho.ZERO);
    }

    @Test
    void whenTheFinePriceCannotBePaidTheCoarseAnswerIsGiven() {
        CallerClass poor = new CallerClass(
                "poor",
                40,
                Rho.ofGaussian(640),
                CallerClass.UNTRUSTED.tableBudget(),
                CallerClass.UNTRUSTED.lifetimeBudget(),
                Duration.ofDays(30),
                Duration.ofDays(7),
                100,
                64,
                200);
        Ask ask = new Ask(ANN, poor, TABLE, QuestionKey.of(List.of("q")), Precision.MAX);

        Released released = mechanism.release(ask, COUNT, people(15_000));

        assertThat(released.release().coarse()).isTrue();
        assertThat(released.release().count().sigma()).isEqualTo(640);
    }

    @Test
    void aFailedScanIsNotRefunded() {
        Ask ask = newAsk(Precision.MAX);
        assertThatThrownBy(() -> mechanism.release(ask, COUNT, () -> {
                    throw LeadgenException.of(ErrorCode.TIMEOUT, "too slow");
                }))
                .isInstanceOf(LeadgenException.class);

        Rho left = ledger.balance(ANN, CallerClass.UNTRUSTED, TABLE).principal();
        assertThat(left.plus(Rho.ofGaussian(640))).isEqualTo(CallerClass.UNTRUSTED.principalBudget());

        Released again = mechanism.release(ask, COUNT, people(1_000));
        assertThat(again.charged()).isEqualTo(Rho.ofGaussian(40));
        assertThat(again.repeated()).isFalse();
        assertThat(ledger.balance(ANN, CallerClass.UNTRUSTED, TABLE).principal())
                .isEqualTo(left.minus(Rho.ofGaussian(40)));
    }

    @Test
    void aSumCarriesNoiseInProportionToItsSensitivity() {
        int steps = 1 << 20;
        Supplier<Aggregate> scan = () ->
                Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(15_000), BigInteger.valueOf(5_000L * steps)}});
        Released released = mechanism.release(newAsk(Precision.MAX), new Detail.Sum(steps), scan);

        Release.NoisyValue sum = released.release().details().get(0);
        assertThat(sum.sigma()).isEqualTo(40.0 * steps);
        assertThat(sum.value().doubleValue() / steps).isCloseTo(5_000, within(200.0));
        assertThat(released.charged())
                .isEqualTo(Rho.ofGaussian(640).plus(Rho.ofGaussian(40).times(2)));
    }

    @Test
    void aQuantileIsAnEdgeAndCostsTheFinestNoiseTwice() {
        Grid grid = new Grid.Linear(new Bounds(0, 4_096));
        BigInteger[][] cells = new BigInteger[grid.size()][];
        for (int bin = 0; bin < cells.length; bin++) {
            cells[bin] = new BigInteger[] {BigInteger.valueOf(bin < 1_000 ? 50 : 0)};
        }
        Released released = mechanism.release(
                newAsk(Precision.DEFAULT), new Detail.Quantile(grid, 50), () -> Aggregate.seal(cells));

        assertThat(released.release().details().get(0).value().doubleValue()).isCloseTo(500, within(20.0));
        assertThat(released.release().count().value().doubleValue()).isCloseTo(50_000, within(250.0));
        assertThat(released.charged())
                .isEqualTo(Rho.ofGaussian(640).plus(Rho.ofGaussian(40).times(2)));
    }

    @Test
    void theRangeLeavesOutWhatStandsAlone() {
        Grid grid = new Grid.Logarithmic();
        BigInteger[][] cells = new BigInteger[grid.size()][];
        for (int bin = 0; bin < cells.length; bin++) {
            double lower = grid.lowerEdge(bin);
            long people = lower >= 16 && lower < 64 ? 1_000 : lower > 1e6 && lower < 2e6 ? 2 : 0;
            cells[bin] = new BigInteger[] {BigInteger.valueOf(people)};
        }
        Ask ask = new Ask(null, CallerClass.UNTRUSTED, TABLE, QuestionKey.of(List.of("range")), Precision.MAX);

        ReleaseMechanism.Range range = mechanism.range(ask, grid, () -> Aggregate.seal(cells));
        Bounds bounds = range.bounds();
        assertThat(range.charged()).isEqualTo(Rho.ofGaussian(40));

        assertThat(bounds.lower()).isCloseTo(16, within(1.0));
        assertThat(bounds.upper()).isCloseTo(64, within(3.0));
        assertThat(ledger.balance(ANN, CallerClass.UNTRUSTED, TABLE).principal())
                .isEqualTo(CallerClass.UNTRUSTED.principalBudget());
        assertThat(mechanism.range(ask, grid, () -> {
                    throw new AssertionError("scanned twice in one epoch");
                }))
                .isEqualTo(new ReleaseMechanism.Range(bounds, Rho.ZERO));
    }

    @Test
    void aTableTooSmallHasNoRange() {
        Grid grid = new Grid.Logarithmic();
        BigInteger[][] cells = new BigInteger[grid.size()][];
        for (int bin = 0; bin < cells.length; bin++) {
            cells[bin] = new BigInteger[] {bin == 3_000 ? BigInteger.TEN : BigInteger.ZERO};
        }
        Ask ask = new Ask(null, CallerClass.UNTRUSTED, TABLE, QuestionKey.of(List.of("range")), Precision.MAX);

        assertThat(mechanism.range(ask, grid, () -> Aggregate.seal(cells)).bounds())
                .isNull();
    }

    @Test
    void aRawAggregateTellsNothing() {
        Aggregate aggregate = people(15_000).get();
        assertThat(aggregate).hasToString("Aggregate[sealed]").isNotInstanceOf(java.io.Serializable.class);
        assertThat(Aggregate.class.getMethods())
                .filteredOn(method -> method.getDeclaringClass() == Aggregate.class)
                .extracting(java.lang.reflect.Method::getName)
                .containsOnly("seal", "toString");
        assertThat(Aggregate.class.getFields()).isEmpty();
    }

    @Test
    void pricesAreKnownBeforehand() {
        ReleaseMechanism.PriceRange price = ReleaseMechanism.price(CallerClass.UNTRUSTED, COUNT, Precision.DEFAULT);
        assertThat(price.least()).isEqualTo(Rho.ofGaussian(640));
        assertThat(price.most()).isEqualTo(Rho.ofGaussian(640).plus(Rho.ofGaussian(40)));
    }
}
