package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells that the question names. Every cell is released twice, coarsely and then as finely as the precision needs, and the two
 * are combined by inverse variance.
 *
 * <p><b>Price.</b> Discrete Gaussian noise of {@code sigma} sensitivities on one value costs 1 / (2 sigma²) of zCDP (Canonne,
 * Kamath and Steinke 2020). A unit that is replaced leaves {@code k} cells at most and enters as many others, each of which changes by
 * one: a distance of √(2k) at most, or of √size if there are fewer cells than that. So counts cost min(2k, size) / (2 sigma²);
 * {@link Value#price} has the price of sums and means. The two releases add up (Bun and Steinke 2016). The second sigma is chosen
 * by the first noisy values only, so adaptive composition holds.
 */
final class NamedCells extends Mechanism {
    private final int size;
    private final int perUnit;
    private final Value value;

    NamedCells(int size, int perUnit, Value value) {
        if (size < 1 || perUnit < 1) {
            throw new IllegalArgumentException("a cell at least");
        }
        this.size = size;
        this.perUnit = perUnit;
        this.value = requireNonNull(value, "value");
    }

    @Override
    public PrivacyLoss cost(int sigma) {
        return PrivacyLoss.of(Rho.ofGaussian(sigma).times(value.price(perUnit, size)));
    }

    @Override
    public PrivacyLoss least(CallerClass callerClass, Precision precision) {
        return precision.equals(Precision.MAX) ? most(callerClass) : opening(callerClass);
    }

    @Override
    public PrivacyLoss most(CallerClass callerClass) {
        return opening(callerClass).plus(cost(callerClass.sigma()));
    }

    @Override
    boolean hasCoarseForm() {
        return true;
    }

    @Override
    public String keyText() {
        return "named " + size + " " + perUnit + " " + value.kind().keyText;
    }

    @Override
    OpenRelease open(CallerClass callerClass, Precision precision, Noise noise) {
        int coarseSigma = coarseSigma(callerClass);
        BigInteger[][] coarseNoise = new BigInteger[size][value.coordinates()];
        for (BigInteger[] cell : coarseNoise) {
            for (int coordinate = 0; coordinate < cell.length; coordinate++) {
                cell[coordinate] = noise.gaussian().sample(value.scale(coordinate, coarseSigma));
            }
        }
        return truth -> {
            if (truth.size() != size) {
                throw new IllegalStateException("a scan with other cells than asked");
            }
            NoisyValue[][] coarse = each((cell, coordinate) -> new NoisyValue(
                    new BigDecimal(truth.value(cell, coordinate).add(coarseNoise[cell][coordinate])),
                    value.scale(coordinate, coarseSigma).doubleValue()));
            PrivacyLoss opening = cost(coarseSigma);
            int sigma = sigma(coarse, callerClass, precision);
            if (sigma == coarseSigma) {
                return List.of(release(coarse, false, opening));
            }
            NoisyValue[][] combined = each((cell, coordinate) -> combine(
                    coarse[cell][coordinate], noise.on(truth.value(cell, coordinate), value.scale(coordinate, sigma))));
            return List.of(release(combined, false, opening.plus(cost(sigma))), release(coarse, true, opening));
        };
    }

    private interface ByCoordinate {
        NoisyValue at(int cell, int coordinate);
    }

    private NoisyValue[][] each(ByCoordinate values) {
        NoisyValue[][] all = new NoisyValue[size][value.coordinates()];
        for (int cell = 0; cell < size; cell++) {
            for (int coordinate = 0; coordinate < all[cell].length; coordinate++) {
                all[cell][coordinate] = values.at(cell, coordinate);
            }
        }
        return all;
    }

    /** The noise that gives the mean cell the requested precision. */
    private int sigma(NoisyValue[][] coarse, CallerClass callerClass, Precision precision) {
        if (precision.equals(Precision.MAX)) {
            return callerClass.sigma();
        }
        double cells = size;
        double count = 0;
        double sum = 0;
        for (NoisyValue[] cell : coarse) {
            count += cell[0].value().doubleValue() / cells;
            if (cell.length > 1) {
                sum += cell[1].value().doubleValue() / value.sensitivity() / cells;
            }
        }
        Value.Estimate mean = value.estimate(count, sum);
        int coarseSigma = coarseSigma(callerClass);
        double coarseError = mean.errorPerSigma() * coarseSigma / Math.sqrt(cells);
        return mean.sigmaFor(precision, coarseError, callerClass.sigma(), coarseSigma);
    }

    private static Release release(NoisyValue[][] values, boolean coarse, PrivacyLoss cost) {
        List<Cell> cells = new ArrayList<>();
        for (NoisyValue[] cell : values) {
            cells.add(Cell.of(cell[0], List.of(cell).subList(1, cell.length)));
        }
        return new Release(cells, coarse, cost);
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
}
