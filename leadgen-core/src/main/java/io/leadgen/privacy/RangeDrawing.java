package io.leadgen.privacy;

import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.CallerClass;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Every bin of a histogram carries noise, and one unit is in one bin, so that the whole of it costs one release; the range is
 * read off it afterwards at no cost. Values beyond are few and will be clamped.
 */
final class RangeDrawing implements Drawing {
    /** The chance at most that any empty bin is taken for a part of the range. */
    private static final double FALSE_RANGE = 0.01;

    /** A range is told in numbers that a person can read, and no narrower than it was found. */
    private static final MathContext DOWNWARDS = new MathContext(3, RoundingMode.FLOOR);

    private static final MathContext UPWARDS = new MathContext(3, RoundingMode.CEILING);

    private static final BigDecimal ONE_VALUE_MARGIN = new BigDecimal("0.5");

    private static final NoisyValue NOT_COUNTED = new NoisyValue(BigDecimal.ZERO, 0);

    private final Grid grid;
    private final int sigma;
    private final PrivacyLoss cost;
    private final BigInteger[] binNoise;

    RangeDrawing(Shape.Range shape, CallerClass callerClass, Noise noise) {
        this.grid = shape.grid();
        this.sigma = callerClass.sigma();
        this.cost = PrivacyLoss.of(Price.rho(shape, sigma));
        this.binNoise = new BigInteger[grid.size()];
        for (int bin = 0; bin < binNoise.length; bin++) {
            binNoise[bin] = noise.gaussian().sample(BigInteger.valueOf(sigma));
        }
    }

    @Override
    public Drawn finish(Aggregate truth) {
        BigInteger[] bins = truth.measure(0);
        // Discrete Gaussian noise is sub-Gaussian: it passes sigma * sqrt(2 ln(1/p)) with probability p at most.
        double standsOut = sigma * Math.sqrt(2 * Math.log(bins.length / FALSE_RANGE));
        int first = -1;
        int last = -1;
        for (int bin = 0; bin < bins.length; bin++) {
            if (bins[bin].add(binNoise[bin]).doubleValue() > standsOut) {
                first = first < 0 ? bin : first;
                last = bin;
            }
        }
        List<NoisyValue> ends = first < 0 ? List.of() : ends(first, last);
        return new Drawn(new Release(List.of(Cell.of(NOT_COUNTED, ends)), false, cost), null);
    }

    private List<NoisyValue> ends(int first, int last) {
        // A column of one value has a bin without width; a range needs some.
        BigDecimal margin = grid.upperEdge(last) > grid.lowerEdge(first) ? BigDecimal.ZERO : ONE_VALUE_MARGIN;
        BigDecimal lower =
                BigDecimal.valueOf(grid.lowerEdge(first)).subtract(margin).round(DOWNWARDS);
        BigDecimal upper = BigDecimal.valueOf(grid.upperEdge(last)).add(margin).round(UPWARDS);
        return List.of(new NoisyValue(lower, 0), new NoisyValue(upper, 0));
    }
}
