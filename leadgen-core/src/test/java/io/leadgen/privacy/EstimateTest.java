package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.privacy.Mechanism.Value.Estimate;
import io.leadgen.privacy.policy.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    @ParameterizedTest
    @CsvSource({"1000, 40", "15000, 71", "100000, 504", "1000000, 640", "-500, 40"})
    void asksForFinerNoiseForSmallerAudiences(double audience, int sigma) {
        assertThat(new Estimate(audience, 1).sigmaFor(Precision.parse("1%"), 640, 40, 640))
                .isEqualTo(sigma);
    }
}
