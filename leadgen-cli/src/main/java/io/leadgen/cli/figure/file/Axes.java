package io.leadgen.cli.figure.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A plane with one axis of numbers from zero, and another one of places, which have no numbers. Drawn by XChart. */
final class Axes {
    private static final Color NOWHERE = new Color(0, 0, 0, 0);
    /** Room around, without which XChart leaves out the labels at the ends. */
    private static final int PADDING = 14;

    /** How far marks of the axis are from each other, about. XChart knows no places in a plane that is lower than this. */
    private static final int TICK = 90;

    private static final double CAP = 0.12;
    /** A hair below zero, so that the mark at zero is within the plane. */
    private static final double HAIR = -0.0005;

    private final XYChart chart;
    private final double left;
    private final double top;
    private int names;

    /**
     * @param lowX the left end of the plane; {@code lowY} its lower end, and the others opposite to them
     */
    private Axes(double left, double top, int width, int height, double lowX, double highX, double lowY, double highY) {
        this.left = left - PADDING;
        this.top = top - PADDING;
        this.chart = new XYChart(width + 2 * PADDING, height + 2 * PADDING);
        XYStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setChartTitleVisible(false);
        style.setLegendVisible(false);
        style.setAxisTitlesVisible(false);
        style.setChartPadding(PADDING);
        style.setPlotMargin(0);
        style.setPlotContentSize(1);
        style.setPlotBorderVisible(false);
        style.setChartBackgroundColor(NOWHERE);
        style.setPlotBackgroundColor(NOWHERE);
        style.setPlotGridLinesColor(Palette.GRID.onWhite());
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setAxisTickMarksColor(Palette.GRID.onWhite());
        style.setAxisTickMarksStroke(new BasicStroke(1));
        style.setAxisTickMarkLength(4);
        style.setAxisTickLabelsColor(Palette.QUIET.onWhite());
        style.setAxisTickLabelsFont(TextMetrics.SMALL);
        style.setXAxisMin(lowX);
        style.setXAxisMax(highX);
        style.setYAxisMin(lowY);
        style.setYAxisMax(highY);
        // XChart tells places by the ends of what is drawn: something that nobody sees has to reach the ends of the
        // plane.
        XYSeries ends = chart.addSeries(name(), new double[] {lowX, highX}, new double[] {lowY, highY});
        ends.setLineColor(NOWHERE);
        ends.setMarker(SeriesMarkers.NONE);
    }

    /** Numbers to the right, and rows of one unit downwards from 0. */
    static Axes rows(double left, double top, int width, int height, double most, int rows) {
        Axes axes = new Axes(left, top, width, height, most * HAIR, most, -rows, 0);
        XYStyler style = axes.chart.getStyler();
        style.setYAxisTicksVisible(false);
        style.setPlotGridHorizontalLinesVisible(false);
        style.setXAxisTickMarkSpacingHint(Math.min(TICK, height / 3));
        style.setXAxisTickLabelsFormattingFunction(Axes::grouped);
        return axes;
    }

    /** Numbers upwards, and columns of one unit to the right from 0. */
    static Axes columns(double left, double top, int width, int height, double most, int columns) {
        Axes axes = new Axes(left, top, width, height, 0, columns, most * HAIR, most);
        XYStyler style = axes.chart.getStyler();
        style.setXAxisTicksVisible(false);
        style.setPlotGridVerticalLinesVisible(false);
        style.setYAxisTickMarkSpacingHint(50);
        style.setYAxisTickLabelsFormattingFunction(Axes::grouped);
        return axes;
    }

    private static String grouped(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    /** Leaves out the numbers of the axis, where there is nothing to measure. */
    void withoutNumbers() {
        XYStyler style = chart.getStyler();
        style.setAxisTicksVisible(false);
        style.setPlotGridLinesVisible(false);
    }

    /** An area with these corners. */
    void area(double[] x, double[] y, Palette ink) {
        XYSeries series = chart.addSeries(name(), x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(ink.onWhite());
        series.setLineColor(NOWHERE);
        series.setMarker(SeriesMarkers.NONE);
    }

    void box(double x1, double y1, double x2, double y2, Palette ink) {
        area(new double[] {x1, x2, x2, x1}, new double[] {y1, y1, y2, y2}, ink);
    }

    void line(double[] x, double[] y, Palette ink, float width) {
        line(x, y, ink, new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND), SeriesMarkers.NONE);
    }

    void dashed(double[] x, double[] y, Palette ink) {
        BasicStroke dashes =
                new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);
        line(x, y, ink, dashes, SeriesMarkers.NONE);
    }

    void dotted(double[] x, double[] y, Palette ink, float width) {
        line(x, y, ink, new BasicStroke(width), SeriesMarkers.CIRCLE);
    }

    private void line(double[] x, double[] y, Palette ink, BasicStroke stroke, Marker marker) {
        XYSeries series = chart.addSeries(name(), x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setLineColor(ink.onWhite());
        series.setLineWidth(stroke.getLineWidth());
        series.setLineStyle(stroke);
        series.setMarker(marker);
        series.setMarkerColor(ink.onWhite());
    }

    /** From the one to the other end of an interval, along the numbers of {@link #rows}. */
    void intervalInRow(double low, double high, double y) {
        line(
                new double[] {low, low, low, high, high, high},
                new double[] {y - CAP, y + CAP, y, y, y + CAP, y - CAP},
                Palette.INTERVAL,
                1.4f);
    }

    /** From the one to the other end of an interval, along the numbers of {@link #columns}. */
    void intervalInColumn(double low, double high, double x) {
        line(
                new double[] {x - CAP, x + CAP, x, x, x + CAP, x - CAP},
                new double[] {low, low, low, high, high, high},
                Palette.INTERVAL,
                1.4f);
    }

    /** XChart wants every series to have a name, though it shows none. */
    private String name() {
        names++;
        return "s" + names;
    }

    /** Draws all this; only then is known where things are. */
    void paint(Sheet sheet) {
        Graphics2D graphics = sheet.graphics();
        AffineTransform before = graphics.getTransform();
        graphics.translate(left, top);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.setTransform(before);
    }

    double x(double x) {
        return left + chart.getScreenXFromChart(x);
    }

    double y(double y) {
        return top + chart.getScreenYFromChart(y);
    }
}
