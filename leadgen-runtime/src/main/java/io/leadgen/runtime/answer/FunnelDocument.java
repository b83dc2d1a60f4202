package io.leadgen.runtime.answer;

import io.leadgen.question.answer.AudienceFunnel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far people get. */
public final class FunnelDocument {
    private FunnelDocument() {}

    public static Map<String, @Nullable Object> of(AudienceFunnel answer) {
        Map<String, @Nullable Object> start = new LinkedHashMap<>();
        Parts.size(start, answer.start());
        Map<String, @Nullable Object> tree = Parts.subject(answer.terms());
        tree.put("start", start);
        tree.put("steps", answer.steps().stream().map(FunnelDocument::step).toList());
        return Parts.with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> step(AudienceFunnel.Step step) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("predicate", step.predicate());
        Parts.size(tree, step.size());
        tree.put("share", step.share());
        tree.put("share_of_first", step.shareOfFirst());
        return tree;
    }
}
