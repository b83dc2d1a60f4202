package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.question.answer.AudienceComparison;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.runtime.answer.ComparisonDocument;
import io.leadgen.runtime.audiences.PredicateDifference;
import io.leadgen.runtime.audiences.SavedAudience;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one saved audience differs from another. */
public final class AudienceDiffAnswer {
    private static final Fields FIELDS = Fields.of(
            "catalog",
            "schema",
            "table",
            "first.name",
            "first.version",
            "first.predicate",
            "second.name",
            "second.version",
            "second.predicate",
            "condition.same",
            "condition.only_first",
            "condition.only_second",
            "condition.both",
            "size.first.approx_count",
            "size.first.interval.low",
            "size.first.interval.high",
            "size.second.approx_count",
            "size.second.interval.low",
            "size.second.interval.high",
            "size.difference.approx_count",
            "size.difference.interval.low",
            "size.difference.interval.high",
            "size.only_first.approx_count",
            "size.only_first.interval.low",
            "size.only_first.interval.high",
            "size.only_second.approx_count",
            "size.only_second.interval.low",
            "size.only_second.interval.high",
            "size.both.approx_count",
            "size.both.interval.low",
            "size.both.interval.high",
            "below",
            "coarse",
            "privacy.unit",
            "privacy.class",
            "privacy.cost",
            "privacy.budget_left",
            "privacy.questions_left",
            "privacy.epoch_ends",
            "privacy.repeated",
            "applied.require",
            "applied.row_filter",
            "applied.partition",
            "request_id",
            "elapsed_ms");

    private AudienceDiffAnswer() {}

    /**
     * The answer; suppressed if sizes were asked and neither is told.
     *
     * @param size how the sizes differ, or null if that was not asked
     */
    public static Answer of(
            SavedAudience first,
            SavedAudience second,
            PredicateDifference condition,
            @Nullable AudienceComparison size,
            String requestId) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("catalog", first.table().catalog());
        document.put("schema", first.table().schema());
        document.put("table", first.table().table());
        document.put("first", side(first));
        document.put("second", side(second));
        Map<String, @Nullable Object> conditions = new LinkedHashMap<>();
        conditions.put("same", condition.same());
        conditions.put("only_first", condition.onlyFirst());
        conditions.put("only_second", condition.onlySecond());
        conditions.put("both", condition.both());
        document.put("condition", conditions);
        document.put("size", null);
        if (size != null) {
            document.putAll(ComparisonDocument.of(size));
        }
        document.put("request_id", requestId);
        return Answer.one(
                document,
                FIELDS,
                page -> write(page, first, second, condition, size, requestId),
                size != null && size.first().suppressed() && size.second().suppressed());
    }

    private static Map<String, @Nullable Object> side(SavedAudience audience) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", audience.reference().name());
        tree.put("version", audience.version());
        tree.put("predicate", audience.predicate());
        return tree;
    }

    private static void write(
            Page page,
            SavedAudience first,
            SavedAudience second,
            PredicateDifference condition,
            @Nullable AudienceComparison size,
            String requestId) {
        String names = first.reference() + " and " + second.reference();
        page.headline(
                size == null
                        ? condition.same() ? names + " are the same people" : names + " differ"
                        : headline(page, first, second, size));
        page.sentence(CountAnswer.subject(page, first.table().toString(), null));
        page.gap();
        if (condition.same()) {
            page.sentence("The two conditions mean the same, so nothing was asked and nothing spent.");
        }
        parts(page, "- ", condition.onlyFirst());
        parts(page, "+ ", condition.onlySecond());
        parts(page, "  ", condition.both());
        if (condition.onlyFirst().isEmpty()
                && condition.onlySecond().isEmpty()
                && condition.both().isEmpty()) {
            page.sentence("  everyone");
        }
        page.gap();
        if (size == null) {
            PolicyFacts.request(page, requestId);
        } else {
            sizes(page, first, second, size);
        }
    }

    private static String headline(Page page, SavedAudience first, SavedAudience second, AudienceComparison size) {
        String people = PolicyFacts.people(size.terms().privacy().unit());
        AudienceComparison.Difference difference = size.difference();
        if (difference == null) {
            return first.reference() + " and " + second.reference() + ": too few " + people + " to tell a difference";
        }
        BigDecimal count = BigDecimal.valueOf(difference.count());
        String sign = difference.count() > 0 ? "+" : "";
        return sign + Sizes.of(count, difference.interval(), page.theme()) + " " + people + " from " + first.reference()
                + " to " + second.reference();
    }

    private static void parts(Page page, String mark, List<String> parts) {
        parts.forEach(part -> page.sentence(mark + page.shown(part)));
    }

    private static void sizes(Page page, SavedAudience first, SavedAudience second, AudienceComparison size) {
        int below = size.terms().below();
        List<NoisyCount> counts =
                List.of(size.first(), size.second(), size.onlyFirst(), size.onlySecond(), size.both());
        List<String> shown = Sizes.aligned(counts, below, page.theme());
        TextTable table = new TextTable(
                List.of("", PolicyFacts.people(size.terms().privacy().unit())));
        List<String> labels = List.of(
                "in " + first.reference(),
                "in " + second.reference(),
                "left (only in " + first.reference() + ")",
                "joined (only in " + second.reference() + ")",
                "stayed (in both)");
        for (int i = 0; i < labels.size(); i++) {
            table.row(List.of(labels.get(i), shown.get(i)));
        }
        page.table(table);
        page.gap();
        PolicyFacts.suppressed(page, counts.stream().anyMatch(NoisyCount::suppressed));
        PolicyFacts.terms(page, size.terms());
    }
}
