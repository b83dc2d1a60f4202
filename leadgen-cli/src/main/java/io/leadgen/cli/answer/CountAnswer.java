package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.Interval;
import io.leadgen.runtime.answer.CountDocument;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The size of an audience. */
public final class CountAnswer {
    static final Fields FIELDS = Fields.of(
            "catalog",
            "schema",
            "table",
            "approx_count",
            "predicate",
            "suppressed",
            "below",
            "interval.low",
            "interval.high",
            "interval.confidence",
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

    private CountAnswer() {}

    public static Answer of(AudienceEstimate estimate) {
        return Answer.one(CountDocument.of(estimate), FIELDS, page -> write(page, estimate), estimate.suppressed());
    }

    private static void write(Page page, AudienceEstimate estimate) {
        String people = PolicyFacts.people(estimate.privacy().unit());
        Long count = estimate.approxCount();
        Interval interval = estimate.interval();
        if (count == null || interval == null) {
            Suppression.write(page, people, estimate.below());
        } else {
            page.headline(Numerals.grouped(count) + " " + page.theme().plusMinus() + " "
                    + Numerals.grouped(Sizes.halfWidth(BigDecimal.valueOf(count), interval)) + " " + people + " ("
                    + Numerals.percent(interval.confidence()) + ")");
        }
        page.sentence(subject(page, estimate.table().toString(), estimate.predicate()));
        page.gap();
        if (interval != null) {
            page.fact(
                    "interval",
                    Numerals.grouped(interval.low()) + " to " + Numerals.grouped(interval.high())
                            + ", from the noise that was added");
        }
        if (estimate.coarse()) {
            page.fact("coarse", "less precise than asked: the budget did not allow the finer answer");
        }
        PolicyFacts.unit(page, estimate.privacy().unit());
        PolicyFacts.applied(page, estimate.applied());
        PolicyFacts.budget(page, estimate.privacy());
        PolicyFacts.request(page, estimate.requestId(), estimate.elapsedMs());
    }

    static String subject(Page page, String table, @Nullable String predicate) {
        return "in " + page.shown(table) + (predicate == null ? "" : " where " + page.condition(predicate));
    }
}
