package io.leadgen.privacy.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuaranteeTest {
    private static PrivacyLoss rho(String rho) {
        return PrivacyLoss.of(Rho.of(new BigDecimal(rho)));
    }

    /** The epsilons by the formula of the paper over a grid of 200,000 orders, computed apart from this code. */
    @ParameterizedTest
    @CsvSource({"0.1, 2.3484, 0.5885, 0.6119", "0.5, 5.6709, 0.6915, 0.75", "1.0, 8.3, 0.7603, 0.8536"})
    void saysWhatABudgetMeans(String rho, double epsilon, double gaussian, double any) {
        assertThat(Guarantee.ofGaussian(rho(rho)).epsilon()).isCloseTo(epsilon, within(epsilon > 8 ? 0.1 : 0.0001));
        assertThat(Guarantee.ofGaussian(rho(rho)).ceiling()).isCloseTo(gaussian, within(0.0001));
        assertThat(Guarantee.ofAny(rho(rho)).ceiling()).isCloseTo(any, within(0.0001));
    }

    @Test
    void nothingSpentIsNothingLearned() {
        Guarantee nothing = Guarantee.ofAny(PrivacyLoss.NONE);
        assertThat(nothing.epsilon()).isZero();
        assertThat(nothing.ceiling()).isEqualTo(0.5);
    }

    @Test
    void deltaAddsToTheChance() {
        PrivacyLoss spent = new PrivacyLoss(Rho.of(new BigDecimal("0.1")), Delta.of(new BigDecimal("0.001")));
        assertThat(Guarantee.ofGaussian(spent).delta()).isCloseTo(0.0010001, within(1e-12));
        assertThat(Guarantee.ofGaussian(spent).ceiling()).isCloseTo(0.5895, within(0.0001));
    }
}
