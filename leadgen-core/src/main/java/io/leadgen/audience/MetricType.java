package io.leadgen.audience;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.Locale;

/** What is computed over an audience. */
public enum MetricType {
    /** Units with a value in the column; with column {@code *}, all units. */
    COUNT,
    /** The sum of the units' values, each clamped to the column's bounds. */
    SUM,
    /** The mean of the units' values, each clamped to the column's bounds; a unit with many rows counts once. */
    AVG,
    /** The first percentile: one person's value never leaves, so the true minimum is not on offer. */
    MIN,
    /** The ninety-ninth percentile: one person's value never leaves, so the true maximum is not on offer. */
    MAX;

    /**
     * Reads a name, without regard to case.
     *
     * @throws LeadgenException METRIC_UNSUPPORTED
     */
    public static MetricType parse(String text) {
        try {
            return valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw LeadgenException.of(
                    ErrorCode.METRIC_UNSUPPORTED, "This metric is not on offer", "use COUNT, SUM, AVG, MIN or MAX");
        }
    }

    boolean isRobust() {
        return this == MIN || this == MAX;
    }
}
