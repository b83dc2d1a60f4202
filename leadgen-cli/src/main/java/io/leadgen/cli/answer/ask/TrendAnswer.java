package io.leadgen.cli.answer.ask;

import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Page;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.AudienceTrend.Window;
import io.leadgen.runtime.answer.BreakdownShapes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an audience changes over time. */
public final class TrendAnswer extends Breakdown<AudienceTrend> {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    public TrendAnswer(AudienceTrend answer) {
        super(
                answer,
                answer.terms(),
                BreakdownShapes.TREND,
                "windows",
                answer.windows().stream().map(Window::size).toList());
    }

    @Override
    String title(Page page) {
        return people + " by " + answer.every() + " of " + page.shown(answer.timeColumn());
    }

    @Override
    @Nullable
    String nothing() {
        return answer.windows().isEmpty() ? "No " + answer.every() + " has enough " + people + " to be shown." : null;
    }

    @Override
    void facts(Page page) {
        if (answer.found()) {
            page.fact("range", "found in the data: the first to the last " + answer.every() + " with enough " + people);
        }
        page.fact(
                "time",
                answer.zone()
                        + (answer.every().equals("week")
                                ? "; weeks start on Monday and are named by their first day"
                                : ""));
        perUnit(page, answer.perUnit(), answer.every() + "s");
    }

    @Override
    Picture picture(Page page) {
        return new Picture.Series(
                people,
                release.below(),
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
