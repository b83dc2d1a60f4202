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
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Cells whose keys are found in the data. Every cell gets the finest noise, and those whose noisy count passes a threshold are
 * released with their keys.
 *
 * <p><b>Price.</b> The noise costs as much as for named cells. The keys cost twice {@link #CHANCE} as well: a cell that one unit
 * makes appear has at most {@code atLeast} units, and passes the threshold with a chance of CHANCE / k at most, so that of the k
 * cells which a unit can make appear one passes with CHANCE at most (stability-based selection, Korolova and others 2009). A
 * unit that is replaced takes such cells away and brings others. Always the finest noise: the chance is the scarcer currency,
 * so what it buys must be worth it.
 *
 * <p><b>Threshold.</b> {@code atLeast + sigma Φ⁻¹(1 − CHANCE / k)}, rounded up. Discrete Gaussian noise is x + 1 or more with at
 * most the chance that Gaussian noise is x or more (Canonne, Kamath and Steinke 2020). So a cell must pass the threshold, and
 * not only reach it.
 */
final class FoundCells extends Mechanism {
    /** The chance that an answer discloses that one unit made a cell. Ten such answers fit into a delta of 10^-7. */
    static final Delta CHANCE = Delta.of(new BigDecimal("5e-9"));

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
    OpenRelease open(CallerClass callerClass, Precision precision, Noise noise) {
        return truth -> List.of(release(truth, callerClass.sigma(), noise));
    }

    private Release release(Aggregate truth, int sigma, Noise noise) {
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
        return new Release(cells, false, cost(sigma));
    }

    /** The count that a cell must pass. */
    long threshold(int sigma) {
        double chance = CHANCE.value().doubleValue() / perUnit;
        double deviations = NormalDistribution.of(0, 1).inverseSurvivalProbability(chance);
        return atLeast + (long) Math.ceil(deviations * sigma);
    }
}
