package io.leadgen.privacy;

import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.CallerClass;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The number of units and an edge near each quantile, all with the finest noise. */
final class QuantilesDrawing implements Drawing {
    private final Shape.Quantiles shape;
    private final CallerClass callerClass;
    private final Noise noise;

    QuantilesDrawing(Shape.Quantiles shape, CallerClass callerClass, Noise noise) {
        this.shape = shape;
        this.callerClass = callerClass;
        this.noise = noise;
    }

    @Override
    public Drawn finish(Aggregate truth) {
        int sigma = callerClass.sigma();
        BigInteger[] bins = truth.measure(0);
        BigInteger units = Arrays.stream(bins).reduce(BigInteger.ZERO, BigInteger::add);
        NoisyValue count = noise.on(units, BigInteger.valueOf(sigma));
        int[] edges = shape.percents().stream()
                .mapToInt(percent -> noise.quantiles().choose(bins, percent, sigma))
                .toArray();
        return new Drawn(
                new Release(List.of(Cell.of(count, values(edges))), false, PrivacyLoss.of(Price.rho(shape, sigma))),
                null);
    }

    /** Chosen one by one, edges can contradict the order of their quantiles; set right, none is farther from its quantile. */
    private List<NoisyValue> values(int[] edges) {
        List<Integer> byPercent = IntStream.range(0, edges.length)
                .boxed()
                .sorted(Comparator.comparing(shape.percents()::get))
                .toList();
        int[] sorted = edges.clone();
        Arrays.sort(sorted);
        NoisyValue[] values = new NoisyValue[edges.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            int edge = sorted[rank];
            Grid grid = shape.grid();
            double value = edge < grid.size() ? grid.lowerEdge(edge) : grid.upperEdge(edge - 1);
            values[byPercent.get(rank)] = new NoisyValue(BigDecimal.valueOf(value), 0);
        }
        return List.of(values);
    }
}
