package io.leadgen.privacy.noise;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * Random choices of exactly stated probability, made from uniform bits with integer arithmetic only: floating-point noise has
 * holes through which true values can be read (Mironov 2012).
 *
 * <p>Running time varies with what is drawn; callers keep draws off timed paths.
 */
final class ExactRandom {
    private final RandomGenerator bits;

    ExactRandom(RandomGenerator bits) {
        this.bits = bits;
    }

    boolean coin() {
        return bits.nextBoolean();
    }

    /** Uniform on {@code 0 .. bound - 1}, by rejection. */
    BigInteger uniform(BigInteger bound) {
        int length = bound.subtract(BigInteger.ONE).bitLength();
        byte[] bytes = new byte[(length + Byte.SIZE - 1) / Byte.SIZE];
        if (bytes.length == 0) {
            return BigInteger.ZERO;
        }
        int mask = 0xFF >>> (bytes.length * Byte.SIZE - length);
        while (true) {
            bits.nextBytes(bytes);
            bytes[0] &= (byte) mask;
            BigInteger value = new BigInteger(1, bytes);
            if (value.compareTo(bound) < 0) {
                return value;
            }
        }
    }

    /** TRUE with probability {@code numerator / denominator}, which is at most 1. */
    boolean bernoulli(BigInteger numerator, BigInteger denominator) {
        return uniform(denominator).compareTo(numerator) < 0;
    }

    /**
     * TRUE with probability exp(-numerator/denominator); Canonne, Kamath and Steinke 2020, algorithm 1.
     *
     * @param numerator at least 0
     */
    boolean bernoulliExp(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        for (BigInteger whole = parts[0]; whole.signum() > 0; whole = whole.subtract(BigInteger.ONE)) {
            if (!bernoulliExpBelowOne(BigInteger.ONE, BigInteger.ONE)) {
                return false;
            }
        }
        return bernoulliExpBelowOne(parts[1], denominator);
    }

    private boolean bernoulliExpBelowOne(BigInteger numerator, BigInteger denominator) {
        long trial = 1;
        while (bernoulli(numerator, denominator.multiply(BigInteger.valueOf(trial)))) {
            trial++;
        }
        return trial % 2 == 1;
    }
}
