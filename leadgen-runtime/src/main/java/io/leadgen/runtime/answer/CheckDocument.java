package io.leadgen.runtime.answer;

import io.leadgen.catalog.ColumnName;
import io.leadgen.question.answer.PredicateCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a count would ask and cost. */
public final class CheckDocument {
    private CheckDocument() {}

    public static Map<String, @Nullable Object> of(PredicateCheck check) {
        Map<String, @Nullable Object> cost = new LinkedHashMap<>();
        cost.put("least", check.costLeast().value());
        cost.put("most", check.costMost().value());
        Map<String, @Nullable Object> tree = Parts.table(check.table());
        tree.put("valid", true);
        tree.put("predicate", check.predicate());
        tree.put("canonical", check.canonical());
        tree.put("columns", check.columns().stream().map(ColumnName::value).toList());
        tree.put("cost", cost);
        tree.put("budget_left", check.budgetLeft().value());
        tree.put("applied", Parts.applied(check.applied()));
        tree.put("sql", check.sql());
        tree.put("request_id", check.requestId());
        return tree;
    }
}
