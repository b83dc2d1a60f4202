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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The number of units and an edge near each quantile, with noise that the precision needs: with 95 % certainty an edge's rank is
 * as near to the requested one as the precision's share of all units. How much noise that is follows from a coarse count, which the
 * opening price pays.
 *
 * <p><b>Price.</b> The count costs 1 / (2 sigma²). Each choice of an edge is (2 / sigma)-DP with bounded range and costs as much
 * (Rogers and Steinke 2021; {@link io.leadgen.privacy.noise.QuantileMechanism}): one value that is replaced moves the number of
 * values below an edge by 1 at most, and one that comes or goes moves it by no more relative to its share. They add
 * up: (1 + quantiles) / (2 sigma²), and the price of the coarse count. The sigma is chosen by that noisy count only, so adaptive
 * composition holds.
 *
 * <p><b>Rank.</b> An edge that is {@code d} units further from its quantile than the nearest one is chosen with a chance of at most
 * exp(−d / sigma). There are fewer than 4,200 edges, so all together are further than 11.3 sigma with a chance of 5 % at most.
 */
final class Quantiles extends Mechanism {
    /** How many sigmas an edge's rank is off at most, with 95 % certainty: the logarithm of 4,200 / 0.05. */
    public static final double RANK_ERROR = 11.34;
    /** How many standard deviations the coarse count is taken to be too high, with 95 % certainty. */
    private static final double Z90 = 1.644854;

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
        return PrivacyLoss.of(Rho.ofGaussian(sigma).times(1 + percents.size()));
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
        return "quantiles " + percents;
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
        BigInteger units = Arrays.stream(bins).reduce(BigInteger.ZERO, BigInteger::add);
        NoisyValue count = noise.on(units, BigInteger.valueOf(sigma));
        int[] edges = percents.stream()
                .mapToInt(percent -> noise.quantiles().choose(bins, percent, sigma))
                .toArray();
        return new Release(List.of(Cell.of(count, values(edges))), false, opening.plus(cost(sigma)));
    }

    /** Edges that are chosen one by one can contradict the order of their quantiles. Sorting moves none away from its quantile. */
    private List<NoisyValue> values(int[] edges) {
        List<Integer> byPercent = IntStream.range(0, edges.length)
                .boxed()
                .sorted(Comparator.comparing(percents::get))
                .toList();
        int[] sorted = edges.clone();
        Arrays.sort(sorted);
        NoisyValue[] values = new NoisyValue[edges.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            int edge = sorted[rank];
            double value = edge < grid.size() ? grid.lowerEdge(edge) : grid.upperEdge(edge - 1);
            values[byPercent.get(rank)] = new NoisyValue(BigDecimal.valueOf(value), 0);
        }
        return List.of(values);
    }
}
