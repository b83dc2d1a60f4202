package io.leadgen.attacks.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    @Test
    void findsTheNumbersOfExactSums() {
        Random random = new Random(5);
        double[] numbers = random.doubles(20).toArray();
        LeastSquares found = new LeastSquares(numbers.length, 1e-9);
        for (int question = 0; question < 60; question++) {
            double[] weights = new double[numbers.length];
            double sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                weights[i] = random.nextInt(3);
                sum += weights[i] * numbers[i];
            }
            found.add(weights, sum);
        }
        assertThat(found.solution()).containsExactly(numbers, within(1e-7));
    }

    @Test
    void believesNothingWithoutSums() {
        assertThat(new LeastSquares(3, 4).solution()).containsOnly(0);
    }
}
