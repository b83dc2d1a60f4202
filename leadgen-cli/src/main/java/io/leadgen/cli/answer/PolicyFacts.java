package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What several answers say in the same words: what a question was about, what policy did to it, and what it cost. */
public final class PolicyFacts {
    private static final DateTimeFormatter EPOCH_END =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ROWS = "row";
    private static final String COST = "cost ";

    private PolicyFacts() {}

    /** What is counted: people, unless the policy does not say what a person is. */
    public static String people(String unit) {
        return unit.equals(ROWS) ? "rows" : "people";
    }

    public static String subject(Page page, String table, @Nullable String predicate) {
        return "in " + page.shown(table) + (predicate == null ? "" : " where " + page.condition(predicate));
    }

    public static String joined(Page page, String... parts) {
        return String.join(page.theme().unicode() ? " · " : " | ", parts);
    }

    public static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** In place of a number that is too small. */
    public static void suppressed(Page page, String people, @Nullable Integer below) {
        String threshold = (below == null ? "too few " : "about " + Numerals.grouped(below) + " ") + people;
        page.headline("Suppressed: " + (below == null ? threshold : "fewer than " + threshold) + " match");
        page.sentence("To protect individuals, results below " + (below == null ? "a threshold" : threshold)
                + " are suppressed. Try a broader condition.");
    }

    /** Next to numbers of which some are suppressed. */
    public static void suppressed(Page page, List<NoisyCount> sizes, int below) {
        if (sizes.stream().anyMatch(NoisyCount::suppressed)) {
            page.fact("suppressed", "numbers below about " + Numerals.grouped(below) + ", to protect individuals");
        }
    }

    public static void unit(Page page, String unit) {
        page.fact(
                "unit",
                unit.equals(ROWS)
                        ? "rows (each row counts as one person)"
                        : "people (distinct " + page.shown(unit) + ")");
    }

    public static void applied(Page page, AppliedPolicy applied) {
        if (applied.require() != null) {
            page.fact("required", page.shown(applied.require()) + " (added to every question)");
        }
        if (applied.rowFilter() != null) {
            page.fact("row filter", page.shown(applied.rowFilter()) + " (limits the rows you may see)");
        }
        if (applied.partition() != null) {
            page.fact("partition", page.shown(applied.partition()) + " (every question must filter on it)");
        }
    }

    public static void interval(Page page, @Nullable Interval interval) {
        if (interval != null) {
            page.fact(
                    "interval",
                    Numerals.grouped(interval.low()) + " to " + Numerals.grouped(interval.high()) + " ("
                            + Numerals.percent(interval.confidence())
                            + " confidence interval of the value before noise)");
        }
    }

    public static void coarse(Page page, boolean coarse) {
        if (coarse) {
            page.fact("coarse", "less precise than requested: the budget does not allow a finer answer");
        }
    }

    public static void budget(Page page, PrivacyStatement privacy) {
        page.fact(
                "budget",
                joined(
                        page,
                        privacy.repeated() ? "free (cached)" : COST + amount(privacy.cost()),
                        "left " + Numerals.budget(privacy.budgetLeft().rho()) + " (about "
                                + Numerals.grouped(privacy.questionsLeft()) + " similar questions)",
                        "class " + page.shown(privacy.callerClass())));
        page.fact("cached", "until " + EPOCH_END.format(privacy.epochEnds()) + " (repeating it is free)");
    }

    public static String amount(PrivacyLoss loss) {
        return Numerals.budget(loss.rho())
                + (loss.delta().equals(Delta.ZERO) ? "" : " and delta " + Numerals.chance(loss.delta()));
    }

    /** What an answer of many numbers says below them. */
    public static void release(Page page, ReleaseInfo release) {
        noise(page, release);
        budget(page, release.privacy());
        request(page, release.requestId(), release.elapsedMs());
    }

    /** What a figure says below its numbers. Figures are sent to others, whom the budget does not concern. */
    public static void figure(Page page, ReleaseInfo release) {
        noise(page, release);
        page.fact("privacy", "noise in every number protects each individual (differential privacy)");
    }

    private static void noise(Page page, ReleaseInfo release) {
        page.fact("interval", page.theme().plusMinus() + " is the 95 % confidence interval of the value before noise");
        coarse(page, release.coarse());
        unit(page, release.privacy().unit());
        applied(page, release.applied());
    }

    /** The range that values are clamped to, and how many that concerns as far as it is known. */
    public static void clamped(Page page, @Nullable Clamping clamping, String unit) {
        if (clamping == null) {
            return;
        }
        page.fact("clamped to", range(clamping.bounds()) + " (a value outside counts as the nearest bound)");
        if (clamping.outside() != null) {
            page.fact(
                    "outside",
                    "about " + Numerals.share(clamping.outside().below()) + " of " + people(unit) + " below, "
                            + Numerals.share(clamping.outside().above()) + " above; nobody has declared the bounds");
        }
    }

    public static String range(Bounds bounds) {
        return bound(bounds.lower()) + " to " + bound(bounds.upper());
    }

    private static String bound(double value) {
        BigDecimal decimal = new BigDecimal(value, MathContext.DECIMAL64).stripTrailingZeros();
        return Math.abs(decimal.scale()) <= 15 ? Numerals.grouped(decimal) : Double.toString(value);
    }

    public static void request(Page page, String requestId) {
        page.fact("request", page.shown(requestId));
    }

    public static void request(Page page, String requestId, long elapsedMs) {
        page.fact("request", page.shown(requestId) + ", " + Numerals.grouped(elapsedMs) + " ms");
    }
}
