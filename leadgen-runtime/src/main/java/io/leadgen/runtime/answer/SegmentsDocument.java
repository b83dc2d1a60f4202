package io.leadgen.runtime.answer;

import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.GroupMetric;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an audience breaks down. */
public final class SegmentsDocument {
    private SegmentsDocument() {}

    public static Map<String, @Nullable Object> of(AudienceSegments answer) {
        Map<String, @Nullable Object> tree = Parts.subject(answer.terms());
        tree.put("columns", answer.columns());
        GroupMetric metric = answer.metric();
        if (metric != null) {
            tree.put("metric_type", metric.type().name());
            tree.put("metric_column", metric.column());
            tree.put("clamped_to", answer.clampedTo() == null ? null : Parts.bounds(answer.clampedTo()));
        }
        tree.put(
                "segments",
                answer.segments().stream()
                        .map(segment -> segment(segment, metric))
                        .toList());
        tree.put("truncated", answer.truncated());
        tree.put("found", answer.found());
        tree.put("per_unit", answer.perUnit());
        return Parts.with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> segment(
            AudienceSegments.Segment segment, @Nullable GroupMetric metric) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", segment.key());
        Parts.size(tree, segment.size());
        if (metric != null) {
            tree.put("metric_value", segment.metricValue());
            tree.put("metric_interval", Parts.interval(segment.metricInterval()));
        }
        return tree;
    }
}
