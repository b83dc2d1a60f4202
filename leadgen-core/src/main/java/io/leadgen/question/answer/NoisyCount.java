package io.leadgen.question.answer;

import io.leadgen.privacy.Precision;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.policy.CallerClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number of people as it may be told.
 *
 * @param approxCount the noisy number, at least 0; null if suppressed
 * @param suppressed whether the noisy number is too small to be told
 * @param interval where the number before noise lies; null if suppressed
 */
public record NoisyCount(
        @Nullable Long approxCount,
        boolean suppressed,
        @Nullable Interval interval) {
    static final double CONFIDENCE = 0.95;

    /** A number about which nothing was released. */
    public static final NoisyCount SUPPRESSED = new NoisyCount(null, true, null);

    public static NoisyCount of(NoisyValue count, CallerClass callerClass) {
        return of(whole(count), count.sigma(), callerClass);
    }

    /**
     * The number as it may be shown.
     *
     * @param sigma the standard deviation of the noise that is in the count
     */
    public static NoisyCount of(BigDecimal count, double sigma, CallerClass callerClass) {
        return count.compareTo(BigDecimal.valueOf(callerClass.threshold())) < 0
                ? SUPPRESSED
                : new NoisyCount(count.longValueExact(), false, interval(count, sigma));
    }

    /** The noisy number without digits behind the point; can be below zero. Sums are made of these, so that they add up. */
    public static BigDecimal whole(NoisyValue count) {
        return count.value().setScale(0, RoundingMode.HALF_EVEN);
    }

    private static Interval interval(BigDecimal count, double sigma) {
        BigDecimal half = BigDecimal.valueOf(Precision.Z95 * sigma);
        return new Interval(
                count.subtract(half).setScale(0, RoundingMode.HALF_EVEN).max(BigDecimal.ZERO),
                count.add(half).setScale(0, RoundingMode.HALF_EVEN),
                CONFIDENCE);
    }
}
