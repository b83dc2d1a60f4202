package io.leadgen.question.answer;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Bounds;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric over the people who match a condition.
 *
 * @param metricColumn the column, or {@code *}
 * @param metricValue the noisy value; null if suppressed, and if several percentiles were requested
 * @param percentiles the requested percentiles, in the order of the request; empty for other metrics and if suppressed
 * @param approxCount the noisy number of units with a value in the column, null if that is suppressed
 * @param predicate the predicate as it was written, or null for everyone
 * @param suppressed whether too few units have a value for the metric to be disclosed
 * @param below the size below which a metric is suppressed; null if this one is not
 * @param interval 95 % confidence interval of the value before noise, after clamping; null if suppressed, and for percentiles
 * @param clamping the bounds to which each unit's value was clamped, and who lies outside; null for COUNT
 * @param robust whether the value is a percentile instead of the extreme: 1 % for MIN, 99 % for MAX
 * @param coarse whether the budget allowed only a coarser answer than requested
 */
public record MetricEstimate(
        TableName table,
        MetricType metricType,
        String metricColumn,
        @Nullable BigDecimal metricValue,
        List<Percentile> percentiles,
        @Nullable Long approxCount,
        @Nullable String predicate,
        boolean suppressed,
        @Nullable Integer below,
        @Nullable Interval interval,
        @Nullable Clamping clamping,
        boolean robust,
        boolean coarse,
        PrivacyStatement privacy,
        AppliedPolicy applied,
        String requestId,
        long elapsedMs) {
    public MetricEstimate {
        percentiles = List.copyOf(percentiles);
    }

    /**
     * A value counts as the nearer bound where it lies outside.
     *
     * @param bounds lower and upper bound
     * @param outside who lies outside, among all people of the table with a value; null where the data owner declares the bounds
     */
    public record Clamping(Bounds bounds, @Nullable Outside outside) {
        /** From what a range's release holds: both ends, how many lie below and above, and all. */
        public static Clamping found(List<BigDecimal> range) {
            BigDecimal all = range.get(4).max(BigDecimal.ONE);
            return new Clamping(
                    new Bounds(range.get(0).doubleValue(), range.get(1).doubleValue()),
                    new Outside(NoisyCount.share(range.get(2), all), NoisyCount.share(range.get(3), all)));
        }

        /**
         * Shares of people, 0 to 1, with noise.
         *
         * @param below of those whose value is below the lower bound
         * @param above of those whose value is above the upper bound
         */
        public record Outside(BigDecimal below, BigDecimal above) {}
    }

    /** This without a value. */
    public MetricEstimate suppressed(int leastPeople) {
        return new MetricEstimate(
                table,
                metricType,
                metricColumn,
                null,
                percentiles,
                approxCount,
                predicate,
                true,
                leastPeople,
                null,
                clamping,
                robust,
                coarse,
                privacy,
                applied,
                requestId,
                elapsedMs);
    }

    /**
     * A value with about {@code percent} in a hundred values below it.
     *
     * @param value null where the noise says too little of its rank
     * @param rank the percentiles that the value is, 0 to 100, with 95 % confidence: from the share of values below it to that of
     *     values not above it. Wide where many people share the value. Null without a value
     */
    public record Percentile(
            int percent,
            @Nullable BigDecimal value,
            @Nullable Interval rank) {}
}
