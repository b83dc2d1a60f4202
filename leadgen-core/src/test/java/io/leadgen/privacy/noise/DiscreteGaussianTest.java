package io.leadgen.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscreteGaussianTest {
    private static final int DRAWS = 100_000;

    /** A correct sampler fails for one seed in 100,000; the seed is fixed, so it either fails always or never. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 40, 80})
    void drawsFollowTheDistribution(int sigma) {
        DiscreteGaussian gaussian = new DiscreteGaussian(new SplittableRandom(20_261_124L + sigma));
        int reach = 8 * sigma + 8;
        long[] observed = new long[2 * reach + 1];
        for (int i = 0; i < DRAWS; i++) {
            int draw = gaussian.sample(BigInteger.valueOf(sigma)).intValueExact();
            assertThat(Math.abs(draw)).isLessThanOrEqualTo(reach);
            observed[draw + reach]++;
        }
        double[] probability = new double[observed.length];
        for (int i = 0; i < probability.length; i++) {
            double x = i - reach;
            probability[i] = Math.exp(-x * x / (2.0 * sigma * sigma));
        }
        double total = Arrays.stream(probability).sum();

        double statistic = 0;
        int freedom = -1;
        double expectedInBin = 0;
        double observedInBin = 0;
        for (int i = 0; i < probability.length; i++) {
            expectedInBin += probability[i] / total * DRAWS;
            observedInBin += observed[i];
            if (expectedInBin >= 10) {
                statistic += (observedInBin - expectedInBin) * (observedInBin - expectedInBin) / expectedInBin;
                freedom++;
                expectedInBin = 0;
                observedInBin = 0;
            }
        }
        assertThat(statistic).isLessThan(chiSquareQuantile(freedom, 4.265));
    }

    /** Wilson and Hilferty's approximation; {@code z} is the normal quantile of the level, 4.265 for 1 - 10^-5. */
    private static double chiSquareQuantile(int freedom, double z) {
        double spread = 2.0 / (9 * freedom);
        return freedom * Math.pow(1 - spread + z * Math.sqrt(spread), 3);
    }

    @Test
    void scaledNoiseHasTheScaledDeviation() {
        BigInteger sigma = BigInteger.valueOf(40L << 20);
        DiscreteGaussian gaussian = new DiscreteGaussian(new SplittableRandom(7));
        double sum = 0;
        double squares = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            double draw = gaussian.sample(sigma).doubleValue() / sigma.doubleValue();
            sum += draw;
            squares += draw * draw;
        }
        assertThat(sum / draws).isCloseTo(0, within(4.5 / Math.sqrt(draws)));
        assertThat(squares / draws).isCloseTo(1, within(4.5 * Math.sqrt(2.0 / draws)));
    }

    @Test
    void takesAnyGeneratorOfBits() {
        assertThat(new DiscreteGaussian(new SecureRandom()).sample(BigInteger.valueOf(40)))
                .isBetween(BigInteger.valueOf(-4000), BigInteger.valueOf(4000));
    }

    @Test
    void refusesNoNoise() {
        DiscreteGaussian gaussian = new DiscreteGaussian(new SplittableRandom(1));
        assertThatThrownBy(() -> gaussian.sample(BigInteger.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
