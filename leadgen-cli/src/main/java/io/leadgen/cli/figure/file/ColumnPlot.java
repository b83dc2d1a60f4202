package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.figure.Picture.Band;
import io.leadgen.cli.figure.Picture.Histogram;
import io.leadgen.cli.figure.Picture.Mark;
import io.leadgen.cli.figure.Picture.Point;
import io.leadgen.cli.figure.Picture.Series;
import io.leadgen.cli.figure.file.Sheet.Anchor;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import java.util.ArrayList;
import java.util.List;

/** Numbers over an axis of time or of values, from left to right. */
final class ColumnPlot {
    private static final double HEADER = 30;
    private static final double HEIGHT = 280;
    private static final double NAMES = 40;
    private static final double GAP = 8;
    private static final double HALF_A_COLUMN = 0.47;
    private static final String SUPPRESSED = "?";

    /** With more dots than this the line cannot be seen. */
    private static final int MOST_DOTS = 40;

    private final Sheet sheet;
    private final List<NoisyCount> sizes;
    private final Axes axes;

    private ColumnPlot(Sheet sheet, List<NoisyCount> sizes) {
        this.sheet = sheet;
        this.sizes = sizes;
        this.axes = Axes.columns(sheet, HEADER, Plot.WIDTH, HEIGHT, Sizes.most(sizes.stream()), sizes.size());
    }

    /** A line with its band of intervals; a suppressed number interrupts both. */
    static Plot of(Series series) {
        List<NoisyCount> sizes = series.points().stream().map(Point::size).toList();
        return new Plot(HEADER + HEIGHT + NAMES, sheet -> {
            ColumnPlot plot = new ColumnPlot(sheet, sizes);
            plot.frame(series);
            List<List<Integer>> runs = plot.runs();
            runs.forEach(plot::band);
            runs.forEach(plot::curve);
            plot.names(series.points().stream().map(Point::name).toList(), 0.5);
        });
    }

    /** Adjacent columns, with dashed lines at quantiles. */
    static Plot of(Histogram histogram) {
        List<NoisyCount> sizes = histogram.bands().stream().map(Band::size).toList();
        return new Plot(HEADER + HEIGHT + NAMES, sheet -> {
            ColumnPlot plot = new ColumnPlot(sheet, sizes);
            plot.frame(histogram);
            for (int i = 0; i < sizes.size(); i++) {
                Interval interval = sizes.get(i).interval();
                if (interval != null) {
                    plot.axes.bar(i + 0.5, HALF_A_COLUMN, 0, plot.count(i), Palette.MARK);
                    plot.axes.interval(
                            i + 0.5,
                            interval.low().doubleValue(),
                            interval.high().doubleValue());
                }
            }
            plot.marks(histogram.marks());
            List<String> edges = new ArrayList<>();
            for (Band band : histogram.bands()) {
                edges.add(
                        edges.isEmpty()
                                ? ""
                                : band.name().substring(1, band.name().indexOf(',')));
            }
            plot.names(edges, 0);
            plot.text(histogram.column(), Plot.WIDTH, HEADER + HEIGHT + NAMES - 6, Anchor.END, Palette.QUIET);
        });
    }

    private void text(String text, double x, double y, Anchor anchor, Palette ink) {
        sheet.text(text, x, y, anchor, TextMetrics.SMALL, ink);
    }

    /** The grid, what is counted, and a sign for each suppressed number. */
    private void frame(Picture picture) {
        text(picture.counted(), 0, 12, Anchor.START, Palette.QUIET);
        boolean marked = axes.place(1) - axes.place(0) >= TextMetrics.width(SUPPRESSED, TextMetrics.SMALL);
        long suppressed = sizes.stream().filter(NoisyCount::suppressed).count();
        for (int i = 0; i < sizes.size(); i++) {
            if (marked && sizes.get(i).suppressed()) {
                text(SUPPRESSED, axes.place(i + 0.5), axes.number(0) - 4, Anchor.MIDDLE, Palette.QUIET);
            }
        }
        if (suppressed > 0) {
            String meaning = (marked ? SUPPRESSED : "gaps:") + " " + Sizes.tooFew(picture.below());
            text(meaning, Plot.WIDTH, 12, Anchor.END, Palette.QUIET);
        }
        if (suppressed == sizes.size()) {
            String nothing = "all numbers are suppressed";
            sheet.text(nothing, Plot.WIDTH / 2.0, HEIGHT / 2, Anchor.MIDDLE, TextMetrics.BODY, Palette.QUIET);
        } else {
            axes.grid();
        }
    }

    /** The places of numbers that follow each other without a suppressed one. */
    private List<List<Integer>> runs() {
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

    /** A number between two suppressed ones has its own interval, as there is no line for a band. */
    private void band(List<Integer> run) {
        if (run.size() == 1) {
            axes.interval(run.get(0) + 0.5, low(run.get(0)), high(run.get(0)));
            return;
        }
        double[] places = new double[2 * run.size()];
        double[] numbers = new double[2 * run.size()];
        for (int i = 0; i < run.size(); i++) {
            int back = places.length - 1 - i;
            places[i] = run.get(i) + 0.5;
            places[back] = places[i];
            numbers[i] = low(run.get(i));
            numbers[back] = high(run.get(i));
        }
        axes.area(places, numbers, Palette.BAND);
    }

    private void curve(List<Integer> run) {
        axes.line(
                run.stream().mapToDouble(i -> i + 0.5).toArray(),
                run.stream().mapToDouble(this::count).toArray(),
                Palette.MARK,
                2);
        if (sizes.size() <= MOST_DOTS || run.size() == 1) {
            run.forEach(i -> axes.dot(i + 0.5, count(i)));
        }
    }

    private void marks(List<Mark> marks) {
        double free = 0;
        for (Mark mark : marks) {
            double at = mark.at().doubleValue();
            axes.mark(at, Sizes.most(sizes.stream()).doubleValue());
            double x = axes.place(at);
            double half = TextMetrics.width(mark.name(), TextMetrics.SMALL) / 2;
            if (x - half >= free) {
                text(mark.name(), x, HEADER - 4, Anchor.MIDDLE, Palette.QUANTILE);
                free = x + half + GAP;
            }
        }
    }

    private void names(List<String> names, double middle) {
        double free = 0;
        for (int i = 0; i < names.size(); i++) {
            double half = TextMetrics.width(names.get(i), TextMetrics.SMALL) / 2;
            double x = Math.min(Math.max(axes.place(i + middle), half), Plot.WIDTH - half);
            if (half > 0 && x - half >= free) {
                text(names.get(i), x, axes.number(0) + 18, Anchor.MIDDLE, Palette.QUIET);
                free = x + half + GAP;
            }
        }
    }

    private double count(int place) {
        Long count = sizes.get(place).approxCount();
        return count == null ? 0 : count;
    }

    private double low(int place) {
        Interval interval = sizes.get(place).interval();
        return interval == null ? 0 : interval.low().doubleValue();
    }

    private double high(int place) {
        Interval interval = sizes.get(place).interval();
        return interval == null ? 0 : interval.high().doubleValue();
    }
}
