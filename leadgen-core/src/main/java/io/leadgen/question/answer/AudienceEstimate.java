package io.leadgen.question.answer;

import io.leadgen.catalog.TableName;
import org.jspecify.annotations.Nullable;

/**
 * How many people match a condition.
 *
 * @param approxCount the noisy number of privacy units, at least 0; null if suppressed
 * @param predicate the predicate as it was written, or null for everyone
 * @param suppressed whether the noisy number is too small to be disclosed
 * @param below the size below which an audience is suppressed; null if this one is not
 * @param interval 95 % confidence interval of the number before noise; null if suppressed
 * @param coarse whether the budget allowed only a coarser answer than requested
 */
public record AudienceEstimate(
        TableName table,
        @Nullable Long approxCount,
        @Nullable String predicate,
        boolean suppressed,
        @Nullable Integer below,
        @Nullable Interval interval,
        boolean coarse,
        PrivacyStatement privacy,
        AppliedPolicy applied,
        String requestId,
        long elapsedMs) {
    /** Whether the number is 0 without any noise, because no row can meet the predicate. It costs nothing and holds for ever. */
    public boolean isOfNobody() {
        return interval != null && interval.high().signum() == 0;
    }
}
