package io.leadgen.cli.output;

import io.leadgen.audience.AudienceTrend;
import io.leadgen.audience.AudienceTrend.Window;
import io.leadgen.audience.Terms;
import io.leadgen.runtime.json.AnswerDocument;
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
        Map<String, @Nullable Object> document = AnswerDocument.of(answer);
        return Answer.list(
                document,
                Answer.records(document, "windows"),
                FIELDS,
                page -> write(page, answer),
                answer.windows().stream().allMatch(window -> window.size().suppressed()));
    }

    private static void write(Page page, AudienceTrend answer) {
        Terms terms = answer.terms();
        String people = PolicyFacts.people(terms.privacy().unit());
        page.headline(people + " by " + answer.every() + " of " + page.shown(answer.timeColumn()));
        page.sentence(CountAnswer.subject(page, terms.table().toString(), terms.predicate()));
        page.gap();
        if (answer.windows().isEmpty()) {
            page.sentence("No " + answer.every() + " has enough " + people + " to be told.");
        } else {
            BarChart chart = new BarChart(List.of(answer.every()), people, List.of(), terms.below());
            for (Window window : answer.windows()) {
                chart.row(List.of(name(answer.every(), window.start())), window.size());
            }
            page.chart(chart);
        }
        page.gap();
        PolicyFacts.suppressed(
                page, answer.windows().stream().anyMatch(window -> window.size().suppressed()));
        if (answer.found()) {
            page.fact("found", "in the data, from the first to the last " + answer.every() + " with enough " + people);
        }
        page.fact(
                "time",
                answer.zone() + (answer.every().equals("week") ? ", weeks from Monday, named by their first day" : ""));
        if (answer.perUnit() > 1) {
            page.fact("each counts", "in up to " + answer.perUnit() + " of them");
        }
        PolicyFacts.terms(page, terms);
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
