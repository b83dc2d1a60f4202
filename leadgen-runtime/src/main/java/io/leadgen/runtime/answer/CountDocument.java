package io.leadgen.runtime.answer;

import io.leadgen.question.answer.AudienceEstimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sizes of audiences. */
public final class CountDocument {
    private CountDocument() {}

    /** The size of an audience. */
    public static Map<String, @Nullable Object> of(AudienceEstimate estimate) {
        Map<String, @Nullable Object> tree = Parts.table(estimate.table());
        tree.put("approx_count", estimate.approxCount());
        tree.put("predicate", estimate.predicate());
        tree.put("suppressed", estimate.suppressed());
        tree.put("below", estimate.below());
        tree.put("interval", Parts.interval(estimate.interval()));
        if (estimate.coarse()) {
            tree.put("coarse", true);
        }
        tree.put("privacy", Parts.privacy(estimate.privacy()));
        tree.put("applied", Parts.applied(estimate.applied()));
        tree.put("request_id", estimate.requestId());
        tree.put("elapsed_ms", estimate.elapsedMs());
        return tree;
    }

    /** The sizes of several audiences. */
    public static Map<String, @Nullable Object> of(List<AudienceEstimate> estimates) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("counts", estimates.stream().map(CountDocument::of).toList());
        return tree;
    }
}
