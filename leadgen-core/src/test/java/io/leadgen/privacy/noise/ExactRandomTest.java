package io.leadgen.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactRandomTest {
    private static final int DRAWS = 50_000;

    private final ExactRandom random = new ExactRandom(new SplittableRandom(42));

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 3", "1, 1", "5, 2", "10, 1"})
    void exponentialCoinHasItsProbability(int numerator, int denominator) {
        int hits = 0;
        for (int i = 0; i < DRAWS; i++) {
            if (random.bernoulliExp(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator))) {
                hits++;
            }
        }
        double expected = Math.exp(-(double) numerator / denominator);
        double deviation = Math.sqrt(expected * (1 - expected) / DRAWS);
        assertThat((double) hits / DRAWS).isCloseTo(expected, within(4.5 * deviation + 1e-9));
    }

    @Test
    void uniformReachesEveryValueAndNoOther() {
        int[] seen = new int[10];
        for (int i = 0; i < DRAWS; i++) {
            seen[random.uniform(BigInteger.TEN).intValueExact()]++;
        }
        for (int count : seen) {
            assertThat(count).isBetween(4_600, 5_400);
        }
        assertThat(random.uniform(BigInteger.ONE)).isZero();
    }
}
