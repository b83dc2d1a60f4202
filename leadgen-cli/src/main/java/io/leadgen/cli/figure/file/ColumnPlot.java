package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.figure.Picture.Band;
import io.leadgen.cli.figure.Picture.Histogram;
import io.leadgen.cli.figure.Picture.Mark;
import io.leadgen.cli.figure.Picture.Point;
import io.leadgen.cli.figure.Picture.Series;
import io.leadgen.cli.figure.file.Sheet.Anchor;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Numbers over an axis of time or of values, from the left to the right. */
final class ColumnPlot {
    private static final double HEADER = 30;
    private static final int HEIGHT = 300;
    private static final double NAMES = 44;
    private static final double GAP = 8;
    private static final double HALF_A_MARK = 0.47;
    /** What stands in place of a number that is not told. */
    private static final String SUPPRESSED = "?";

    /** More dots than this on a line hide it. */
    private static final int DOTS_UNTIL = 40;

    private ColumnPlot() {}

    /** A line with its band; what is suppressed parts them. */
    static Plot of(Series series) {
        return new Plot(HEADER + HEIGHT + NAMES, sheet -> paint(sheet, series));
    }

    private static void paint(Sheet sheet, Series series) {
        List<NoisyCount> sizes = series.points().stream().map(Point::size).toList();
        Axes axes = axes(sizes);
        for (List<Integer> run : runs(sizes)) {
            band(axes, sizes, run);
        }
        for (List<Integer> run : runs(sizes)) {
            double[] x = run.stream().mapToDouble(i -> i + 0.5).toArray();
            double[] y = run.stream().mapToDouble(i -> count(sizes.get(i))).toArray();
            if (sizes.size() <= DOTS_UNTIL || run.size() == 1) {
                axes.dotted(x, y, Palette.MARK, 2);
            } else {
                axes.line(x, y, Palette.MARK, 2);
            }
        }
        axes.paint(sheet);
        finish(sheet, axes, series, sizes);
        List<String> names = series.points().stream().map(Point::name).toList();
        names(sheet, axes, names, 0.5);
    }

    /** One that stands alone has no line through which a band could go. */
    private static void band(Axes axes, List<NoisyCount> sizes, List<Integer> run) {
        if (run.size() == 1) {
            Interval only = interval(sizes.get(run.get(0)));
            axes.intervalInColumn(only.low().doubleValue(), only.high().doubleValue(), run.get(0) + 0.5);
            return;
        }
        double[] x = new double[2 * run.size()];
        double[] y = new double[2 * run.size()];
        for (int i = 0; i < run.size(); i++) {
            int back = x.length - 1 - i;
            Interval interval = interval(sizes.get(run.get(i)));
            x[i] = run.get(i) + 0.5;
            x[back] = x[i];
            y[i] = interval.low().doubleValue();
            y[back] = interval.high().doubleValue();
        }
        axes.area(x, y, Palette.BAND);
    }

    /** Those that follow each other without one that is suppressed. */
    private static List<List<Integer>> runs(List<NoisyCount> sizes) {
        List<List<Integer>> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int i = 0; i <= sizes.size(); i++) {
            if (i < sizes.size() && !sizes.get(i).suppressed()) {
                run.add(i);
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        return runs;
    }

    /** Columns that touch each other, with lines where some shares of all values lie. */
    static Plot of(Histogram histogram) {
        return new Plot(HEADER + HEIGHT + NAMES, sheet -> paint(sheet, histogram));
    }

    private static void paint(Sheet sheet, Histogram histogram) {
        List<NoisyCount> sizes = histogram.bands().stream().map(Band::size).toList();
        Axes axes = axes(sizes);
        for (int i = 0; i < sizes.size(); i++) {
            if (!sizes.get(i).suppressed()) {
                axes.box(i + 0.5 - HALF_A_MARK, 0, i + 0.5 + HALF_A_MARK, count(sizes.get(i)), Palette.MARK);
                Interval interval = interval(sizes.get(i));
                axes.intervalInColumn(
                        interval.low().doubleValue(), interval.high().doubleValue(), i + 0.5);
            }
        }
        for (Mark mark : histogram.marks()) {
            double at = mark.at().doubleValue();
            axes.dashed(new double[] {at, at}, new double[] {0, most(sizes)}, Palette.QUANTILE);
        }
        axes.paint(sheet);
        finish(sheet, axes, histogram, sizes);
        double free = 0;
        for (Mark mark : histogram.marks()) {
            double x = axes.x(mark.at().doubleValue());
            double half = TextMetrics.width(mark.name(), TextMetrics.SMALL) / 2;
            if (x - half >= free) {
                sheet.text(mark.name(), x, HEADER - 4, Anchor.MIDDLE, TextMetrics.SMALL, Palette.QUANTILE);
                free = x + half + GAP;
            }
        }
        List<String> edges = new ArrayList<>();
        for (Band band : histogram.bands()) {
            edges.add(
                    edges.isEmpty() ? "" : band.name().substring(1, band.name().indexOf(',')));
        }
        names(sheet, axes, edges, 0);
        sheet.text(
                histogram.column(),
                Plot.WIDTH,
                HEADER + HEIGHT + NAMES - 8,
                Anchor.END,
                TextMetrics.SMALL,
                Palette.QUIET);
    }

    private static Axes axes(List<NoisyCount> sizes) {
        Axes axes = Axes.columns(0, HEADER, Plot.WIDTH - 1, HEIGHT, most(sizes) * 1.02, Math.max(1, sizes.size()));
        if (sizes.stream().allMatch(NoisyCount::suppressed)) {
            axes.withoutNumbers();
        }
        return axes;
    }

    private static double most(List<NoisyCount> sizes) {
        return sizes.stream()
                .map(NoisyCount::interval)
                .filter(interval -> interval != null)
                .map(Interval::high)
                .reduce(BigDecimal.ONE, BigDecimal::max)
                .doubleValue();
    }

    /** What is counted, and marks for what is not told. */
    private static void finish(Sheet sheet, Axes axes, Picture picture, List<NoisyCount> sizes) {
        sheet.text(picture.counted(), 0, 12, Anchor.START, TextMetrics.SMALL, Palette.QUIET);
        boolean marked = axes.x(1) - axes.x(0) >= TextMetrics.width(SUPPRESSED, TextMetrics.SMALL);
        boolean some = false;
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i).suppressed()) {
                some = true;
                String mark = marked ? SUPPRESSED : "";
                sheet.text(mark, axes.x(i + 0.5), axes.y(0) - 4, Anchor.MIDDLE, TextMetrics.SMALL, Palette.QUIET);
            }
        }
        if (sizes.stream().allMatch(NoisyCount::suppressed)) {
            String nothing = "no number is large enough to be told";
            sheet.text(nothing, Plot.WIDTH / 2.0, HEIGHT / 2.0, Anchor.MIDDLE, TextMetrics.BODY, Palette.QUIET);
        }
        if (some) {
            String meaning = (marked ? SUPPRESSED : "gaps:") + " "
                    + Sizes.of(new NoisyCount(null, true, null), picture.below(), Theme.OF_FILES);
            sheet.text(meaning, Plot.WIDTH, 12, Anchor.END, TextMetrics.SMALL, Palette.QUIET);
        }
    }

    /** As many names as have room, each in the middle of its place. */
    private static void names(Sheet sheet, Axes axes, List<String> names, double middle) {
        double free = -GAP;
        for (int i = 0; i < names.size(); i++) {
            double width = TextMetrics.width(names.get(i), TextMetrics.SMALL);
            double x = Math.min(Math.max(axes.x(i + middle), width / 2), Plot.WIDTH - width / 2);
            if (width > 0 && x - width / 2 >= free + GAP) {
                sheet.text(names.get(i), x, axes.y(0) + 18, Anchor.MIDDLE, TextMetrics.SMALL, Palette.QUIET);
                free = x + width / 2;
            }
        }
    }

    private static double count(NoisyCount size) {
        return size.approxCount() == null ? 0 : size.approxCount();
    }

    private static Interval interval(NoisyCount size) {
        return java.util.Objects.requireNonNull(size.interval());
    }
}
