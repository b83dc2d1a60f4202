package io.leadgen.privacy.noise;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * Chooses the bin of a quantile by the exponential mechanism: a bin from which the quantile is {@code d} units away is chosen
 * with probability proportional to exp(-d / sigma). A bin that holds the quantile has a distance of 0, however many units share
 * one value.
 *
 * <p>One unit changes the number of units below an edge by 1 at most, and so every distance. So a choice is (2/sigma)-DP with
 * bounded range, and costs 1/(2 sigma²) of zCDP, as much as Gaussian noise of the same sigma (Rogers and Steinke 2021). Drawn
 * exactly, by rejection with the integer arithmetic of {@link ExactRandom}; floating-point weights could be read back (Ilvento 2020).
 */
public final class QuantileMechanism {
    private final ExactRandom random;

    public QuantileMechanism(RandomGenerator bits) {
        this.random = new ExactRandom(bits);
    }

    /**
     * Chooses a bin.
     *
     * @param bins the number of units in each bin
     * @param percent which quantile, 0 to 100
     * @return the index of a bin
     */
    public int choose(BigInteger[] bins, int percent, int sigma) {
        BigInteger[] distances = distances(bins, percent);
        BigInteger candidates = BigInteger.valueOf(distances.length);
        BigInteger denominator = BigInteger.valueOf(100L * sigma);
        while (true) {
            int bin = random.uniform(candidates).intValueExact();
            if (random.bernoulliExp(distances[bin], denominator)) {
                return bin;
            }
        }
    }

    /** A hundred times the distance in rank of each bin from the quantile. */
    private static BigInteger[] distances(BigInteger[] bins, int percent) {
        BigInteger total = BigInteger.ZERO;
        for (BigInteger bin : bins) {
            total = total.add(bin);
        }
        BigInteger target = total.multiply(BigInteger.valueOf(percent));
        BigInteger hundred = BigInteger.valueOf(100);
        BigInteger[] distances = new BigInteger[bins.length];
        BigInteger below = BigInteger.ZERO;
        for (int bin = 0; bin < bins.length; bin++) {
            BigInteger through = below.add(bins[bin].multiply(hundred));
            distances[bin] =
                    below.subtract(target).max(target.subtract(through)).max(BigInteger.ZERO);
            below = through;
        }
        return distances;
    }
}
