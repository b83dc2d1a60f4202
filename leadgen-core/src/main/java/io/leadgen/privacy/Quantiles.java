package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The bin of each quantile, and how many units lie below it, in it and above it. The noise is as little as the precision needs:
 * with 95 % certainty a bin is no further from its quantile than the precision's share of all units. How much noise that is
 * follows from a coarse count, which the opening price pays.
 *
 * <p><b>Price.</b> Each choice of a bin is (2 / sigma)-DP with bounded range and costs 1 / (2 sigma²) (Rogers and Steinke 2021;
 * {@link io.leadgen.privacy.noise.QuantileMechanism}). The chosen bins cut the grid into parts. A unit that is replaced leaves one
 * part and enters another, so the counts of all parts cost 2 / (2 sigma²). They add up: (2 + quantiles) / (2 sigma²), and the price of
 * the coarse count. The sigma is chosen by that noisy count, and the parts by the noisy choices only, so adaptive composition holds.
 *
 * <p><b>Rank.</b> A bin that is {@code d} units away from its quantile is chosen with a chance of exp(−d / sigma) at most, relative to
 * one that holds it. There are fewer than 4,200 bins, so all together are further than 11.3 sigma with a chance of 5 % at most. The
 * counts say how far each really is.
 *
 * <p>Several quantiles are chosen one by one. Halving, which chooses the middle one first and the others among the units on its
 * either side, would cost less for many of them, but it goes wrong where many units share one value: the bin of the
 * middle quantile is then on both sides.
 */
final class Quantiles extends Mechanism {
    /** How many sigmas a bin is away from its quantile at most, with 95 % certainty: the logarithm of 4,200 / 0.05. */
    public static final double RANK_ERROR = 11.34;
    /** How many standard deviations the coarse count is taken to be too high, with 95 % certainty. */
    private static final double Z90 = 1.644854;

    /** The price of the counts of the parts. */
    private static final int COUNTS = 2;

    private final Grid grid;
    private final List<Integer> percents;

    Quantiles(Grid grid, List<Integer> percents) {
        this.grid = requireNonNull(grid, "grid");
        this.percents = List.copyOf(percents);
        if (percents.isEmpty()) {
            throw new IllegalArgumentException("a quantile at least");
        }
    }

    @Override
    public PrivacyLoss cost(int sigma) {
        return PrivacyLoss.of(Rho.ofGaussian(sigma).times(COUNTS + percents.size()));
    }

    @Override
    public PrivacyLoss least(CallerClass callerClass, Precision precision) {
        return precision.equals(Precision.MAX)
                ? most(callerClass)
                : opening(callerClass).plus(cost(coarseSigma(callerClass)));
    }

    @Override
    public PrivacyLoss most(CallerClass callerClass) {
        return opening(callerClass).plus(cost(callerClass.sigma()));
    }

    /** The price of the coarse count. */
    @Override
    PrivacyLoss opening(CallerClass callerClass) {
        return PrivacyLoss.of(Rho.ofGaussian(coarseSigma(callerClass)));
    }

    /** The grid is part of the query's cells. */
    @Override
    public String keyText() {
        return "bins of quantiles " + percents;
    }

    @Override
    OpenRelease open(CallerClass callerClass, Precision precision, Noise noise) {
        int coarseSigma = coarseSigma(callerClass);
        BigInteger coarseNoise = noise.gaussian().sample(BigInteger.valueOf(coarseSigma));
        return truth -> {
            BigInteger[] bins = truth.measure(0);
            double units =
                    Arrays.stream(bins).reduce(coarseNoise, BigInteger::add).doubleValue();
            int sigma = sigma(units - Z90 * coarseSigma, callerClass, precision);
            Release fine = release(bins, sigma, opening(callerClass), noise);
            return sigma == coarseSigma
                    ? List.of(fine)
                    : List.of(
                            fine,
                            release(bins, coarseSigma, opening(callerClass), noise)
                                    .asCoarse());
        };
    }

    /** @param units so many there are at least, with 95 % certainty */
    private static int sigma(double units, CallerClass callerClass, Precision precision) {
        double wanted = precision.value() * units / RANK_ERROR;
        return (int) Math.max(callerClass.sigma(), Math.min(coarseSigma(callerClass), Math.floor(wanted)));
    }

    private Release release(BigInteger[] bins, int sigma, PrivacyLoss opening, Noise noise) {
        int[] chosen = percents.stream()
                .mapToInt(percent -> noise.quantiles().choose(bins, percent, sigma))
                .toArray();
        NavigableMap<Integer, NoisyValue> below = below(bins, chosen, sigma, noise);
        List<NoisyValue> details = new ArrayList<>();
        for (int bin : ordered(chosen)) {
            details.add(new NoisyValue(BigDecimal.valueOf(grid.lowerEdge(bin)), 0));
            details.add(new NoisyValue(BigDecimal.valueOf(grid.upperEdge(bin)), 0));
            details.add(below.get(bin));
            details.add(below.get(bin + 1));
        }
        return new Release(List.of(Cell.of(below.lastEntry().getValue(), details)), false, opening.plus(cost(sigma)));
    }

    /** The noisy number of units below each edge of a chosen bin, and of all: the sums of the parts before it. */
    private static NavigableMap<Integer, NoisyValue> below(BigInteger[] bins, int[] chosen, int sigma, Noise noise) {
        SortedSet<Integer> edges = new TreeSet<>(Set.of(bins.length));
        for (int bin : chosen) {
            edges.add(bin);
            edges.add(bin + 1);
        }
        NoisyValue before = new NoisyValue(BigDecimal.ZERO, 0);
        NavigableMap<Integer, NoisyValue> below = new TreeMap<>(Map.of(0, before));
        edges.remove(0);
        int from = 0;
        for (int edge : edges) {
            BigInteger units = Arrays.stream(bins, from, edge).reduce(BigInteger.ZERO, BigInteger::add);
            NoisyValue part = noise.on(units, BigInteger.valueOf(sigma));
            before = new NoisyValue(before.value().add(part.value()), Math.hypot(before.sigma(), part.sigma()));
            below.put(edge, before);
            from = edge;
        }
        return below;
    }

    /** Bins that are chosen one by one can contradict the order of their quantiles. Sorting moves none away from its quantile. */
    private int[] ordered(int[] bins) {
        List<Integer> byPercent = IntStream.range(0, bins.length)
                .boxed()
                .sorted(Comparator.comparing(percents::get))
                .toList();
        int[] sorted = bins.clone();
        Arrays.sort(sorted);
        int[] ordered = new int[bins.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            ordered[byPercent.get(rank)] = sorted[rank];
        }
        return ordered;
    }
}
