package io.leadgen.privacy.accounting;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a spent budget means for one person.
 *
 * @param epsilon such that the whole is (epsilon, delta)-differentially private, by the conversion of Canonne, Kamath and Steinke
 *     (2020, proposition 12)
 * @param delta the chance that epsilon does not hold, the spent delta included
 * @param ceiling how often at most, from 0.5 to 1, anyone is right about a fact of one person that is a fair coin to them,
 *     whatever the questions were
 */
public record Guarantee(double epsilon, double delta, double ceiling) {
    /** The delta of a pure amount of zCDP, below one in any population. */
    private static final double CONVERSION_DELTA = 1e-7;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double LEAST_ORDER = 1 + 1e-9;
    private static final double MOST_ORDER = 1e9;

    /** What a spent budget means when it was spent on counts and sums only, whose noise is Gaussian. */
    public static Guarantee ofGaussian(PrivacyLoss spent) {
        return of(spent, gaussianCeiling(spent.rho()));
    }

    /** What a spent budget means when quantiles may be among the answers. */
    public static Guarantee ofAny(PrivacyLoss spent) {
        return of(spent, Math.max(gaussianCeiling(spent.rho()), anyCeiling(spent.rho())));
    }

    private static Guarantee of(PrivacyLoss spent, double ceiling) {
        double chance = spent.delta().value().doubleValue();
        return new Guarantee(
                epsilon(spent.rho().value().doubleValue(), CONVERSION_DELTA),
                CONVERSION_DELTA + chance,
                Math.min(1, ceiling + chance));
    }

    /** Φ(√(2ρ)/2): a test between two Gaussians at the distance that the noise leaves (Neyman and Pearson). */
    private static double gaussianCeiling(Rho rho) {
        return NORMAL.cumulativeProbability(Math.sqrt(2 * rho.value().doubleValue()) / 2);
    }

    /** Half plus half the total variation that zCDP allows, by the inequalities of Pinsker and of Bretagnolle and Huber. */
    private static double anyCeiling(Rho rho) {
        double spent = rho.value().doubleValue();
        return 0.5 + 0.5 * Math.min(Math.sqrt(spent / 2), Math.sqrt(-Math.expm1(-spent)));
    }

    /** The least epsilon over all orders; the exponent is convex in the order's logarithm, so that thirds find it. */
    private static double epsilon(double rho, double delta) {
        if (rho == 0) {
            return 0;
        }
        double low = Math.log(LEAST_ORDER - 1);
        double high = Math.log(MOST_ORDER);
        while (high - low > 1e-9) {
            double third = (high - low) / 3;
            if (epsilonAt(low + third, rho, delta) < epsilonAt(high - third, rho, delta)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return Math.max(0, epsilonAt(low, rho, delta));
    }

    private static double epsilonAt(double logOrder, double rho, double delta) {
        double beyondOne = Math.exp(logOrder);
        double order = 1 + beyondOne;
        return rho * order + (-Math.log(delta) - Math.log(order)) / beyondOne + Math.log1p(-1 / order);
    }
}
