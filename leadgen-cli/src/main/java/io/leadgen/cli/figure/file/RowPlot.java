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

/** Bars below each other, with what they are about to the left and their numbers to the right. */
final class RowPlot {
    private static final double ROW = 26;
    private static final double AXIS = 34;
    private static final double HEADER = 22;
    /** Labels of the axis reach a little further than it says. */
    private static final double BELOW = 8;

    private static final double GAP = 14;
    static final double WIDEST_LABEL = 300;
    private static final double WIDEST_NUMBER = 150;
    private static final double HALF_A_BAR = 0.33;
    private static final double BASE_LINE = 4;
    private static final double DOT = 5;

    /**
     * A row.
     *
     * @param in for each set of the plot, whether the row is about it
     * @param before the number from which this one is left over, or null
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
     * @param header what the labels are about
     * @param sets what the dots before a bar are about
     * @param numbers what the numbers behind a bar are about, the size first
     */
    RowPlot(String header, List<String> sets, List<String> numbers, int below) {
        this.header = header;
        this.sets = sets;
        this.numbers = numbers;
        this.below = below;
    }

    void row(String label, List<Boolean> in, NoisyCount size, @Nullable NoisyCount before, List<String> others) {
        String told = size.suppressed() ? "" : Sizes.of(size, below, Theme.OF_FILES);
        rows.add(new Row(
                label,
                in,
                size,
                before,
                Stream.concat(Stream.of(told), others.stream()).toList()));
    }

    /** The largest number that a bar or its interval reaches. */
    double most() {
        return rows.stream()
                .map(row -> row.size().interval())
                .filter(interval -> interval != null)
                .map(Interval::high)
                .reduce(BigDecimal.ONE, BigDecimal::max)
                .doubleValue();
    }

    /** Laid out, on a scale up to a number. */
    Plot plot(double most) {
        return new Plot(HEADER + Math.max(1, rows.size()) * ROW + AXIS + BELOW, sheet -> paint(sheet, most));
    }

    private void paint(Sheet sheet, double most) {
        double dots = sets.size() * ROW;
        double labels = Math.min(
                WIDEST_LABEL,
                Stream.concat(Stream.of(header), rows.stream().map(Row::label))
                        .mapToDouble(label -> TextMetrics.width(label, TextMetrics.BODY))
                        .max()
                        .orElse(0));
        double[] widths = IntStream.range(0, numbers.size())
                .mapToDouble(column -> Math.min(
                        WIDEST_NUMBER,
                        Stream.concat(
                                        Stream.of(numbers.get(column)),
                                        rows.stream().map(row -> row.numbers().get(column)))
                                .mapToDouble(text -> TextMetrics.width(text, TextMetrics.BODY))
                                .max()
                                .orElse(0)))
                .toArray();
        double right = 0;
        for (double width : widths) {
            right += width + GAP;
        }
        double left = labels + dots + GAP;
        int height = (int) (Math.max(1, rows.size()) * ROW + AXIS);
        Axes axes = Axes.rows(
                left, HEADER, (int) (Plot.WIDTH - left - right), height, most * 1.02, Math.max(1, rows.size()));
        for (int i = 0; i < rows.size(); i++) {
            draw(axes, rows.get(i), -i - 0.5);
        }
        if (rows.stream().allMatch(row -> row.size().suppressed())) {
            axes.withoutNumbers();
        }
        axes.paint(sheet);
        write(sheet, axes, labels, widths);
    }

    private static void draw(Axes axes, Row row, double y) {
        Interval interval = row.size().interval();
        Long count = row.size().approxCount();
        if (interval == null || count == null) {
            return;
        }
        NoisyCount before = row.before();
        if (before != null && before.approxCount() != null && before.approxCount() > count) {
            axes.box(count, y - HALF_A_BAR, before.approxCount(), y + HALF_A_BAR, Palette.LOST);
        }
        axes.box(0, y - HALF_A_BAR, count, y + HALF_A_BAR, Palette.MARK);
        axes.intervalInRow(interval.low().doubleValue(), interval.high().doubleValue(), y);
    }

    private void write(Sheet sheet, Axes axes, double labels, double[] widths) {
        double head = HEADER - 6;
        sheet.text(
                TextMetrics.cut(header, labels, TextMetrics.SMALL),
                0,
                head,
                Anchor.START,
                TextMetrics.SMALL,
                Palette.QUIET);
        for (int set = 0; set < sets.size(); set++) {
            sheet.text(sets.get(set), dot(labels, set), head, Anchor.MIDDLE, TextMetrics.SMALL, Palette.QUIET);
        }
        right(sheet, numbers, widths, head, TextMetrics.SMALL, Palette.QUIET);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double middle = axes.y(-i - 0.5);
            double line = middle + BASE_LINE;
            sheet.text(
                    TextMetrics.cut(row.label(), labels, TextMetrics.BODY),
                    0,
                    line,
                    Anchor.START,
                    TextMetrics.BODY,
                    Palette.TEXT);
            dots(sheet, row, labels, middle);
            right(sheet, row.numbers(), widths, line, TextMetrics.BODY, Palette.TEXT);
            if (row.size().suppressed()) {
                sheet.text(
                        Sizes.of(row.size(), below, Theme.OF_FILES),
                        axes.x(0) + 6,
                        line,
                        Anchor.START,
                        TextMetrics.SMALL,
                        Palette.QUIET);
            }
        }
    }

    private static void right(Sheet sheet, List<String> texts, double[] widths, double line, Font font, Palette ink) {
        double x = Plot.WIDTH;
        for (int column = widths.length - 1; column >= 0; column--) {
            String text = TextMetrics.cut(texts.get(column), widths[column], font);
            sheet.text(text, x, line, Anchor.END, font, ink);
            x -= widths[column] + GAP;
        }
    }

    private static double dot(double labels, int set) {
        return labels + set * ROW + ROW / 2;
    }

    /** A line joins the first and the last set that a row is about. */
    private static void dots(Sheet sheet, Row row, double labels, double y) {
        int first = row.in().indexOf(true);
        int last = row.in().lastIndexOf(true);
        if (first >= 0) {
            double half = 1.25;
            Shapes.fill(sheet, Shapes.box(dot(labels, first), y - half, dot(labels, last), y + half), Palette.MARK);
        }
        for (int set = 0; set < row.in().size(); set++) {
            Palette ink = row.in().get(set) ? Palette.MARK : Palette.GRID;
            Shapes.fill(sheet, Shapes.circle(dot(labels, set), y, DOT), ink);
        }
    }
}
