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
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The range of a column: from the first to the last bin of a grid whose noisy count stands out from the noise of empty bins.
 * Values beyond are few and will be clamped.
 *
 * <p><b>Price.</b> Every bin carries noise, and one unit is in one bin, so that the whole histogram costs 1 / (2 sigma²). The range
 * is read from the noisy histogram, which costs nothing.
 *
 * <p><b>Threshold.</b> Discrete Gaussian noise is sub-Gaussian: it exceeds {@code sigma √(2 ln(1/p))} with a chance of p at
 * most. With p = {@link #FALSE_RANGE} / bins, the chance that any empty bin exceeds it is FALSE_RANGE at most.
 */
final class ColumnRange extends Mechanism {
    /** The greatest chance that any empty bin is taken for a part of the range. */
    private static final double FALSE_RANGE = 0.01;

    /** A range has numbers that a person can read, and is no narrower than it was found. */
    private static final MathContext DOWNWARDS = new MathContext(3, RoundingMode.FLOOR);

    private static final MathContext UPWARDS = new MathContext(3, RoundingMode.CEILING);

    private static final BigDecimal ONE_VALUE_MARGIN = new BigDecimal("0.5");

    private static final NoisyValue NOT_COUNTED = new NoisyValue(BigDecimal.ZERO, 0);

    private final Grid grid;

    ColumnRange(Grid grid) {
        this.grid = requireNonNull(grid, "grid");
    }

    @Override
    public PrivacyLoss cost(int sigma) {
        return PrivacyLoss.of(Rho.ofGaussian(sigma));
    }

    @Override
    public String keyText() {
        return "range";
    }

    @Override
    OpenRelease open(CallerClass callerClass, Precision precision, Noise noise) {
        int sigma = callerClass.sigma();
        BigInteger[] binNoise = new BigInteger[grid.size()];
        for (int bin = 0; bin < binNoise.length; bin++) {
            binNoise[bin] = noise.gaussian().sample(BigInteger.valueOf(sigma));
        }
        return truth -> {
            List<NoisyValue> ends = ends(truth.measure(0), binNoise, sigma);
            return List.of(new Release(List.of(Cell.of(NOT_COUNTED, ends)), false, cost(sigma)));
        };
    }

    private List<NoisyValue> ends(BigInteger[] bins, BigInteger[] binNoise, int sigma) {
        double standsOut = sigma * Math.sqrt(2 * Math.log(bins.length / FALSE_RANGE));
        int first = -1;
        int last = -1;
        for (int bin = 0; bin < bins.length; bin++) {
            if (bins[bin].add(binNoise[bin]).doubleValue() > standsOut) {
                first = first < 0 ? bin : first;
                last = bin;
            }
        }
        return first < 0 ? List.of() : ends(first, last);
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
