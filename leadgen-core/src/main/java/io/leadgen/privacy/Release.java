package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * What left the mechanism for one question: noisy values only.
 *
 * @param count the noisy number of units
 * @param details further noisy values, by the kind of question
 * @param coarse whether the budget allowed the coarse answer only
 * @param cost what the question cost altogether
 */
public record Release(NoisyValue count, List<NoisyValue> details, boolean coarse, Rho cost) {
    public Release {
        requireNonNull(count, "count");
        requireNonNull(cost, "cost");
        details = List.copyOf(details);
    }

    /**
     * A value with its noise.
     *
     * @param value unbiased; can be below zero for a count
     * @param sigma the standard deviation of its noise, 0 where the value was chosen and not measured
     */
    public record NoisyValue(BigDecimal value, double sigma) {}
}
