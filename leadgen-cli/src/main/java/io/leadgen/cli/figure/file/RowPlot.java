package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.file.Sheet.Anchor;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import java.awt.Font;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Horizontal bars, one below the other, with their labels on the left and their numbers on the right. */
final class RowPlot {
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

    /**
     * A row.
     *
     * @param in for each set of the plot, whether the row is part of it
     * @param before the size of the row before, which this one is a part of; or null
     */
    private record Row(
            String label,
            List<Boolean> in,
            NoisyCount size,
            @Nullable NoisyCount before,
            List<String> numbers) {}

    private final String header;
    private final List<String> sets;
    private final List<String> numbers;
    private final int below;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A plot without rows.
     *
     * @param header the header of the labels
     * @param sets the headers of the dots before a bar
     * @param numbers the headers of the numbers after a bar, the size first
     */
    RowPlot(String header, List<String> sets, List<String> numbers, int below) {
        this.header = header;
        this.sets = sets;
        this.numbers = numbers;
        this.below = below;
    }

    void row(String label, List<Boolean> in, NoisyCount size, @Nullable NoisyCount before, List<String> others) {
        String shown = size.suppressed() ? "" : Sizes.of(size, below, Theme.OF_FILES);
        rows.add(new Row(
                label,
                in,
                size,
                before,
                Stream.concat(Stream.of(shown), others.stream()).toList()));
    }

    /** The largest number that a bar or its interval reaches. */
    BigDecimal most() {
        return Axes.most(rows.stream().map(Row::size).toList());
    }

    /** The plot, on a scale up to a number. */
    Plot plot(BigDecimal most) {
        return new Plot(HEADER + bars() + AXIS, sheet -> paint(sheet, most));
    }

    private double bars() {
        return Math.max(1, rows.size()) * ROW;
    }

    private static double widest(double most, String header, Stream<String> texts) {
        return Stream.concat(Stream.of(header), texts)
                .mapToDouble(text -> TextMetrics.width(text, TextMetrics.BODY))
                .reduce(0, (one, other) -> Math.min(most, Math.max(one, other)));
    }

    private void paint(Sheet sheet, BigDecimal most) {
        double labels = widest(WIDEST_LABEL, header, rows.stream().map(Row::label));
        double[] widths = IntStream.range(0, numbers.size())
                .mapToDouble(column -> widest(
                        WIDEST_NUMBER,
                        numbers.get(column),
                        rows.stream().map(row -> row.numbers().get(column))))
                .toArray();
        double left = labels + sets.size() * ROW + GAP;
        double right = IntStream.range(0, widths.length)
                .mapToDouble(column -> widths[column] + GAP)
                .sum();
        double width = Math.max(NARROWEST_BARS, Plot.WIDTH - left - right);
        Axes axes = Axes.rows(sheet, left, HEADER, width, bars(), most, rows.size());
        if (!rows.stream().allMatch(row -> row.size().suppressed())) {
            axes.grid();
        }
        write(sheet, labels, HEADER - 6, TextMetrics.SMALL, Palette.QUIET, header, numbers, widths);
        for (int set = 0; set < sets.size(); set++) {
            sheet.text(sets.get(set), dot(labels, set), HEADER - 6, Anchor.MIDDLE, TextMetrics.SMALL, Palette.QUIET);
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double middle = axes.place(i + 0.5);
            double line = middle + BASE_LINE;
            bar(axes, row, i + 0.5);
            dots(sheet, row, labels, middle);
            write(sheet, labels, line, TextMetrics.BODY, Palette.TEXT, row.label(), row.numbers(), widths);
            if (row.size().suppressed()) {
                String few = Sizes.of(row.size(), below, Theme.OF_FILES);
                sheet.text(few, axes.number(0) + 6, line, Anchor.START, TextMetrics.SMALL, Palette.QUIET);
            }
        }
    }

    private static void bar(Axes axes, Row row, double middle) {
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

    /** A label on the left and numbers on the right of one line. */
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
    private static void dots(Sheet sheet, Row row, double labels, double y) {
        int first = row.in().indexOf(true);
        int last = row.in().lastIndexOf(true);
        if (first < last) {
            sheet.line(Palette.MARK, DOT / 2, false, dot(labels, first), y, dot(labels, last), y);
        }
        for (int set = 0; set < row.in().size(); set++) {
            sheet.dot(row.in().get(set) ? Palette.MARK : Palette.GRID, dot(labels, set), y, DOT);
        }
    }
}
