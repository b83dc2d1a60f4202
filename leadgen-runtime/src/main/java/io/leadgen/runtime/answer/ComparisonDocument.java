package io.leadgen.runtime.answer;

import io.leadgen.question.answer.AudienceComparison;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How two audiences differ in size. */
public final class ComparisonDocument {
    private ComparisonDocument() {}

    public static Map<String, @Nullable Object> of(AudienceComparison answer) {
        Map<String, @Nullable Object> size = new LinkedHashMap<>();
        size.put("first", Parts.sized(answer.first()));
        size.put("second", Parts.sized(answer.second()));
        size.put("both", Parts.sized(answer.both()));
        size.put("only_first", Parts.sized(answer.onlyFirst()));
        size.put("only_second", Parts.sized(answer.onlySecond()));
        size.put("difference", difference(answer.difference()));
        Map<String, @Nullable Object> tree = Parts.table(answer.terms().table());
        tree.put("size", size);
        return Parts.with(answer.terms(), tree);
    }

    private static @Nullable Map<String, @Nullable Object> difference(
            AudienceComparison.@Nullable Difference difference) {
        if (difference == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("approx_count", difference.count());
        tree.put("interval", Parts.interval(difference.interval()));
        return tree;
    }
}
