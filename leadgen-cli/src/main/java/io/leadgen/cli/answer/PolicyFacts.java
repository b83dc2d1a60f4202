package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What policy did to a question, in words. */
final class PolicyFacts {
    private static final DateTimeFormatter EPOCH_END =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ROWS = "row";

    private PolicyFacts() {}

    /** What is counted: people, unless nobody has said what a person is. */
    static String people(String unit) {
        return unit.equals(ROWS) ? "rows" : "people";
    }

    static void unit(Page page, String unit) {
        page.fact(
                "counted",
                unit.equals(ROWS) ? "rows, each taken for one person" : "people, told apart by " + page.shown(unit));
    }

    static void applied(Page page, AppliedPolicy applied) {
        if (applied.require() != null) {
            page.fact("required", page.shown(applied.require()) + " (added to every question)");
        }
        if (applied.rowFilter() != null) {
            page.fact("your rows", page.shown(applied.rowFilter()) + " (what you may see)");
        }
        if (applied.partition() != null) {
            page.fact("partition", page.shown(applied.partition()) + " (every question must filter on it)");
        }
    }

    static void budget(Page page, PrivacyStatement privacy) {
        String cost =
                privacy.repeated() ? "free, you had asked this before" : "this answer cost " + cost(privacy.cost());
        page.fact(
                "budget",
                cost + "; " + Numerals.budget(privacy.budgetLeft().rho()) + " left, enough for "
                        + Numerals.grouped(privacy.questionsLeft()) + " more like it (class "
                        + page.shown(privacy.callerClass()) + ")");
        page.fact("kept", "until " + EPOCH_END.format(privacy.epochEnds()) + ": asked again, the same answer is free");
    }

    private static String cost(PrivacyLoss cost) {
        return Numerals.budget(cost.rho())
                + (cost.delta().equals(Delta.ZERO) ? "" : " and delta " + Numerals.chance(cost.delta()));
    }

    /** What an answer of many numbers says below them. */
    static void terms(Page page, ReleaseInfo terms) {
        numbers(page, terms);
        budget(page, terms.privacy());
        request(page, terms.requestId(), terms.elapsedMs());
    }

    /** What a figure says below its numbers. It is sent to others, whom the budget of whoever asked does not concern. */
    static void figure(Page page, ReleaseInfo terms) {
        numbers(page, terms);
        page.fact("privacy", "every number has noise that hides each single person (differential privacy)");
    }

    private static void numbers(Page page, ReleaseInfo terms) {
        page.fact("interval", page.theme().plusMinus() + " holds the number before noise with 95 % certainty");
        if (terms.coarse()) {
            page.fact("coarse", "less precise than asked: the budget did not allow the finer answer");
        }
        unit(page, terms.privacy().unit());
        applied(page, terms.applied());
    }

    /** What to say below numbers of which some are suppressed. */
    static void suppressed(Page page, boolean some) {
        if (some) {
            page.fact("suppressed", "numbers this small are not told, to protect the people in them");
        }
    }

    static void request(Page page, String requestId) {
        page.fact("request", page.shown(requestId));
    }

    static void request(Page page, String requestId, long elapsedMs) {
        page.fact("request", page.shown(requestId) + ", " + Numerals.grouped(elapsedMs) + " ms");
    }
}
