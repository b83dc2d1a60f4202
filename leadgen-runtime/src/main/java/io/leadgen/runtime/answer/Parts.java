package io.leadgen.runtime.answer;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What several answers say in the same words. */
final class Parts {
    private Parts() {}

    static Map<String, @Nullable Object> table(TableName name) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalog", name.catalog());
        tree.put("schema", name.schema());
        tree.put("table", name.table());
        return tree;
    }

    static Map<String, @Nullable Object> subject(ReleaseInfo terms) {
        Map<String, @Nullable Object> tree = table(terms.table());
        tree.put("predicate", terms.predicate());
        return tree;
    }

    static Map<String, @Nullable Object> with(ReleaseInfo terms, Map<String, @Nullable Object> tree) {
        tree.put("below", terms.below());
        if (terms.coarse()) {
            tree.put("coarse", true);
        }
        tree.put("privacy", privacy(terms.privacy()));
        tree.put("applied", applied(terms.applied()));
        tree.put("request_id", terms.requestId());
        tree.put("elapsed_ms", terms.elapsedMs());
        return tree;
    }

    static Map<String, @Nullable Object> sized(NoisyCount count) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        size(tree, count);
        return tree;
    }

    static void size(Map<String, @Nullable Object> tree, NoisyCount count) {
        tree.put("approx_count", count.approxCount());
        tree.put("suppressed", count.suppressed());
        tree.put("interval", interval(count.interval()));
    }

    static @Nullable Map<String, @Nullable Object> interval(@Nullable Interval interval) {
        if (interval == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("low", interval.low());
        tree.put("high", interval.high());
        tree.put("confidence", interval.confidence());
        return tree;
    }

    static Map<String, @Nullable Object> privacy(PrivacyStatement privacy) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("unit", privacy.unit());
        tree.put("class", privacy.callerClass());
        tree.put("cost", privacy.cost().rho().value());
        tree.put("budget_left", privacy.budgetLeft().rho().value());
        tree.put("questions_left", privacy.questionsLeft());
        tree.put("epoch_ends", privacy.epochEnds());
        if (!privacy.cost().delta().equals(Delta.ZERO)) {
            tree.put("delta", privacy.cost().delta().value());
            tree.put("delta_left", privacy.budgetLeft().delta().value());
        }
        tree.put("repeated", privacy.repeated());
        return tree;
    }

    static Map<String, @Nullable Object> applied(AppliedPolicy applied) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("require", applied.require());
        tree.put("row_filter", applied.rowFilter());
        tree.put("partition", applied.partition());
        return tree;
    }

    static List<Number> bounds(Bounds bounds) {
        return List.of(plain(bounds.lower()), plain(bounds.upper()));
    }

    /** 20000 and not 20000.0, as people write bounds; but no rows of zeros for what is very large or very small. */
    private static Number plain(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return Math.abs(decimal.scale()) <= 15 ? decimal : (Number) value;
    }
}
