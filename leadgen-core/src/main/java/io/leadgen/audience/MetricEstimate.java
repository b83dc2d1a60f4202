package io.leadgen.audience;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Bounds;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A metric over the people who match a condition.
 *
 * @param metricColumn the column, or {@code *}
 * @param metricValue the noisy value, null if suppressed
 * @param approxCount the noisy number of units with a value in the column, null if suppressed
 * @param predicate the condition as it was asked, or null for everyone
 * @param suppressed whether too few units have a value for the metric to be told
 * @param below the size below which a metric is suppressed; null if this one is not
 * @param interval where the value before noise lies, clamping apart; null if suppressed, and for MIN and MAX
 * @param clampedTo the bounds to which each unit's value was clamped; null for COUNT
 * @param robust whether the value is a percentile that stands for the extreme: 1 % for MIN, 99 % for MAX
 * @param coarse whether the budget allowed a coarser answer only than was asked for
 */
public record MetricEstimate(
        TableName table,
        MetricType metricType,
        String metricColumn,
        @Nullable BigDecimal metricValue,
        @Nullable Long approxCount,
        @Nullable String predicate,
        boolean suppressed,
        @Nullable Integer below,
        @Nullable Interval interval,
        @Nullable Bounds clampedTo,
        boolean robust,
        boolean coarse,
        PrivacyStatement privacy,
        Applied applied,
        String requestId,
        long elapsedMs) {}
