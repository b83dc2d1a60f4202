package io.leadgen.runtime.answer;

import io.leadgen.question.answer.AudienceTrend;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an audience changes over time. */
public final class TrendDocument {
    private TrendDocument() {}

    public static Map<String, @Nullable Object> of(AudienceTrend answer) {
        Map<String, @Nullable Object> tree = Parts.subject(answer.terms());
        tree.put("time_column", answer.timeColumn());
        tree.put("every", answer.every());
        tree.put("zone", answer.zone());
        tree.put("windows", answer.windows().stream().map(TrendDocument::window).toList());
        tree.put("found", answer.found());
        tree.put("per_unit", answer.perUnit());
        return Parts.with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> window(AudienceTrend.Window window) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("start", window.start().toString());
        tree.put("end", window.end().toString());
        Parts.size(tree, window.size());
        return tree;
    }
}
