package io.leadgen.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantileMechanismTest {
    private static final int SIGMA = 40;

    private final QuantileMechanism mechanism = new QuantileMechanism(new SplittableRandom(11));

    @Test
    void choosesNearTheQuantileOfAManyPeople() {
        BigInteger[] bins = filled(4096, BigInteger.valueOf(100));
        for (int percent : new int[] {1, 50, 99}) {
            assertThat((double) mechanism.choose(bins, percent, SIGMA)).isCloseTo(4096 * percent / 100.0, within(12.0));
        }
    }

    @Test
    void followsTheExponentialDistributionOfRankDistances() {
        // Bins 0..4 have 0, 40, 80, 120 and 160 people below them; the median is the 100th, in bin 2.
        BigInteger[] bins = filled(5, BigInteger.valueOf(SIGMA));
        int draws = 40_000;
        double[] share = new double[5];
        for (int i = 0; i < draws; i++) {
            share[mechanism.choose(bins, 50, SIGMA)] += 1.0 / draws;
        }
        double total = 1 + 2 * Math.exp(-0.5) + 2 * Math.exp(-1.5);
        assertThat(share[2]).isCloseTo(1 / total, within(0.012));
        assertThat(share[1]).isCloseTo(Math.exp(-0.5) / total, within(0.012));
        assertThat(share[4]).isCloseTo(Math.exp(-1.5) / total, within(0.012));
    }

    @Test
    void choosesTheBinOfAValueThatManyShare() {
        BigInteger[] bins = filled(4096, BigInteger.ZERO);
        bins[7] = BigInteger.valueOf(60_000);
        bins[4000] = BigInteger.valueOf(40_000);
        for (int percent : new int[] {1, 40, 59}) {
            assertThat(mechanism.choose(bins, percent, SIGMA)).isEqualTo(7);
        }
        assertThat(mechanism.choose(bins, 61, SIGMA)).isEqualTo(4000);
    }

    @Test
    void anEmptyHistogramGivesAnyBin() {
        boolean[] seen = new boolean[4];
        for (int i = 0; i < 1000; i++) {
            seen[mechanism.choose(filled(4, BigInteger.ZERO), 99, SIGMA)] = true;
        }
        assertThat(seen).containsOnly(true);
    }

    private static BigInteger[] filled(int size, BigInteger value) {
        BigInteger[] bins = new BigInteger[size];
        Arrays.fill(bins, value);
        return bins;
    }
}
