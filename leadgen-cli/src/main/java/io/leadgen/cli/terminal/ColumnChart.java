package io.leadgen.cli.terminal;

import io.leadgen.cli.figure.Picture.Point;
import io.leadgen.cli.figure.Picture.Series;
import io.leadgen.question.answer.Interval;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers over time: a column for each window, from the left to the right, over an axis of time, and the numbers themselves
 * below. The full signs of a column end where the interval of its number begins, the lighter ones where it ends; what is
 * suppressed has its own mark instead of a column, and if all numbers are suppressed there are no columns. Further windows continue in another chart of the
 * same scale.
 */
final class ColumnChart {
    private static final int HEIGHT = 10;
    private static final int WIDEST_COLUMN = 8;
    private static final String GAP = "   ";
    private static final String SUPPRESSED = "?";

    private final Series series;
    private final Scale scale;
    private final int rowsOfAStep;

    ColumnChart(Series series) {
        this.series = series;
        this.scale = Scale.upTo(Sizes.most(series.points().stream().map(Point::size)));
        this.rowsOfAStep = Math.max(1, HEIGHT / scale.steps());
    }

    String text(Theme theme) {
        StringBuilder text = new StringBuilder();
        if (series.points().stream().anyMatch(point -> !point.size().suppressed())) {
            columns(text, theme);
        }
        numbers(text, theme);
        return text.toString();
    }

    private void columns(StringBuilder text, Theme theme) {
        int margin = scale.label(scale.steps()).length();
        int room = theme.width() - margin - 2;
        int panels = (series.points().size() + room - 1) / room;
        int each = (series.points().size() + panels - 1) / panels;
        int slot = Math.min(WIDEST_COLUMN, room / each);
        for (int from = 0; from < series.points().size(); from += each) {
            int to = Math.min(series.points().size(), from + each);
            panel(text, series.points().subList(from, to), margin, slot, theme);
        }
        DisplayText.wrapped(legend(theme), theme.width())
                .forEach(line -> text.append(theme.dim(line)).append('\n'));
        text.append('\n');
    }

    private String legend(Theme theme) {
        boolean some = series.points().stream().anyMatch(point -> point.size().suppressed());
        return theme.column(Theme.EIGHTHS) + " at least   " + theme.uncertain() + " up to"
                + (some ? "   " + SUPPRESSED + " " + Sizes.tooFew(series.below()) : "");
    }

    private void panel(StringBuilder text, List<Point> points, int margin, int slot, Theme theme) {
        int rows = rowsOfAStep * scale.steps();
        for (int row = rows; row > 0; row--) {
            boolean ticked = row % rowsOfAStep == 0;
            String label = ticked ? scale.label(row / rowsOfAStep) : "";
            text.append(
                    theme.dim(DisplayText.rightAligned(label, margin) + " " + (ticked ? theme.tick() : theme.axis())));
            StringBuilder signs = new StringBuilder();
            for (Point point : points) {
                cell(signs, point, row, rows, slot, theme);
            }
            text.append(dimmed(signs.toString().stripTrailing(), theme)).append('\n');
        }
        List<Integer> named = named(points, slot, theme.width() - margin - 2);
        text.append(theme.dim(DisplayText.rightAligned("0", margin) + " " + theme.corner()
                        + axis(named, points.size() * slot, slot, theme)))
                .append('\n');
        text.append(theme.dim(" ".repeat(margin + 2) + names(points, named, slot)) + "\n");
    }

    /** Which windows have room for their names, each from where its column begins. */
    private static List<Integer> named(List<Point> points, int slot, int room) {
        List<Integer> named = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < points.size(); i++) {
            int end = i * slot + points.get(i).name().length();
            if (i * slot >= free && end <= room) {
                named.add(i);
                free = end + 1;
            }
        }
        return named;
    }

    private static String axis(List<Integer> named, int width, int slot, Theme theme) {
        StringBuilder axis = new StringBuilder(theme.rule().repeat(width));
        named.forEach(i -> axis.replace(i * slot, i * slot + 1, theme.mark()));
        return axis.toString();
    }

    private static String names(List<Point> points, List<Integer> named, int slot) {
        StringBuilder names = new StringBuilder();
        for (int i : named) {
            names.append(" ".repeat(i * slot - names.length()))
                    .append(points.get(i).name());
        }
        return names.toString();
    }

    private void cell(StringBuilder signs, Point point, int row, int rows, int slot, Theme theme) {
        Interval interval = point.size().interval();
        int width = slot == 1 ? 1 : slot - 1;
        if (interval == null) {
            signs.append(DisplayText.padded(row == 1 ? " ".repeat((width - 1) / 2) + SUPPRESSED : "", slot));
        } else {
            signs.append(sign(interval, row, rows, theme).repeat(width)).append(" ".repeat(slot - width));
        }
    }

    private String sign(Interval interval, int row, int rows, Theme theme) {
        int certain = scale.of(interval.low(), rows * Theme.EIGHTHS, RoundingMode.HALF_EVEN);
        String full = theme.column(certain - (row - 1) * Theme.EIGHTHS);
        if (!full.isEmpty()) {
            return full;
        }
        return row <= scale.of(interval.high(), rows, RoundingMode.UP) ? theme.uncertain() : " ";
    }

    /** What is not certain is dim, as in bars. */
    private static String dimmed(String signs, Theme theme) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < signs.length()) {
            boolean uncertain = signs.startsWith(theme.uncertain(), at);
            int end = at;
            while (end < signs.length() && signs.startsWith(theme.uncertain(), end) == uncertain) {
                end++;
            }
            String run = signs.substring(at, end);
            text.append(uncertain ? theme.dim(run) : run);
            at = end;
        }
        return text.toString();
    }

    private void numbers(StringBuilder text, Theme theme) {
        List<String> sizes =
                Sizes.aligned(series.points().stream().map(Point::size).toList(), series.below(), theme);
        List<String> cells = new ArrayList<>();
        int names = series.points().stream()
                .mapToInt(point -> point.name().length())
                .max()
                .orElse(0);
        int numbers = sizes.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < sizes.size(); i++) {
            cells.add(DisplayText.padded(series.points().get(i).name(), names) + "  "
                    + DisplayText.rightAligned(sizes.get(i), numbers));
        }
        int width = names + 2 + numbers;
        int columns = Math.max(1, (theme.width() + GAP.length()) / (width + GAP.length()));
        int lines = (cells.size() + columns - 1) / columns;
        for (int line = 0; line < lines; line++) {
            StringBuilder row = new StringBuilder();
            for (int cell = line; cell < cells.size(); cell += lines) {
                row.append(cell == line ? "" : GAP).append(cells.get(cell));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
    }
}
