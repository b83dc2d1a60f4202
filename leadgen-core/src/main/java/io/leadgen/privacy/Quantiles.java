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
 * The number of units and an edge near each quantile, all with the finest noise.
 *
 * <p><b>Price.</b> The count costs 1 / (2 sigma²). Each choice of an edge is (2 / sigma)-DP with bounded range and costs as much
 * (Rogers and Steinke 2021; {@link io.leadgen.privacy.noise.QuantileMechanism}): one value that is replaced moves the number of
 * values below an edge by 1 at most, and one that comes or goes moves it by no more relative to its share. They add
 * up: (1 + quantiles) / (2 sigma²).
 */
final class Quantiles extends Mechanism {
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

    /** The grid is part of the query's cells. */
    @Override
    public String keyText() {
        return "quantiles " + percents;
    }

    @Override
    OpenRelease open(CallerClass callerClass, Precision precision, Noise noise) {
        return truth -> List.of(release(truth.measure(0), callerClass.sigma(), noise));
    }

    private Release release(BigInteger[] bins, int sigma, Noise noise) {
        BigInteger units = Arrays.stream(bins).reduce(BigInteger.ZERO, BigInteger::add);
        NoisyValue count = noise.on(units, BigInteger.valueOf(sigma));
        int[] edges = percents.stream()
                .mapToInt(percent -> noise.quantiles().choose(bins, percent, sigma))
                .toArray();
        return new Release(List.of(Cell.of(count, values(edges))), false, cost(sigma));
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
