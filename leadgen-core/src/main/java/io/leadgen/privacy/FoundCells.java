package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Cells whose keys are found in the data. Every cell gets noise, and those whose noisy count passes a threshold are released with
 * their keys. The noise is as little as the precision needs for a cell with a {@value #TYPICAL_CELLS}th of all; that follows from
 * coarse totals, which the opening price pays.
 *
 * <p><b>Price.</b> The noise costs as much as for named cells. The keys cost twice {@link #CHANCE} as well: a cell that one unit
 * makes appear has at most {@code atLeast} units, and passes the threshold with a chance of CHANCE / k at most, so that of the k
 * cells which a unit can make appear one passes with CHANCE at most (stability-based selection, Korolova and others 2009). A
 * unit that is replaced takes such cells away and brings others.
 *
 * <p><b>Coarse totals.</b> A unit can make k cells of {@code atLeast} units appear or vanish, and so moves the totals of all cells by k
 * atLeast times as much as one unit in one cell does. Their noise is so many times larger. Then they cost no more than one cell, and the
 * opening, which is the price of k coarse cells, pays for them.
 *
 * <p><b>Threshold.</b> {@code atLeast + sigma Φ⁻¹(1 − CHANCE / k)}, rounded up. Discrete Gaussian noise is x + 1 or more with at
 * most the chance that Gaussian noise is x or more (Canonne, Kamath and Steinke 2020). So a cell must pass the threshold, and
 * not only reach it.
 */
final class FoundCells extends Mechanism {
    /** The chance that an answer discloses that one unit made a cell. Ten such answers fit into a delta of 10^-7. */
    static final Delta CHANCE = Delta.of(new BigDecimal("5e-9"));

    /** The precision is about a cell that holds one part of so many of all units. */
    private static final int TYPICAL_CELLS = 20;

    private final int perUnit;
    private final int atLeast;
    private final Value value;

    FoundCells(int perUnit, int atLeast, Value value) {
        if (perUnit < 1 || atLeast < 1) {
            throw new IllegalArgumentException("a cell at least");
        }
        this.perUnit = perUnit;
        this.atLeast = atLeast;
        this.value = requireNonNull(value, "value");
    }

    @Override
    public PrivacyLoss cost(int sigma) {
        return new PrivacyLoss(
                Rho.ofGaussian(sigma).times(value.price(perUnit, Integer.MAX_VALUE)), CHANCE.plus(CHANCE));
    }

    @Override
    public String keyText() {
        return "found " + perUnit + " " + atLeast + " " + value.kind().keyText;
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

    @Override
    OpenRelease open(CallerClass callerClass, Precision precision, Noise noise) {
        int coarseSigma = coarseSigma(callerClass);
        BigInteger larger = BigInteger.valueOf(atLeast).multiply(BigInteger.valueOf(perUnit));
        BigInteger[] totalNoise = new BigInteger[value.coordinates()];
        for (int coordinate = 0; coordinate < totalNoise.length; coordinate++) {
            totalNoise[coordinate] =
                    noise.gaussian().sample(value.scale(coordinate, coarseSigma).multiply(larger));
        }
        return truth -> {
            double[] typical = new double[totalNoise.length];
            for (int coordinate = 0; coordinate < typical.length; coordinate++) {
                BigInteger total =
                        Arrays.stream(truth.measure(coordinate)).reduce(totalNoise[coordinate], BigInteger::add);
                typical[coordinate] = total.doubleValue() / TYPICAL_CELLS;
            }
            Value.Estimate cell =
                    value.estimate(typical[0], typical.length == 1 ? 0 : typical[1] / value.sensitivity());
            double error = cell.errorPerSigma() * coarseSigma * larger.doubleValue() / TYPICAL_CELLS;
            int sigma = cell.sigmaFor(precision, error, callerClass.sigma(), coarseSigma);
            return List.of(release(truth, sigma, opening(callerClass), noise));
        };
    }

    private Release release(Aggregate truth, int sigma, PrivacyLoss opening, Noise noise) {
        BigDecimal threshold = BigDecimal.valueOf(threshold(sigma));
        List<Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < truth.size(); cell++) {
            NoisyValue count = noise.on(truth.value(cell, 0), value.scale(0, sigma));
            List<NoisyValue> details = new ArrayList<>();
            for (int coordinate = 1; coordinate < value.coordinates(); coordinate++) {
                details.add(noise.on(truth.value(cell, coordinate), value.scale(coordinate, sigma)));
            }
            if (count.value().compareTo(threshold) > 0) {
                cells.add(new Cell(truth.key(cell), count, details));
            }
        }
        return new Release(cells, false, opening.plus(cost(sigma)));
    }

    /** The count that a cell must pass. */
    long threshold(int sigma) {
        double chance = CHANCE.value().doubleValue() / perUnit;
        double deviations = NormalDistribution.of(0, 1).inverseSurvivalProbability(chance);
        return atLeast + (long) Math.ceil(deviations * sigma);
    }
}
