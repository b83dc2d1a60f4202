package io.leadgen.runtime.answer;

import io.leadgen.question.answer.ColumnProfile;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a column. */
public final class ProfileDocument {
    private ProfileDocument() {}

    public static Map<String, @Nullable Object> of(ColumnProfile answer) {
        Map<String, @Nullable Object> tree = Parts.subject(answer.terms());
        tree.put("column", answer.column());
        tree.put("type", answer.type());
        tree.put("kind", answer.kind().name().toLowerCase(Locale.ROOT));
        tree.put("values", answer.values().stream().map(ProfileDocument::value).toList());
        tree.put("null_share", answer.nullShare());
        tree.put("low", answer.low());
        tree.put("high", answer.high());
        tree.put("truncated", answer.truncated());
        return Parts.with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> value(ColumnProfile.Value value) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("value", value.value());
        tree.put("literal", value.literal());
        tree.put("condition", value.condition());
        Parts.size(tree, value.size());
        tree.put("share", value.share());
        return tree;
    }
}
