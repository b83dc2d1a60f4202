package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.file.Sheet.Anchor;
import io.leadgen.cli.terminal.Scale;
import java.math.BigDecimal;

/**
 * A plane with numbers from zero along one axis and equal places along the other. Numbers go to the right with places downwards,
 * or upwards with places to the right. Points are given as a place and a number.
 *
 * @param upright whether numbers go upwards
 * @param most the number at the end of the plane
 * @param places how many places there are
 */
record Axes(
        Sheet sheet, boolean upright, double left, double top, double width, double height, double most, int places) {
    /** The share by which the plane is longer than the largest number. */
    private static final double ROOM = 1.02;

    private static final double GAP = 8;
    private static final double BASE_LINE = 4;
    /** Half the width of the cap of an interval, as a share of a place and at most in pixels. */
    private static final double CAP = 0.12;

    private static final double WIDEST_CAP = 7;

    /** Bars to the right, one below the other. */
    static Axes rows(Sheet sheet, double left, double top, double width, double height, BigDecimal most, int rows) {
        return new Axes(sheet, false, left, top, width, height, most.doubleValue() * ROOM, Math.max(1, rows));
    }

    /** Columns next to each other; the numbers of the axis take what they need of the width. */
    static Axes columns(Sheet sheet, double top, double width, double height, BigDecimal most, int columns) {
        Scale scale = Scale.upTo(most);
        double left = Math.ceil(TextMetrics.width(scale.label(scale.steps()), TextMetrics.SMALL)) + GAP;
        return new Axes(sheet, true, left, top, width - left, height, most.doubleValue() * ROOM, Math.max(1, columns));
    }

    void grid() {
        Scale scale = Scale.upTo(BigDecimal.valueOf(most / ROOM));
        double step = Math.abs(number(scale.step().doubleValue()) - number(0));
        double widest = TextMetrics.width(scale.label(scale.steps()), TextMetrics.SMALL) + GAP;
        int labelled = upright ? 1 : (int) Math.ceil(widest / step);
        for (int mark = 0; mark <= scale.steps(); mark++) {
            double value = scale.step().doubleValue() * mark;
            if (value > most) {
                return;
            }
            line(new double[] {0, places}, new double[] {value, value}, Palette.GRID, 1);
            String label = scale.label(mark);
            double at = number(value);
            if (upright) {
                text(label, left - GAP, at + BASE_LINE, Anchor.END);
            } else if (mark % labelled == 0) {
                text(label, at, top + height + 2 * GAP, Anchor.MIDDLE);
            }
        }
    }

    private void text(String text, double x, double y, Anchor anchor) {
        sheet.text(text, x, y, anchor, TextMetrics.SMALL, Palette.QUIET);
    }

    /** Where a place is along its axis, in pixels; the first place goes from 0 to 1. */
    double place(double at) {
        return upright ? left + at / places * width : top + at / places * height;
    }

    /** Where a number is along its axis, in pixels. */
    double number(double value) {
        return upright ? top + height - value / most * height : left + value / most * width;
    }

    private double[] points(double[] at, double[] values) {
        double[] points = new double[2 * at.length];
        for (int i = 0; i < at.length; i++) {
            points[2 * i + (upright ? 0 : 1)] = place(at[i]);
            points[2 * i + (upright ? 1 : 0)] = number(values[i]);
        }
        return points;
    }

    void area(double[] at, double[] values, Palette ink) {
        sheet.area(ink, points(at, values));
    }

    void bar(double middle, double half, double low, double high, Palette ink) {
        area(
                new double[] {middle - half, middle + half, middle + half, middle - half},
                new double[] {low, low, high, high},
                ink);
    }

    void line(double[] at, double[] values, Palette ink, double thickness) {
        sheet.line(ink, thickness, false, points(at, values));
    }

    void mark(double at, double high) {
        sheet.line(Palette.QUANTILE, 1.2, true, points(new double[] {at, at}, new double[] {0, high}));
    }

    void dot(double at, double value) {
        double[] point = points(new double[] {at}, new double[] {value});
        sheet.dot(Palette.MARK, point[0], point[1], BASE_LINE);
    }

    void interval(double at, double low, double high) {
        double cap = Math.min(CAP, WIDEST_CAP / Math.abs(place(1) - place(0)));
        line(
                new double[] {at - cap, at + cap, at, at, at + cap, at - cap},
                new double[] {low, low, low, high, high, high},
                Palette.INTERVAL,
                1.4);
    }
}
