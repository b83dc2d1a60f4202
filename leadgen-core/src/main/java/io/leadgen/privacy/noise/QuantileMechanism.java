package io.leadgen.privacy.noise;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * Chooses an edge of a grid near a quantile of the values, by the exponential mechanism: an edge whose rank is {@code d}
 * units away from the requested one is chosen with probability proportional to exp(-d / sigma). Never returns a row's value.
 *
 * <p>One unit changes every rank distance by 1 at most, so that a choice is (2/sigma)-DP with bounded range, and costs
 * 1/(2 sigma²) of zCDP, as much as Gaussian noise of the same sigma (Rogers and Steinke 2021). Drawn exactly, by rejection
 * with the integer arithmetic of {@link ExactRandom}; floating-point weights could be read back (Ilvento 2020).
 */
public final class QuantileMechanism {
    private final ExactRandom random;

    public QuantileMechanism(RandomGenerator bits) {
        this.random = new ExactRandom(bits);
    }

    /**
     * Chooses an edge.
     *
     * @param bins the number of units in each bin
     * @param percent which quantile, 0 to 100
     * @return the index of the bin whose lower edge was chosen, or {@code bins.length} for the upper edge of the last one
     */
    public int choose(BigInteger[] bins, int percent, int sigma) {
        BigInteger[] distances = distances(bins, percent);
        BigInteger nearest = distances[0];
        for (BigInteger distance : distances) {
            nearest = nearest.min(distance);
        }
        BigInteger candidates = BigInteger.valueOf(distances.length);
        BigInteger denominator = BigInteger.valueOf(100L * sigma);
        while (true) {
            int edge = random.uniform(candidates).intValueExact();
            if (random.bernoulliExp(distances[edge].subtract(nearest), denominator)) {
                return edge;
            }
        }
    }

    /** A hundred times the distance in rank of each edge from the quantile. */
    private static BigInteger[] distances(BigInteger[] bins, int percent) {
        BigInteger total = BigInteger.ZERO;
        for (BigInteger bin : bins) {
            total = total.add(bin);
        }
        BigInteger target = total.multiply(BigInteger.valueOf(percent));
        BigInteger[] distances = new BigInteger[bins.length + 1];
        BigInteger below = BigInteger.ZERO;
        for (int edge = 0; edge <= bins.length; edge++) {
            distances[edge] =
                    below.multiply(BigInteger.valueOf(100)).subtract(target).abs();
            if (edge < bins.length) {
                below = below.add(bins[edge]);
            }
        }
        return distances;
    }
}
