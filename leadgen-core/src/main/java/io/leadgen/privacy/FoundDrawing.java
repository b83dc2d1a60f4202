package io.leadgen.privacy;

import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Every cell gets the finest noise, and those whose noisy count is above a threshold are released with their keys.
 *
 * <p>A cell that is there because of one unit has {@code atLeast} units at most that decide about it, and passes with a chance of
 * {@link #CHANCE} at most, over all cells that the unit touches (stability-based selection, Korolova and others 2009). Always
 * the finest noise: the chance is the scarcer currency, so that what it buys should be worth it.
 */
final class FoundDrawing implements Drawing {
    /** The chance that an answer gives away that one unit made a cell: 10^-8. */
    static final Delta CHANCE = Delta.of(new BigDecimal("1e-8"));

    private final Shape.Found shape;
    private final CallerClass callerClass;
    private final Noise noise;

    FoundDrawing(Shape.Found shape, CallerClass callerClass, Noise noise) {
        this.shape = shape;
        this.callerClass = callerClass;
        this.noise = noise;
    }

    @Override
    public Drawn finish(Aggregate truth) {
        int sigma = callerClass.sigma();
        BigDecimal threshold = BigDecimal.valueOf(threshold(shape, sigma));
        List<Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < truth.size(); cell++) {
            NoisyValue count = noise.on(truth.value(cell, 0), BigInteger.valueOf(sigma));
            List<NoisyValue> details = new ArrayList<>();
            if (shape.detail() instanceof Detail.Centred centred) {
                BigInteger scale = BigInteger.valueOf(centred.sensitivity()).multiply(BigInteger.valueOf(sigma));
                details.add(noise.on(truth.value(cell, 1), scale));
            }
            if (count.value().compareTo(threshold) > 0) {
                cells.add(new Cell(truth.key(cell), count, details));
            }
        }
        PrivacyLoss cost = new PrivacyLoss(Price.rho(shape, sigma), CHANCE);
        return new Drawn(new Release(cells, false, cost), null);
    }

    /**
     * The count that a cell has to pass. Discrete Gaussian noise is x + 1 or more with at most the chance that Gaussian noise is
     * x or more (Canonne, Kamath and Steinke 2020), which is why it has to pass and not to reach it.
     */
    static long threshold(Shape.Found shape, int sigma) {
        double chance = CHANCE.value().doubleValue() / shape.perUnit();
        double deviations = NormalDistribution.of(0, 1).inverseSurvivalProbability(chance);
        return shape.atLeast() + (long) Math.ceil(deviations * sigma);
    }
}
