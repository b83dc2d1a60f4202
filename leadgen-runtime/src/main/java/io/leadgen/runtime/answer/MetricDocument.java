package io.leadgen.runtime.answer;

import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A metric over an audience. */
public final class MetricDocument {
    private MetricDocument() {}

    public static Map<String, @Nullable Object> of(MetricEstimate estimate) {
        Map<String, @Nullable Object> tree = Parts.table(estimate.table());
        tree.put("metric_type", estimate.metricType().name());
        tree.put("metric_column", estimate.metricColumn());
        tree.put("metric_value", estimate.metricValue());
        if (estimate.metricType() == MetricType.PERCENTILE) {
            tree.put(
                    "percentiles",
                    estimate.percentiles().stream()
                            .map(MetricDocument::percentile)
                            .toList());
        }
        tree.put("approx_count", estimate.approxCount());
        tree.put("predicate", estimate.predicate());
        tree.put("suppressed", estimate.suppressed());
        tree.put("below", estimate.below());
        tree.put("interval", Parts.interval(estimate.interval()));
        tree.put("clamped_to", estimate.clampedTo() == null ? null : Parts.bounds(estimate.clampedTo()));
        tree.put("robust", estimate.robust());
        if (estimate.coarse()) {
            tree.put("coarse", true);
        }
        tree.put("privacy", Parts.privacy(estimate.privacy()));
        tree.put("applied", Parts.applied(estimate.applied()));
        tree.put("request_id", estimate.requestId());
        tree.put("elapsed_ms", estimate.elapsedMs());
        return tree;
    }

    private static Map<String, @Nullable Object> percentile(MetricEstimate.Percentile percentile) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("percentile", percentile.percent());
        tree.put("value", percentile.value());
        return tree;
    }
}
