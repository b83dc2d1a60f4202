package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.Picture.Bar;
import io.leadgen.cli.figure.Picture.Bars;
import io.leadgen.cli.figure.file.Sheet.Anchor;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.Interval;
import java.awt.Font;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Horizontal bars, one below the other, with their labels on the left and their numbers on the right.
 *
 * @param bars with one key
 * @param sets the headers of the dots before a bar
 * @param in for each bar, of which sets it is part; empty without sets
 */
record RowPlot(Bars bars, List<String> sets, List<List<Boolean>> in) {
    private static final double ROW = 26;
    private static final double HEADER = 22;
    private static final double AXIS = 30;
    private static final double GAP = 14;
    static final double WIDEST_LABEL = 300;
    private static final double WIDEST_NUMBER = 150;
    private static final double NARROWEST_BARS = 60;
    private static final double HALF_A_BAR = 0.33;
    private static final double BASE_LINE = 4;
    private static final double DOT = 5;

    BigDecimal most() {
        return Sizes.most(bars.bars().stream().map(Bar::size));
    }

    Plot plot(BigDecimal most) {
        return new Plot(HEADER + length() + AXIS, sheet -> paint(sheet, most));
    }

    private double length() {
        return Math.max(1, bars.bars().size()) * ROW;
    }

    private static double widest(double most, String header, Stream<String> texts) {
        return Stream.concat(Stream.of(header), texts)
                .mapToDouble(text -> TextMetrics.width(text, TextMetrics.BODY))
                .reduce(0, (one, other) -> Math.min(most, Math.max(one, other)));
    }

    /** The size and the other numbers; a suppressed size is written in place of its bar. */
    private List<String> numbers(Bar bar) {
        String shown = bar.size().suppressed() ? "" : Sizes.of(bar.size(), bars.below(), Theme.OF_FILES);
        return Stream.concat(Stream.of(shown), bar.others().stream()).toList();
    }

    private void paint(Sheet sheet, BigDecimal most) {
        List<Bar> rows = bars.bars();
        String header = bars.keys().get(0);
        List<String> headers =
                Stream.concat(Stream.of(bars.counted()), bars.others().stream()).toList();
        double labels = widest(
                WIDEST_LABEL, header, rows.stream().map(row -> row.labels().get(0)));
        double[] widths = IntStream.range(0, headers.size())
                .mapToDouble(column -> widest(
                        WIDEST_NUMBER,
                        headers.get(column),
                        rows.stream().map(row -> numbers(row).get(column))))
                .toArray();
        double left = labels + sets.size() * ROW + GAP;
        double right = DoubleStream.of(widths).map(width -> width + GAP).sum();
        double width = Math.max(NARROWEST_BARS, Plot.WIDTH - left - right);
        Axes axes = Axes.rows(sheet, left, HEADER, width, length(), most, rows.size());
        if (!rows.stream().allMatch(row -> row.size().suppressed())) {
            axes.grid();
        }
        write(sheet, labels, HEADER - 6, TextMetrics.SMALL, Palette.QUIET, header, headers, widths);
        for (int set = 0; set < sets.size(); set++) {
            sheet.text(sets.get(set), dot(labels, set), HEADER - 6, Anchor.MIDDLE, TextMetrics.SMALL, Palette.QUIET);
        }
        for (int i = 0; i < rows.size(); i++) {
            Bar row = rows.get(i);
            double middle = axes.place(i + 0.5);
            double line = middle + BASE_LINE;
            bar(axes, row, i + 0.5);
            if (!sets.isEmpty()) {
                dots(sheet, in.get(i), labels, middle);
            }
            write(
                    sheet,
                    labels,
                    line,
                    TextMetrics.BODY,
                    Palette.TEXT,
                    row.labels().get(0),
                    numbers(row),
                    widths);
            if (row.size().suppressed()) {
                String few = Sizes.of(row.size(), bars.below(), Theme.OF_FILES);
                sheet.text(few, axes.number(0) + 6, line, Anchor.START, TextMetrics.SMALL, Palette.QUIET);
            }
        }
    }

    private static void bar(Axes axes, Bar row, double middle) {
        Interval interval = row.size().interval();
        Long count = row.size().approxCount();
        if (interval == null || count == null) {
            return;
        }
        Long before = row.before() == null ? null : row.before().approxCount();
        if (before != null && before > count) {
            axes.bar(middle, HALF_A_BAR, count, before, Palette.LOST);
        }
        axes.bar(middle, HALF_A_BAR, 0, count, Palette.MARK);
        axes.interval(middle, interval.low().doubleValue(), interval.high().doubleValue());
    }

    private static void write(
            Sheet sheet,
            double labels,
            double line,
            Font font,
            Palette ink,
            String label,
            List<String> numbers,
            double[] widths) {
        sheet.text(TextMetrics.cut(label, labels, font), 0, line, Anchor.START, font, ink);
        double x = Plot.WIDTH;
        for (int column = widths.length - 1; column >= 0; column--) {
            sheet.text(TextMetrics.cut(numbers.get(column), widths[column], font), x, line, Anchor.END, font, ink);
            x -= widths[column] + GAP;
        }
    }

    private static double dot(double labels, int set) {
        return labels + set * ROW + ROW / 2;
    }

    /** A dot for each set; a line joins the first and the last that a row is part of. */
    private static void dots(Sheet sheet, List<Boolean> in, double labels, double y) {
        int first = in.indexOf(true);
        int last = in.lastIndexOf(true);
        if (first < last) {
            sheet.line(Palette.MARK, DOT / 2, false, dot(labels, first), y, dot(labels, last), y);
        }
        for (int set = 0; set < in.size(); set++) {
            sheet.dot(in.get(set) ? Palette.MARK : Palette.GRID, dot(labels, set), y, DOT);
        }
    }
}
