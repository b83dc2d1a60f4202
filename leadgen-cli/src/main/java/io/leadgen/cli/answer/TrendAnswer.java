package io.leadgen.cli.answer;

import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.PictureTables;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.TrendDocument;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an audience changes over time. */
public final class TrendAnswer {
    private static final Fields FIELDS = Fields.of(
            "start", "end", "approx_count", "suppressed", "interval.low", "interval.high", "interval.confidence");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    private TrendAnswer() {}

    /** The answer; suppressed if not one window is told. */
    public static Answer of(AudienceTrend answer) {
        Map<String, @Nullable Object> document = TrendDocument.of(answer);
        return Answer.list(
                document,
                Answer.records(document, "windows"),
                FIELDS,
                page -> write(page, answer),
                answer.windows().stream().allMatch(window -> window.size().suppressed()));
    }

    /** The answer for a file of its own. */
    public static Figure figure(AudienceTrend answer) {
        Page page = new Page(Theme.OF_FILES);
        facts(page, answer);
        PolicyFacts.figure(page, answer.terms());
        return PictureTables.figure(
                title(page, answer), subject(page, answer), picture(answer), List.of(), page.facts());
    }

    private static void write(Page page, AudienceTrend answer) {
        page.headline(title(page, answer));
        page.sentence(subject(page, answer));
        page.gap();
        if (answer.windows().isEmpty()) {
            page.sentence("No " + answer.every() + " has enough " + people(answer) + " to be told.");
        } else {
            page.picture(picture(answer));
        }
        page.gap();
        facts(page, answer);
        PolicyFacts.terms(page, answer.terms());
    }

    private static String title(Page page, AudienceTrend answer) {
        return people(answer) + " by " + answer.every() + " of " + page.shown(answer.timeColumn());
    }

    private static String subject(Page page, AudienceTrend answer) {
        ReleaseInfo terms = answer.terms();
        return CountAnswer.subject(page, terms.table().toString(), terms.predicate());
    }

    private static String people(AudienceTrend answer) {
        return PolicyFacts.people(answer.terms().privacy().unit());
    }

    private static void facts(Page page, AudienceTrend answer) {
        PolicyFacts.suppressed(
                page, answer.windows().stream().anyMatch(window -> window.size().suppressed()));
        if (answer.found()) {
            page.fact(
                    "found",
                    "in the data, from the first to the last " + answer.every() + " with enough " + people(answer));
        }
        page.fact(
                "time",
                answer.zone() + (answer.every().equals("week") ? ", weeks from Monday, named by their first day" : ""));
        if (answer.perUnit() > 1) {
            page.fact("each counts", "in up to " + answer.perUnit() + " of them");
        }
    }

    private static Picture picture(AudienceTrend answer) {
        return new Picture.Series(
                people(answer),
                answer.terms().below(),
                answer.every(),
                answer.windows().stream()
                        .map(window -> new Picture.Point(name(answer.every(), window.start()), window.size()))
                        .toList());
    }

    private static String name(String every, LocalDate start) {
        return switch (every) {
            case "month" -> MONTH.format(start);
            case "quarter" -> start.getYear() + " Q" + start.get(IsoFields.QUARTER_OF_YEAR);
            case "year" -> String.valueOf(start.getYear());
            default -> start.toString();
        };
    }
}
