package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger.Balance;
import io.leadgen.privacy.BudgetLedger.Charge;
import io.leadgen.privacy.BudgetLedger.Outcome;
import io.leadgen.privacy.Release.NoisyValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The only way a number leaves the service: charge, scan, add noise, store, answer.
 *
 * <p>A question is charged before its scan, and its answer is stored before it is returned; nothing is ever refunded. The same
 * question keeps one answer until its epoch ends. A count is released twice, coarsely and then as finely as the asked
 * precision needs, and the two are combined by inverse variance; the second price is chosen by the first noisy value only, so
 * that adaptive composition of zCDP holds (Bun and Steinke 2016).
 *
 * <p>Whether a question is refused, and what it costs, depends on the question, the ledger and noisy values, never on true
 * ones.
 */
public final class ReleaseMechanism {
    /** How much coarser than the class's finest noise the first answer is; it costs a 256th. */
    private static final int COARSENESS = 16;

    private static final int COARSE_STEP = 0;
    private static final int FINE_STEP = 1;

    /** The chance at most that any empty bin is taken for a part of a column's range. */
    private static final double FALSE_RANGE = 0.01;

    /** A range is told in numbers that a person can read, and no narrower than it was found. */
    private static final MathContext DOWNWARDS = new MathContext(3, RoundingMode.FLOOR);

    private static final MathContext UPWARDS = new MathContext(3, RoundingMode.CEILING);

    private static final BigDecimal ONE_VALUE_MARGIN = new BigDecimal("0.5");

    private final BudgetLedger ledger;
    private final DiscreteGaussian gaussian;
    private final QuantileMechanism quantiles;
    private final InstantSource clock;
    private final OneAtATime questions = new OneAtATime();

    /** @param bits where randomness comes from: a {@code SecureRandom} in production, a seeded source in tests */
    public ReleaseMechanism(BudgetLedger ledger, RandomGenerator bits, InstantSource clock) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.gaussian = new DiscreteGaussian(bits);
        this.quantiles = new QuantileMechanism(bits);
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * A question that is ready to be paid for.
     *
     * @param principal who pays, or null for what is charged to the table alone
     * @param key the identity of everything that the answer depends on
     */
    public record Ask(
            @Nullable Principal principal,
            CallerClass callerClass,
            TableName table,
            QuestionKey key,
            Precision precision) {}

    /**
     * What was released to whom on which terms.
     *
     * @param charged what this call cost; zero if the question was a repeated one
     * @param repeated whether whoever asks had paid for the same question before
     */
    public record Released(Release release, Rho charged, boolean repeated, Instant epochEnds) {}

    /**
     * Where a column's values are.
     *
     * @param bounds null if the table is too small to tell
     * @param charged what this call cost the table; zero if the range was known
     */
    public record Range(@Nullable Bounds bounds, Rho charged) {}

    /** The least and the most that a question can cost. */
    public record PriceRange(Rho least, Rho most) {}

    /** What a question of a kind can cost a caller of a class, before it is asked. */
    public static PriceRange price(CallerClass callerClass, Detail detail, Precision precision) {
        Rho coarse = Rho.ofGaussian(coarseSigma(callerClass));
        Rho finest = coarse.plus(finePrice(detail, callerClass.sigma()));
        boolean fixed = precision.equals(Precision.MAX) || detail instanceof Detail.Quantile;
        boolean alwaysRefined = !(detail instanceof Detail.None);
        Rho least = alwaysRefined ? coarse.plus(finePrice(detail, coarseSigma(callerClass))) : coarse;
        return new PriceRange(fixed ? finest : least, finest);
    }

    /** What a principal may still spend on a table. */
    public Balance balance(Principal principal, CallerClass callerClass, TableName table) {
        return ledger.balance(principal, callerClass, table);
    }

    /**
     * Releases a count, and with it what the detail asks for, from one scan.
     *
     * @param scan runs the query: the first measure counts units, the second is the detail's sum; called at most once
     * @throws LeadgenException BUDGET_EXHAUSTED before the scan; also after it, if a detail cannot be paid for
     */
    public Released release(Ask ask, Detail detail, Supplier<Aggregate> scan) {
        return questions.on(ask.key(), () -> releaseAlone(ask, detail, scan));
    }

    private Released releaseAlone(Ask ask, Detail detail, Supplier<Aggregate> scan) {
        Instant epochEnds = Epoch.endOf(clock.instant(), ask.callerClass().epoch());
        Optional<Release> standing = ledger.find(ask.key(), epochEnds);
        Rho coarsePrice = Rho.ofGaussian(coarseSigma(ask.callerClass()));
        if (standing.isPresent()) {
            return payFor(standing.get(), ask, epochEnds, coarsePrice);
        }
        Outcome paid = charge(ask, epochEnds, COARSE_STEP, coarsePrice);
        if (paid == Outcome.REFUSED) {
            throw exhausted();
        }
        Release release = draw(ask, detail, epochEnds, coarsePrice, scan);
        Release standingNow = ledger.store(ask.key(), epochEnds, release);
        // Whoever asks again after a failure has paid the coarse price already.
        Rho charged = paid == Outcome.CHARGED ? release.cost() : release.cost().minus(coarsePrice);
        return new Released(standingNow, charged, false, epochEnds);
    }

    private Released payFor(Release standing, Ask ask, Instant epochEnds, Rho coarsePrice) {
        Rho finePrice = standing.cost().minus(coarsePrice);
        Outcome coarse = charge(ask, epochEnds, COARSE_STEP, coarsePrice);
        Outcome fine = finePrice.equals(Rho.ZERO) ? coarse : charge(ask, epochEnds, FINE_STEP, finePrice);
        if (coarse == Outcome.REFUSED || fine == Outcome.REFUSED) {
            throw exhausted();
        }
        Rho charged = (coarse == Outcome.CHARGED ? coarsePrice : Rho.ZERO)
                .plus(fine == Outcome.CHARGED ? finePrice : Rho.ZERO);
        return new Released(standing, charged, charged.equals(Rho.ZERO), epochEnds);
    }

    private Release draw(Ask ask, Detail detail, Instant epochEnds, Rho coarsePrice, Supplier<Aggregate> scan) {
        int floor = ask.callerClass().sigma();
        int coarseSigma = coarseSigma(ask.callerClass());
        BigInteger coarseNoise = gaussian.sample(BigInteger.valueOf(coarseSigma));
        Aggregate aggregate = scan.get();
        BigInteger truth = detail instanceof Detail.Quantile ? total(aggregate) : aggregate.value(0, 0);
        NoisyValue coarse = new NoisyValue(new BigDecimal(truth.add(coarseNoise)), coarseSigma);

        int sigma = ask.precision().equals(Precision.MAX) || detail instanceof Detail.Quantile
                ? floor
                : ask.precision().sigmaFor(coarse.value(), floor, coarseSigma);
        if (sigma == coarseSigma && detail.coordinates() == 0) {
            return new Release(coarse, List.of(), false, coarsePrice);
        }
        Rho finePrice = finePrice(detail, sigma);
        if (charge(ask, epochEnds, FINE_STEP, finePrice) == Outcome.REFUSED) {
            if (detail.coordinates() > 0) {
                throw exhausted();
            }
            return new Release(coarse, List.of(), true, coarsePrice);
        }
        NoisyValue fine = new NoisyValue(new BigDecimal(truth.add(gaussian.sample(BigInteger.valueOf(sigma)))), sigma);
        return new Release(
                combine(coarse, fine), details(detail, aggregate, sigma), false, coarsePrice.plus(finePrice));
    }

    private List<NoisyValue> details(Detail detail, Aggregate aggregate, int sigma) {
        if (detail instanceof Detail.Sum sum) {
            BigInteger scale = BigInteger.valueOf(sum.sensitivity()).multiply(BigInteger.valueOf(sigma));
            BigInteger noisy = aggregate.value(0, 1).add(gaussian.sample(scale));
            return List.of(new NoisyValue(new BigDecimal(noisy), scale.doubleValue()));
        }
        if (detail instanceof Detail.Quantile quantile) {
            Grid grid = quantile.grid();
            int edge = quantiles.choose(bins(aggregate), quantile.percent(), sigma);
            double value = edge < grid.size() ? grid.lowerEdge(edge) : grid.upperEdge(edge - 1);
            return List.of(new NoisyValue(BigDecimal.valueOf(value), 0));
        }
        return List.of();
    }

    /**
     * Releases the range of a column: from the first to the last bin of the grid whose noisy count stands out from the noise
     * of empty bins. Values beyond are few and will be clamped. Every bin carries noise, and one unit is in one bin, so that the
     * whole histogram costs one release; the range is read off it afterwards at no cost.
     *
     * @return the range, without bounds if no bin stands out: the table is too small
     * @throws LeadgenException BUDGET_EXHAUSTED if the table's budget does not allow it
     */
    public Range range(Ask ask, Grid grid, Supplier<Aggregate> scan) {
        return questions.on(ask.key(), () -> rangeAlone(ask, grid, scan));
    }

    private Range rangeAlone(Ask ask, Grid grid, Supplier<Aggregate> scan) {
        Instant epochEnds = Epoch.endOf(clock.instant(), ask.callerClass().epoch());
        Optional<Release> standing = ledger.find(ask.key(), epochEnds);
        Rho charged = Rho.ZERO;
        if (standing.isEmpty()) {
            int sigma = ask.callerClass().sigma();
            Rho price = Rho.ofGaussian(sigma);
            if (charge(ask, epochEnds, COARSE_STEP, price) == Outcome.REFUSED) {
                throw exhausted();
            }
            charged = price;
            BigInteger[] noise = new BigInteger[grid.size()];
            for (int bin = 0; bin < noise.length; bin++) {
                noise[bin] = gaussian.sample(BigInteger.valueOf(sigma));
            }
            Release release = range(bins(scan.get()), noise, sigma, grid, price);
            standing = Optional.of(ledger.store(ask.key(), epochEnds, release));
        }
        List<NoisyValue> edges = standing.get().details();
        Bounds bounds = edges.isEmpty()
                ? null
                : new Bounds(
                        edges.get(0).value().doubleValue(), edges.get(1).value().doubleValue());
        return new Range(bounds, charged);
    }

    private static Release range(BigInteger[] bins, BigInteger[] noise, int sigma, Grid grid, Rho price) {
        // Discrete Gaussian noise is sub-Gaussian: it passes sigma * sqrt(2 ln(1/p)) with probability p at most.
        double standsOut = sigma * Math.sqrt(2 * Math.log(bins.length / FALSE_RANGE));
        int first = -1;
        int last = -1;
        for (int bin = 0; bin < bins.length; bin++) {
            if (bins[bin].add(noise[bin]).doubleValue() > standsOut) {
                first = first < 0 ? bin : first;
                last = bin;
            }
        }
        NoisyValue nothing = new NoisyValue(BigDecimal.ZERO, 0);
        if (first < 0) {
            return new Release(nothing, List.of(), false, price);
        }
        // A column of one value has a bin without width; a range needs some.
        BigDecimal margin = grid.upperEdge(last) > grid.lowerEdge(first) ? BigDecimal.ZERO : ONE_VALUE_MARGIN;
        BigDecimal lower =
                BigDecimal.valueOf(grid.lowerEdge(first)).subtract(margin).round(DOWNWARDS);
        BigDecimal upper = BigDecimal.valueOf(grid.upperEdge(last)).add(margin).round(UPWARDS);
        return new Release(nothing, List.of(new NoisyValue(lower, 0), new NoisyValue(upper, 0)), false, price);
    }

    private Outcome charge(Ask ask, Instant epochEnds, int step, Rho rho) {
        return ledger.charge(
                new Charge(ask.principal(), ask.callerClass(), ask.table(), ask.key(), epochEnds, step, rho));
    }

    private static int coarseSigma(CallerClass callerClass) {
        return callerClass.sigma() * COARSENESS;
    }

    private static Rho finePrice(Detail detail, int sigma) {
        return Rho.ofGaussian(sigma).times(1 + detail.coordinates());
    }

    /** The mean of two independent noisy values of one truth that has the least variance. */
    private static NoisyValue combine(NoisyValue one, NoisyValue other) {
        double weightOfOne = 1 / (one.sigma() * one.sigma());
        double weightOfOther = 1 / (other.sigma() * other.sigma());
        double sum = weightOfOne + weightOfOther;
        BigDecimal value = one.value()
                .multiply(BigDecimal.valueOf(weightOfOne / sum))
                .add(other.value().multiply(BigDecimal.valueOf(weightOfOther / sum)))
                .round(MathContext.DECIMAL64);
        return new NoisyValue(value, Math.sqrt(1 / sum));
    }

    private static BigInteger[] bins(Aggregate aggregate) {
        BigInteger[] bins = new BigInteger[aggregate.size()];
        for (int bin = 0; bin < bins.length; bin++) {
            bins[bin] = aggregate.value(bin, 0);
        }
        return bins;
    }

    private static BigInteger total(Aggregate aggregate) {
        BigInteger total = BigInteger.ZERO;
        for (BigInteger bin : bins(aggregate)) {
            total = total.add(bin);
        }
        return total;
    }

    private static LeadgenException exhausted() {
        return LeadgenException.of(
                ErrorCode.BUDGET_EXHAUSTED,
                "The privacy budget does not allow another answer of this kind now",
                "repeat an earlier question (free until its epoch ends), ask for less precision, or wait until charges"
                        + " leave the window; the data owner can raise a table's lifetime budget");
    }
}
