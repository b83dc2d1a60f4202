package io.leadgen.question.answer;

import io.leadgen.question.answer.MetricEstimate.Clamping;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an audience breaks down.
 *
 * @param columns by which columns
 * @param metric what {@link Segment#metricValue} is, or null
 * @param segments in the order of the declared values or bands; those that were found in the data by their size, largest first
 * @param truncated whether there are more segments than are shown
 * @param found whether segments were found in the data: those that too few people share are then left out
 * @param perUnit in how many segments a person counts at most
 * @param clamping the bounds to which each person's value was clamped, and who lies outside; null without a metric
 */
public record AudienceSegments(
        List<String> columns,
        @Nullable GroupMetric metric,
        List<Segment> segments,
        boolean truncated,
        boolean found,
        int perUnit,
        @Nullable Clamping clamping,
        ReleaseInfo terms) {
    public AudienceSegments {
        columns = List.copyOf(columns);
        segments = List.copyOf(segments);
    }

    /**
     * A segment.
     *
     * @param key the value of each column, null for NULL, {@code (other)} for what is not declared; a band as {@code [18, 30)}
     * @param size how many people
     * @param metricValue the metric; null without one, and if the size is suppressed
     * @param metricInterval 95 % confidence interval of the metric before noise
     */
    public record Segment(
            Map<String, @Nullable String> key,
            NoisyCount size,
            @Nullable BigDecimal metricValue,
            @Nullable Interval metricInterval) {
        public Segment {
            key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        }
    }
}
