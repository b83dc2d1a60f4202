package io.leadgen.question.answer;

import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number of people as it may be disclosed.
 *
 * @param approxCount the noisy number, at least 0; null if suppressed
 * @param suppressed whether the noisy number is too small to be disclosed
 * @param interval 95 % confidence interval of the number before noise; null if suppressed
 */
public record NoisyCount(
        @Nullable Long approxCount,
        boolean suppressed,
        @Nullable Interval interval) {
    /** The probability with which an interval holds the number before noise. */
    public static final double CONFIDENCE = 0.95;

    private static final int SHARE_DIGITS = 4;

    /** A number about which nothing was released. */
    public static final NoisyCount SUPPRESSED = new NoisyCount(null, true, null);

    public static NoisyCount of(NoisyValue count, CallerClass callerClass) {
        if (count.sigma() == 0) {
            // Not measured: it follows from the question.
            return new NoisyCount(whole(count).longValueExact(), false, interval(whole(count), 0));
        }
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

    /** The noisy number as a whole number; can be below zero. Sums are made of these, so that they add up. */
    public static BigDecimal whole(NoisyValue count) {
        return count.value().setScale(0, RoundingMode.HALF_EVEN);
    }

    /** The share of {@code whole} that this is, 0 to 1; null if one of the two is suppressed or {@code whole} is 0. */
    public @Nullable BigDecimal shareOf(NoisyCount whole) {
        return approxCount == null || whole.approxCount == null || whole.approxCount == 0
                ? null
                : share(BigDecimal.valueOf(approxCount), BigDecimal.valueOf(whole.approxCount));
    }

    /** A share, 0 to 1, to as many digits as a share of noisy numbers is likely to have. */
    public static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, SHARE_DIGITS, RoundingMode.HALF_EVEN)
                .min(BigDecimal.ONE)
                .max(BigDecimal.ZERO);
    }

    private static Interval interval(BigDecimal count, double sigma) {
        BigDecimal half = BigDecimal.valueOf(Precision.Z95 * sigma);
        return new Interval(
                count.subtract(half).setScale(0, RoundingMode.HALF_EVEN).max(BigDecimal.ZERO),
                count.add(half).setScale(0, RoundingMode.HALF_EVEN),
                CONFIDENCE);
    }
}
