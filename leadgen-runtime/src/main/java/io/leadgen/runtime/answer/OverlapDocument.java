package io.leadgen.runtime.answer;

import io.leadgen.question.answer.AudienceOverlap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How audiences overlap. */
public final class OverlapDocument {
    private OverlapDocument() {}

    public static Map<String, @Nullable Object> of(AudienceOverlap answer) {
        Map<String, @Nullable Object> audiences = new LinkedHashMap<>();
        answer.audiences().forEach((name, member) -> {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("predicate", member.predicate());
            Parts.size(tree, member.size());
            tree.put("adds", Parts.sized(member.adds()));
            audiences.put(name, tree);
        });
        Map<String, @Nullable Object> tree = Parts.subject(answer.terms());
        tree.put("audiences", audiences);
        tree.put("atoms", answer.atoms().stream().map(OverlapDocument::atom).toList());
        tree.put("reach", Parts.sized(answer.reach()));
        tree.put("pairs", answer.pairs().stream().map(OverlapDocument::pair).toList());
        return Parts.with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> atom(AudienceOverlap.Atom atom) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("in", atom.in());
        Parts.size(tree, atom.size());
        return tree;
    }

    private static Map<String, @Nullable Object> pair(AudienceOverlap.Pair pair) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("first", pair.first());
        tree.put("second", pair.second());
        tree.put("both", Parts.sized(pair.both()));
        tree.put("either", Parts.sized(pair.either()));
        tree.put("only_first", Parts.sized(pair.onlyFirst()));
        tree.put("only_second", Parts.sized(pair.onlySecond()));
        tree.put("share_of_first", pair.shareOfFirst());
        tree.put("share_of_second", pair.shareOfSecond());
        return tree;
    }
}
