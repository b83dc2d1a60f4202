package io.leadgen.privacy.noise;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * Whole-number noise with P(x) proportional to exp(-x² / (2 sigma²)), drawn exactly.
 *
 * <p>Source: Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy", 2020, algorithms 2 and 3. Adding
 * it to an integer that one person changes by at most {@code d} gives (d² / (2 sigma²))-zCDP. The time that a draw takes is
 * random but independent of the data.
 */
public final class DiscreteGaussian {
    private final ExactRandom random;

    /** @param bits where randomness comes from: a {@code SecureRandom} in production, a seeded source in tests */
    public DiscreteGaussian(RandomGenerator bits) {
        this.random = new ExactRandom(bits);
    }

    /**
     * Draws once.
     *
     * @param sigma the standard deviation (to a relative error far below 10^-9 for sigma of 3 and more); at least 1
     */
    public BigInteger sample(BigInteger sigma) {
        if (sigma.signum() <= 0) {
            throw new IllegalArgumentException("sigma is at least 1");
        }
        BigInteger variance = sigma.multiply(sigma);
        BigInteger scale = sigma.add(BigInteger.ONE);
        BigInteger denominator = variance.multiply(scale).multiply(scale).multiply(BigInteger.TWO);
        while (true) {
            BigInteger candidate = laplace(scale);
            BigInteger deviation = candidate.abs().multiply(scale).subtract(variance);
            if (random.bernoulliExp(deviation.multiply(deviation), denominator)) {
                return candidate;
            }
        }
    }

    /** P(x) proportional to exp(-|x| / scale). */
    private BigInteger laplace(BigInteger scale) {
        while (true) {
            BigInteger remainder = random.uniform(scale);
            if (!random.bernoulliExp(remainder, scale)) {
                continue;
            }
            BigInteger magnitude = remainder;
            while (random.bernoulliExp(BigInteger.ONE, BigInteger.ONE)) {
                magnitude = magnitude.add(scale);
            }
            boolean negative = random.coin();
            if (negative && magnitude.signum() == 0) {
                continue;
            }
            return negative ? magnitude.negate() : magnitude;
        }
    }
}
