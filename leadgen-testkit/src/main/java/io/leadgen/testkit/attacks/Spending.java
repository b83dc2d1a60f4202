package io.leadgen.testkit.attacks;

import io.leadgen.privacy.Rho;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What answers have cost, and how much can be learned from them.
 *
 * @param rho their cost in zCDP
 * @param quantiles whether a MIN or a MAX is among them
 */
public record Spending(Rho rho, boolean quantiles) {
    /** Nothing was spent. */
    public static final Spending NONE = new Spending(Rho.ZERO, false);

    Spending plus(Rho more, boolean quantile) {
        return new Spending(rho.plus(more), quantiles || quantile);
    }

    /**
     * How often a guess of a fair coin can be right at most. For Gaussian noise, the optimal test between two normal
     * distributions; with quantiles in the mix, the least of two bounds on the total variation distance: Pinsker's and
     * Bretagnolle and Huber's.
     */
    public double ceiling() {
        double spent = rho.value().doubleValue();
        if (quantiles) {
            return 0.5 + 0.5 * Math.min(Math.sqrt(spent / 2), Math.sqrt(1 - Math.exp(-spent)));
        }
        return NormalDistribution.of(0, 1).cumulativeProbability(Math.sqrt(2 * spent) / 2);
    }
}
