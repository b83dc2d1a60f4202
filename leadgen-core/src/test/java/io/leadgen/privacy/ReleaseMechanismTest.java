package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger.ChargeRequest;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Charge;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.ReleaseMechanism.Scan;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleaseMechanismTest {
    private static final Population PEOPLE = Population.of(TableName.parse("main.leads.people"));
    private static final Principal ANN = Principal.of("ann");
    private static final Principal BOB = Principal.of("bob");
    private static final Mechanism COUNT = Mechanism.count();
    private static final CallerClass CLASS = CallerClass.UNTRUSTED;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final InMemoryBudgetLedger ledger = new InMemoryBudgetLedger(now::get);
    private final ReleaseMechanism mechanism = new ReleaseMechanism(ledger, new SplittableRandom(2026), now::get);
    private int questions;

    private Ask ask(Principal who, String question, Precision precision) {
        return new Ask(who, CallerClass.UNTRUSTED, PEOPLE, QuestionKey.of(List.of(question)), COUNT, precision);
    }

    private Ask newAsk(Precision precision) {
        return ask(ANN, "question " + questions++, precision);
    }

    /** Asks the question of an ask by another mechanism. */
    private static Released release(
            ReleaseMechanism releases, Ask ask, Mechanism mechanism, Scan scan, Consumer<PrivacyLoss> charges) {
        Ask asked = new Ask(ask.principal(), ask.callerClass(), ask.people(), ask.key(), mechanism, ask.precision());
        try (Charge charge = releases.charge(List.of(asked), 1, charges)) {
            return charge.release(scan).get(0);
        }
    }

    private static Scan people(long count) {
        return () -> Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(count)}});
    }

    @Test
    void theCountIsNearTheTruthAndCostsWhatItsPrecisionNeeds() {
        Released released = release(mechanism, newAsk(Precision.DEFAULT), COUNT, people(15_000), charge -> {});

        Release.NoisyValue count = released.release().cell().count();
        assertThat(count.value().doubleValue()).isCloseTo(15_000, within(5 * count.sigma()));
        // One percent of 15,000 needs a standard deviation of some 70: half-width 140.
        assertThat(count.sigma()).isBetween(55.0, 85.0);
        assertThat(released.charged().rho().value().doubleValue()).isCloseTo(0.0001, within(0.00006));
        assertThat(released.charged()).isEqualTo(released.release().cost());
        assertThat(released.epochEnds()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
    }

    @Test
    void aLargeAudienceIsSettledByTheCoarseAnswer() {
        Released released = release(mechanism, newAsk(Precision.DEFAULT), COUNT, people(5_000_000), charge -> {});

        assertThat(released.release().cell().count().sigma()).isEqualTo(640);
        assertThat(released.charged()).isEqualTo(PrivacyLoss.of(Rho.ofGaussian(640)));
        assertThat(released.release().coarse()).isFalse();
    }

    @Test
    void theFinestPrecisionUsesTheClassesNoise() {
        Released released = release(mechanism, newAsk(Precision.MAX), COUNT, people(15_000), charge -> {});

        assertThat(released.release().cell().count().sigma()).isCloseTo(40, within(0.1));
        assertThat(released.charged())
                .isEqualTo(PrivacyLoss.of(Rho.ofGaussian(640).plus(Rho.ofGaussian(40))));
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        Precision precision = Precision.DEFAULT;
        int trials = 4_000;
        int held = 0;
        for (int trial = 0; trial < trials; trial++) {
            ReleaseMechanism fresh =
                    new ReleaseMechanism(new InMemoryBudgetLedger(now::get), new SplittableRandom(trial), now::get);
            Release.NoisyValue count = release(fresh, newAsk(precision), COUNT, people(20_000), charge -> {})
                    .release()
                    .cell()
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
        Scan counted = () -> {
            scans.incrementAndGet();
            return people(15_000).run();
        };
        Released first = release(mechanism, ask(ANN, "q", Precision.DEFAULT), COUNT, counted, charge -> {});
        Released again = release(mechanism, ask(ANN, "q", Precision.DEFAULT), COUNT, counted, charge -> {});

        assertThat(again.release()).isEqualTo(first.release());
        assertThat(again.charged()).isEqualTo(PrivacyLoss.NONE);
        assertThat(again.repeated()).isTrue();
        assertThat(scans).hasValue(1);
    }

    @Test
    void anotherPrincipalGetsTheSameAnswerAndPaysForIt() {
        Released first = release(mechanism, ask(ANN, "q", Precision.DEFAULT), COUNT, people(15_000), charge -> {});
        Released other = release(mechanism, ask(BOB, "q", Precision.DEFAULT), COUNT, people(15_000), charge -> {});

        assertThat(other.release()).isEqualTo(first.release());
        assertThat(other.charged()).isEqualTo(first.charged());
        assertThat(other.repeated()).isFalse();
        PrivacyLoss tableLeft = ledger.left(PEOPLE, CLASS);
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
                answers.add(askers.submit(() -> release(
                        mechanism,
                        ask(principal, "same", Precision.DEFAULT),
                        COUNT,
                        () -> {
                            scans.incrementAndGet();
                            return people(15_000).run();
                        },
                        charge -> {})));
            }
            Released first = answers.get(0).get();
            for (Future<Released> answer : answers) {
                assertThat(answer.get().release()).isEqualTo(first.release());
                assertThat(answer.get().charged()).isEqualTo(first.release().cost());
            }
            assertThat(scans).hasValue(1);
            assertThat(ledger.left(PEOPLE, CLASS))
                    .isEqualTo(CallerClass.UNTRUSTED
                            .tableBudget()
                            .minus(first.release().cost()));
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void aNewEpochIsANewReleaseAndANewCharge() {
        Released first = release(mechanism, ask(ANN, "q", Precision.MAX), COUNT, people(15_000), charge -> {});
        now.set(Instant.parse("2026-11-30T00:00:00Z"));
        Released later = release(mechanism, ask(ANN, "q", Precision.MAX), COUNT, people(15_000), charge -> {});

        assertThat(later.charged()).isEqualTo(first.charged());
        assertThat(later.release()).isNotEqualTo(first.release());
    }

    @Test
    void theBudgetRefusesBeforeTheScanAndHealsWithTheWindow() {
        int answered = 0;
        try {
            while (true) {
                release(mechanism, newAsk(Precision.MAX), COUNT, people(1_000), charge -> {});
                answered++;
                assertThat(answered).isLessThan(1_000);
                if (ledger.left(ANN, CLASS).rho().compareTo(Rho.ofGaussian(640)) < 0) {
                    break;
                }
            }
            release(
                    mechanism,
                    newAsk(Precision.MAX),
                    COUNT,
                    () -> {
                        throw new AssertionError("scanned without budget");
                    },
                    charge -> {});
            throw new AssertionError("not refused");
        } catch (LeadgenException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.BUDGET_EXHAUSTED);
        }
        assertThat(answered).isGreaterThanOrEqualTo(318);

        now.set(now.get().plus(Duration.ofDays(31)));
        assertThat(release(mechanism, newAsk(Precision.MAX), COUNT, people(1_000), charge -> {})
                        .charged())
                .isNotEqualTo(PrivacyLoss.NONE);
    }

    @Test
    void whenTheFinePriceCannotBePaidTheCoarseAnswerIsGiven() {
        CallerClass poor = new CallerClass(
                "poor",
                40,
                PrivacyLoss.of(Rho.ofGaussian(640)),
                CallerClass.UNTRUSTED.tableBudget(),
                CallerClass.UNTRUSTED.lifetimeBudget(),
                Duration.ofDays(30),
                Duration.ofDays(7),
                100,
                Duration.ZERO,
                64,
                200,
                false,
                Precision.MAX);
        Ask ask = new Ask(ANN, poor, PEOPLE, QuestionKey.of(List.of("q")), COUNT, Precision.MAX);

        Released released = release(mechanism, ask, COUNT, people(15_000), charge -> {});

        assertThat(released.release().coarse()).isTrue();
        assertThat(released.release().cell().count().sigma()).isEqualTo(640);
    }

    @Test
    void aFailedScanIsNotRefunded() {
        Ask ask = newAsk(Precision.MAX);
        List<PrivacyLoss> charges = new ArrayList<>();
        assertThatThrownBy(() -> release(
                        mechanism,
                        ask,
                        COUNT,
                        () -> {
                            throw LeadgenException.of(ErrorCode.TIMEOUT, "too slow");
                        },
                        charges::add))
                .isInstanceOf(LeadgenException.class);

        PrivacyLoss left = ledger.left(ANN, CLASS);
        assertThat(charges).containsExactly(CLASS.principalBudget().minus(left));
        assertThat(left.plus(PrivacyLoss.of(Rho.ofGaussian(640)))).isEqualTo(CallerClass.UNTRUSTED.principalBudget());

        // The next draw is another one, and paid for in full.
        Released again = release(mechanism, ask, COUNT, people(1_000), charge -> {});
        assertThat(again.charged()).isEqualTo(again.release().cost());
        assertThat(again.repeated()).isFalse();
        assertThat(ledger.left(ANN, CLASS)).isEqualTo(left.minus(again.charged()));
    }

    @Test
    void aSumCarriesNoiseInProportionToItsSensitivity() {
        int steps = 1 << 20;
        Scan scan = () ->
                Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(15_000), BigInteger.valueOf(5_000L * steps)}});
        Released released = release(
                mechanism,
                newAsk(Precision.MAX),
                Mechanism.named(1, 1, Mechanism.Value.sum(steps, new Bounds(0, 2))),
                scan,
                charge -> {});

        Release.NoisyValue sum = released.release().cell().details().get(0);
        // A value that is replaced can move a sum by twice what it adds: the noise is √2 times that of a count.
        assertThat(sum.sigma()).isCloseTo(Math.sqrt(2) * 40 * steps, within(0.01 * 60 * steps));
        assertThat(sum.value().doubleValue() / steps).isCloseTo(5_000, within(300.0));
        assertThat(released.charged())
                .isEqualTo(PrivacyLoss.of(
                        Rho.ofGaussian(640).plus(Rho.ofGaussian(40)).times(2)));
    }

    @Test
    void aQuantileIsABinAndCostsTheFinestNoiseThreeTimes() {
        Grid grid = new Grid.Linear(new Bounds(0, 4_096));
        BigInteger[][] cells = new BigInteger[grid.size()][];
        for (int bin = 0; bin < cells.length; bin++) {
            cells[bin] = new BigInteger[] {BigInteger.valueOf(bin < 1_000 ? 50 : 0)};
        }
        Released released = release(
                mechanism,
                newAsk(Precision.MAX),
                Mechanism.quantiles(grid, List.of(50)),
                () -> Aggregate.seal(cells),
                charge -> {});

        assertThat(released.release().cell().details().get(0).value().doubleValue())
                .isCloseTo(500, within(20.0));
        assertThat(released.release().cell().count().value().doubleValue()).isCloseTo(50_000, within(250.0));
        assertThat(released.release().cell().details().get(2).value().doubleValue())
                .isCloseTo(25_000, within(1_000.0));
        assertThat(released.charged())
                .isEqualTo(PrivacyLoss.of(Rho.ofGaussian(40).times(3).plus(Rho.ofGaussian(640))));
    }

    @Test
    void aQuantileObeysThePrecision() {
        Grid grid = new Grid.Linear(new Bounds(0, 4_096));
        BigInteger[][] cells = new BigInteger[grid.size()][];
        for (int bin = 0; bin < cells.length; bin++) {
            cells[bin] = new BigInteger[] {BigInteger.valueOf(100)};
        }
        Mechanism median = Mechanism.quantiles(grid, List.of(50));
        int people = 100 * grid.size();
        List<Rho> charges = new ArrayList<>();
        for (String precision : List.of("max", "0.2%", "1%", "20%")) {
            Released released = release(
                    mechanism, newAsk(Precision.parse(precision)), median, () -> Aggregate.seal(cells), charge -> {});
            double edge = released.release().cell().details().get(0).value().doubleValue();
            double share = precision.equals("max")
                    ? 0.0012
                    : Precision.parse(precision).value();
            assertThat(Math.abs(edge * 100 - people / 2.0)).isLessThanOrEqualTo(Math.max(100, share * people));
            charges.add(released.charged().rho());
        }
        assertThat(charges).isSortedAccordingTo(Comparator.reverseOrder());
        // The coarsest noise: the count before the scan, the counts of the parts, which cost twice as much, and the
        // bin.
        assertThat(charges.get(3)).isEqualTo(Rho.ofGaussian(640).times(4));
    }

    @Test
    void theRangeLeavesOutOutliers() {
        Grid.Logarithmic grid = new Grid.Logarithmic();
        BigInteger[][] cells = new BigInteger[grid.size()][];
        for (int bin = 0; bin < cells.length; bin++) {
            double lower = grid.lowerEdge(bin);
            long people = lower >= 16 && lower < 64 ? 1_000 : lower > 1e6 && lower < 2e6 ? 2 : 0;
            cells[bin] = new BigInteger[] {BigInteger.valueOf(people)};
        }
        Ask ask = new Ask(ANN, CallerClass.UNTRUSTED, PEOPLE, QuestionKey.of(List.of("range")), COUNT, Precision.MAX);

        Mechanism shape = Mechanism.range(grid);
        Released released = release(mechanism, ask, shape, () -> Aggregate.seal(cells), charge -> {});
        List<Release.NoisyValue> ends = released.release().cell().details();
        assertThat(released.charged())
                .isEqualTo(PrivacyLoss.of(Rho.ofGaussian(40).times(4)));

        // So near to zero, compared with its width, that it starts there.
        assertThat(ends.get(0).value()).isZero();
        assertThat(ends.get(1).value().doubleValue()).isCloseTo(64, within(3.0));
        // Who asks pays: else an empty purse could use up the table.
        assertThat(ledger.left(ANN, CLASS)).isEqualTo(CLASS.principalBudget().minus(released.charged()));
        assertThat(released.epochEnds()).isEqualTo(Instant.parse("2026-12-07T00:00:00Z"));
        assertThat(release(
                        mechanism,
                        ask,
                        shape,
                        () -> {
                            throw new AssertionError("scanned twice in one epoch");
                        },
                        charge -> {}))
                .isEqualTo(new Released(released.release(), PrivacyLoss.NONE, true, released.epochEnds()));
    }

    @Test
    void aTableTooSmallHasNoRange() {
        Grid.Logarithmic grid = new Grid.Logarithmic();
        BigInteger[][] cells = new BigInteger[grid.size()][];
        for (int bin = 0; bin < cells.length; bin++) {
            cells[bin] = new BigInteger[] {bin == 3_000 ? BigInteger.TEN : BigInteger.ZERO};
        }
        Ask ask = new Ask(ANN, CallerClass.UNTRUSTED, PEOPLE, QuestionKey.of(List.of("range")), COUNT, Precision.MAX);

        assertThat(release(mechanism, ask, Mechanism.range(grid), () -> Aggregate.seal(cells), charge -> {})
                        .release()
                        .cell()
                        .details())
                .isEmpty();
    }

    @Test
    void aRawAggregateDisclosesNothing() {
        Aggregate aggregate = people(15_000).run();
        assertThat(aggregate).hasToString("Aggregate[sealed]").isNotInstanceOf(java.io.Serializable.class);
        assertThat(Aggregate.class.getMethods())
                .filteredOn(method -> method.getDeclaringClass() == Aggregate.class)
                .extracting(java.lang.reflect.Method::getName)
                .containsOnly("seal", "toString");
        assertThat(Aggregate.class.getFields()).isEmpty();
    }

    @Test
    void pricesAreKnownBeforehand() {
        assertThat(COUNT.opening(CLASS)).isEqualTo(PrivacyLoss.of(Rho.ofGaussian(640)));
        assertThat(COUNT.least(CLASS, Precision.DEFAULT)).isEqualTo(COUNT.opening(CLASS));
        assertThat(COUNT.most(CLASS))
                .isEqualTo(COUNT.least(CLASS, Precision.MAX))
                .isEqualTo(PrivacyLoss.of(Rho.ofGaussian(640).plus(Rho.ofGaussian(40))));
        Mechanism found = Mechanism.found(3, 1, Mechanism.Value.COUNT);
        assertThat(found.opening(CLASS))
                .isEqualTo(PrivacyLoss.of(Rho.ofGaussian(640).times(6)));
        assertThat(found.most(CLASS))
                .isEqualTo(found.least(CLASS, Precision.MAX))
                .isEqualTo(new PrivacyLoss(
                        Rho.ofGaussian(640).plus(Rho.ofGaussian(40)).times(6),
                        FoundCells.CHANCE.plus(FoundCells.CHANCE)));
    }

    @Test
    void aVectorOfDisjointCellsCostsOnceWithThePrecisionOfTheMeanCell() {
        long[] people = {60_000, 30_000, 0, 10_000};
        BigInteger[][] cells = new BigInteger[people.length][];
        for (int cell = 0; cell < people.length; cell++) {
            cells[cell] = new BigInteger[] {BigInteger.valueOf(people[cell])};
        }
        Mechanism shape = Mechanism.named(4, 1, Mechanism.Value.COUNT);
        Released released =
                release(mechanism, newAsk(Precision.DEFAULT), shape, () -> Aggregate.seal(cells), charge -> {});

        assertThat(released.release().cells()).hasSize(4);
        double sigma = released.release().cells().get(0).count().sigma();
        // One percent of 25,000 is 127 for the mean cell.
        assertThat(sigma).isBetween(100.0, 130.0);
        for (int cell = 0; cell < people.length; cell++) {
            Release.NoisyValue count = released.release().cells().get(cell).count();
            assertThat(count.value().doubleValue()).isCloseTo((double) people[cell], within(5.5 * sigma));
        }
        assertThat(released.charged().rho()).isLessThan(Rho.ofGaussian(90).times(2));
    }

    @Test
    void foundCellsPassAThresholdThatOneUnitDoesNotMakeThemPass() {
        Mechanism shape = Mechanism.found(1, 10, Mechanism.Value.COUNT);
        assertThat(new FoundCells(1, 1, Mechanism.Value.COUNT).threshold(40)).isEqualTo(231);
        List<List<String>> keys = List.of(List.of("big"), List.of("small"), Collections.singletonList(null));
        BigInteger[][] cells = {{BigInteger.valueOf(5_000)}, {BigInteger.valueOf(12)}, {BigInteger.valueOf(900)}};
        Released released =
                release(mechanism, newAsk(Precision.DEFAULT), shape, () -> Aggregate.seal(keys, cells), charge -> {});

        assertThat(released.release().cells())
                .extracting(Release.Cell::key)
                .containsExactly(List.of("big"), Collections.singletonList(null));
        assertThat(released.charged())
                .isEqualTo(new PrivacyLoss(
                        Rho.ofGaussian(640).plus(Rho.ofGaussian(40)).times(2),
                        FoundCells.CHANCE.plus(FoundCells.CHANCE)));
        assertThat(ledger.left(ANN, CLASS).delta()).isEqualTo(Delta.of(new BigDecimal("9e-8")));
    }

    @Test
    void foundCellsObeyThePrecisionOfATypicalCell() {
        List<List<String>> keys = new ArrayList<>();
        BigInteger[][] cells = new BigInteger[20][];
        for (int cell = 0; cell < cells.length; cell++) {
            keys.add(List.of("key " + cell));
            cells[cell] = new BigInteger[] {BigInteger.valueOf(100_000)};
        }
        List<Double> sigmas = new ArrayList<>();
        for (Precision precision : List.of(Precision.MAX, Precision.parse("0.1%"), Precision.parse("20%"))) {
            Released released = release(
                    mechanism,
                    newAsk(precision),
                    Mechanism.found(1, 10, Mechanism.Value.COUNT),
                    () -> Aggregate.seal(keys, cells),
                    charge -> {});
            assertThat(released.release().cells()).hasSize(20);
            sigmas.add(released.release().cells().get(0).count().sigma());
        }
        assertThat(sigmas.get(0)).isEqualTo(40);
        // 0.1 percent of 100,000 is 51 standard deviations of 1.96.
        assertThat(sigmas.get(1)).isBetween(48.0, 52.0);
        assertThat(sigmas.get(2)).isEqualTo(640);
    }

    @Test
    void foundCellsAreRefusedWhenTheDeltaIsSpent() {
        Mechanism shape = Mechanism.found(1, 10, Mechanism.Value.COUNT);
        Scan scan = () -> Aggregate.seal(List.of(List.of("big")), new BigInteger[][] {{BigInteger.valueOf(5_000)}});
        Ask standing = newAsk(Precision.DEFAULT);
        release(mechanism, standing, shape, scan, charge -> {});
        for (int question = 1; question < 10; question++) {
            release(mechanism, newAsk(Precision.DEFAULT), shape, scan, charge -> {});
        }
        PrivacyLoss left = ledger.left(ANN, CLASS);
        assertThatThrownBy(() -> release(
                        mechanism,
                        newAsk(Precision.DEFAULT),
                        shape,
                        () -> {
                            throw new AssertionError("scanned for an answer that cannot be paid for");
                        },
                        charge -> {}))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUDGET_EXHAUSTED));
        assertThat(ledger.left(ANN, CLASS)).isEqualTo(left);
        assertThat(release(mechanism, standing, shape, scan, charge -> {}).repeated())
                .isTrue();
        // A count costs no delta.
        release(mechanism, newAsk(Precision.DEFAULT), COUNT, people(1_000), charge -> {});
    }

    @Test
    void quantilesOfOneHistogramAreInOrderAndPaidOneByOne() {
        Grid grid = new Grid.Linear(new Bounds(0, 4_096));
        BigInteger[][] cells = new BigInteger[grid.size()][];
        for (int bin = 0; bin < cells.length; bin++) {
            cells[bin] = new BigInteger[] {BigInteger.valueOf(bin < 100 ? 3 : 0)};
        }
        Mechanism shape = Mechanism.quantiles(grid, List.of(99, 50, 51, 52, 1));
        Released released = release(mechanism, newAsk(Precision.MAX), shape, () -> Aggregate.seal(cells), charge -> {});

        List<Release.NoisyValue> details = released.release().cell().details();
        List<BigDecimal> edges = IntStream.range(0, 5)
                .mapToObj(i -> details.get(i * Mechanism.QUANTILE_DETAILS).value())
                .toList();
        assertThat(edges.get(4)).isLessThanOrEqualTo(edges.get(1));
        assertThat(edges.get(1)).isLessThanOrEqualTo(edges.get(2));
        assertThat(edges.get(2)).isLessThanOrEqualTo(edges.get(3));
        assertThat(edges.get(3)).isLessThanOrEqualTo(edges.get(0));
        assertThat(released.charged())
                .isEqualTo(PrivacyLoss.of(Rho.ofGaussian(40).times(7).plus(Rho.ofGaussian(640))));
    }

    @Test
    void cachesAnAnswerOnlyAfterItsTimeIsHidden() {
        Ask ask = ask(ANN, "timed", Precision.DEFAULT);
        List<String> order = new ArrayList<>();
        release(
                mechanism,
                ask,
                COUNT,
                new Scan() {
                    @Override
                    public Aggregate run() {
                        order.add("scan");
                        return people(15_000).run();
                    }

                    @Override
                    public void hideTime() {
                        order.add("hidden");
                        PrivacyLoss opening = COUNT.opening(CLASS);
                        ChargeRequest watched =
                                new ChargeRequest(ask.key(), Epoch.endOf(now.get(), CLASS.epoch()), PEOPLE, CLASS, BOB);
                        assertThat(ledger.open(watched, opening)).isInstanceOf(BudgetLedger.ChargeResult.Opened.class);
                    }
                },
                charge -> {});
        assertThat(order).containsExactly("scan", "hidden");
        assertThat(release(mechanism, ask, COUNT, people(15_000), charge -> {}).repeated())
                .isTrue();
    }

    @Test
    void theTimeOfAFailedScanIsHiddenToo() {
        AtomicInteger hidden = new AtomicInteger();
        Scan failing = new Scan() {
            @Override
            public Aggregate run() {
                throw LeadgenException.of(ErrorCode.WAREHOUSE_UNAVAILABLE, "gone");
            }

            @Override
            public void hideTime() {
                hidden.incrementAndGet();
            }
        };
        assertThatThrownBy(() -> release(mechanism, newAsk(Precision.DEFAULT), COUNT, failing, charge -> {}))
                .isInstanceOf(LeadgenException.class);
        assertThatThrownBy(() -> release(mechanism, newAsk(Precision.DEFAULT), COUNT, failing, charge -> {}))
                .isInstanceOf(LeadgenException.class);
        assertThat(hidden).hasValue(2);
    }

    @Test
    void theAnswersOfOneDrawThatLostAreNeverShown() {
        Ask ann = ask(ANN, "race", Precision.MAX);
        Ask bob = ask(BOB, "race", Precision.MAX);
        ReleaseMechanism otherProcess = new ReleaseMechanism(ledger, new SplittableRandom(7), now::get);
        List<Released> first = new ArrayList<>();
        Released second = release(
                mechanism,
                ann,
                COUNT,
                () -> {
                    first.add(release(otherProcess, bob, COUNT, people(15_000), charge -> {}));
                    return people(15_000).run();
                },
                charge -> {});
        assertThat(second.release()).isEqualTo(first.get(0).release());
        // Ann's own draw was opened, and the answer that she was shown is paid for as well.
        assertThat(second.charged().rho())
                .isEqualTo(Rho.ofGaussian(640).plus(second.release().cost().rho()));
    }
}
