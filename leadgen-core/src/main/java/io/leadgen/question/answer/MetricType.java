package io.leadgen.question.answer;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.List;
import java.util.Locale;

/** What is computed over an audience. */
public enum MetricType {
    /** Units with a value in the column; with column {@code *}, all units. */
    COUNT,
    /** The sum of the units' values, each clamped to the column's bounds. */
    SUM,
    /** The mean of the units' values, each clamped to the column's bounds; a unit with many rows counts once. */
    AVG,
    /** The first percentile: one person's value never leaves, so the true minimum is not available. */
    MIN,
    /** The ninety-ninth percentile: one person's value never leaves, so the true maximum is not available. */
    MAX,
    /** The fiftieth percentile. */
    MEDIAN,
    /** Percentiles that the request names. */
    PERCENTILE;

    private static final int LOWEST = 1;
    private static final int MIDDLE = 50;
    private static final int HIGHEST = 99;

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
                    ErrorCode.METRIC_UNSUPPORTED,
                    "Unsupported metric",
                    "use COUNT, SUM, AVG, MIN, MAX, MEDIAN or P1 to P99");
        }
    }

    /** The percentiles that this type means by itself. */
    public List<Integer> percents() {
        return switch (this) {
            case MIN -> List.of(LOWEST);
            case MEDIAN -> List.of(MIDDLE);
            case MAX -> List.of(HIGHEST);
            case COUNT, SUM, AVG, PERCENTILE -> List.of();
        };
    }
}
