package io.leadgen.question.answer;

import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How two audiences differ in size. Every number is a sum of the same three parts, so that numbers which are not suppressed agree
 * to the unit.
 *
 * @param first how many people are in the first
 * @param second how many people are in the second
 * @param both in both
 * @param onlyFirst in the first and not in the second
 * @param onlySecond in the second and not in the first
 * @param difference how many more the second has; null if one of the two sizes is suppressed
 */
public record AudienceComparison(
        NoisyCount first,
        NoisyCount second,
        NoisyCount both,
        NoisyCount onlyFirst,
        NoisyCount onlySecond,
        @Nullable Difference difference,
        ReleaseInfo terms) {

    /**
     * How many more the second audience has.
     *
     * @param count below zero if it has fewer
     * @param interval 95 % confidence interval of the difference before noise; the people in both add no noise to it
     */
    public record Difference(long count, Interval interval) {}

    /**
     * A comparison from its three disjoint parts.
     *
     * @param sigma the standard deviation of the noise in each of the three parts
     */
    public static AudienceComparison of(
            BigDecimal onlyFirst,
            BigDecimal onlySecond,
            BigDecimal both,
            double sigma,
            CallerClass callerClass,
            ReleaseInfo terms) {
        double ofTwo = sigma * Math.sqrt(2);
        NoisyCount first = NoisyCount.of(onlyFirst.add(both), ofTwo, callerClass);
        NoisyCount second = NoisyCount.of(onlySecond.add(both), ofTwo, callerClass);
        return new AudienceComparison(
                first,
                second,
                NoisyCount.of(both, sigma, callerClass),
                NoisyCount.of(onlyFirst, sigma, callerClass),
                NoisyCount.of(onlySecond, sigma, callerClass),
                first.suppressed() || second.suppressed() ? null : difference(onlySecond.subtract(onlyFirst), ofTwo),
                terms);
    }

    private static Difference difference(BigDecimal count, double sigma) {
        BigDecimal half = BigDecimal.valueOf(Precision.Z95 * sigma);
        return new Difference(
                count.longValueExact(),
                new Interval(
                        count.subtract(half).setScale(0, RoundingMode.HALF_EVEN),
                        count.add(half).setScale(0, RoundingMode.HALF_EVEN),
                        NoisyCount.CONFIDENCE));
    }
}
