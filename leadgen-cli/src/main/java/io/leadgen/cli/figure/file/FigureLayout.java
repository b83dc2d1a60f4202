package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.file.Sheet.Anchor;
import java.util.List;
import java.util.stream.Collectors;

/** A picture with its title above and what is to be known about it below: what a file holds that holds nothing else. */
final class FigureLayout {
    private static final int MARGIN = 24;
    private static final double LINE = 17;
    private static final double TITLE_LINE = 24;
    private static final int TITLE_LINES = 2;
    private static final int SUBJECT_LINES = 4;
    private static final int NOTE_LINES = 8;

    private final List<String> title;
    private final List<String> subject;
    private final List<String> notes;
    private final Plot plot;

    FigureLayout(Figure figure) {
        this.title = TextMetrics.wrapped(figure.title(), Plot.WIDTH, TextMetrics.TITLE, TITLE_LINES);
        this.subject = TextMetrics.wrapped(figure.subject(), Plot.WIDTH, TextMetrics.BODY, SUBJECT_LINES);
        String facts = figure.facts().stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .collect(Collectors.joining("; "));
        this.notes = TextMetrics.wrapped(facts, Plot.WIDTH, TextMetrics.SMALL, NOTE_LINES);
        this.plot = figure.picture().draw(new Plots());
    }

    int width() {
        return Plot.WIDTH + 2 * MARGIN;
    }

    int height() {
        return (int) Math.ceil(2 * MARGIN + head() + plot.height() + LINE + notes.size() * LINE);
    }

    private double head() {
        return title.size() * TITLE_LINE + subject.size() * LINE + LINE;
    }

    void paint(Sheet sheet) {
        double y = MARGIN;
        for (String line : title) {
            y += TITLE_LINE;
            sheet.text(line, MARGIN, y - 6, Anchor.START, TextMetrics.TITLE, Palette.TEXT);
        }
        for (String line : subject) {
            y += LINE;
            sheet.text(line, MARGIN, y - 4, Anchor.START, TextMetrics.BODY, Palette.QUIET);
        }
        sheet.shifted(MARGIN, MARGIN + head(), plot.painter());
        y = MARGIN + head() + plot.height() + LINE;
        for (String line : notes) {
            y += LINE;
            sheet.text(line, MARGIN, y - 4, Anchor.START, TextMetrics.SMALL, Palette.QUIET);
        }
    }
}
