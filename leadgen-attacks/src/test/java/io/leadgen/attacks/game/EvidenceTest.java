package io.leadgen.attacks.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadgen.attacks.game.Evidence.Accuracy;
import io.leadgen.attacks.game.Evidence.Leaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    /** By its definition: at either end, what was seen and all that is more extreme has a chance of half a percent. */
    @ParameterizedTest
    @CsvSource({"1, 10", "8, 10", "55, 100", "512, 1000", "999, 1000"})
    void theIntervalIsThatOfClopperAndPearson(int right, int trials) {
        Accuracy accuracy = new Accuracy(right, trials, 0.5);

        assertThat(atLeast(right, trials, accuracy.low())).isEqualTo(0.005, within(1e-9));
        assertThat(1 - atLeast(right + 1, trials, accuracy.high())).isEqualTo(0.005, within(1e-9));
    }

    private static double atLeast(int right, int trials, double chance) {
        double sum = 0;
        double logOfWays = 0;
        for (int i = 0; i <= trials; i++) {
            if (i >= right) {
                sum += Math.exp(logOfWays + i * Math.log(chance) + (trials - i) * Math.log1p(-chance));
            }
            logOfWays += Math.log(trials - i) - Math.log(i + 1);
        }
        return sum;
    }

    @Test
    void nothingAndEverythingHaveOneEnd() {
        assertThat(new Accuracy(0, 10, 0.5).low()).isZero();
        assertThat(new Accuracy(0, 10, 0.5).high()).isEqualTo(1 - Math.pow(0.005, 0.1), within(1e-12));
        assertThat(new Accuracy(10, 10, 0.5).high()).isEqualTo(1);
        assertThat(new Accuracy(10, 10, 0.5).low()).isEqualTo(Math.pow(0.005, 0.1), within(1e-12));
    }

    @Test
    void aVerdictNeedsMoreThanBadLuck() {
        assertThat(new Accuracy(620, 1000, 0.55).keepsThePromise()).isTrue();
        assertThat(new Accuracy(630, 1000, 0.55).keepsThePromise()).isFalse();
        assertThat(new Accuracy(1000, 1000, null).keepsThePromise()).isTrue();
        assertThat(new Accuracy(90, 100, null).breaks()).isFalse();
        assertThat(new Accuracy(94, 100, null).breaks()).isTrue();
        assertThat(new Leaks(0, 10, "fields").keepsThePromise()).isTrue();
        assertThat(new Leaks(1, 10, "fields").keepsThePromise()).isFalse();
    }
}
