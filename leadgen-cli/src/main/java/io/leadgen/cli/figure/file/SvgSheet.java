package io.leadgen.cli.figure.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/** Writes what is drawn as the elements of an SVG; the same is always written by the same bytes. */
final class SvgSheet implements Sheet {
    private static final int OPAQUE = 255;

    private final StringBuilder elements = new StringBuilder();
    private final Function<Palette, String> colours;
    private final Graphics2D graphics = new ShapeGraphics(this::shape);

    /** @param colours how the paint of each ink is written */
    SvgSheet(Function<Palette, String> colours) {
        this.colours = colours;
    }

    @Override
    public Graphics2D graphics() {
        return graphics;
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, Font font, Palette ink) {
        elements.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" font-size=\"")
                .append(font.getSize())
                .append(font.isBold() ? "\" font-weight=\"bold" : "")
                .append(
                        switch (anchor) {
                            case START -> "";
                            case MIDDLE -> "\" text-anchor=\"middle";
                            case END -> "\" text-anchor=\"end";
                        })
                .append("\" fill=\"")
                .append(colours.apply(ink))
                .append("\">")
                .append(Markup.escaped(text))
                .append("</text>\n");
    }

    private void shape(Shape shape, Color colour, BasicStroke stroke, boolean filled) {
        if (colour.getAlpha() < OPAQUE) {
            return; // XChart has no outlines that are left out, only such that nobody sees
        }
        String path = path(shape);
        if (path.isEmpty()) {
            return;
        }
        elements.append("<path d=\"").append(path);
        if (filled) {
            elements.append("\" fill=\"").append(paint(colour));
        } else {
            elements.append("\" fill=\"none\" stroke=\"")
                    .append(paint(colour))
                    .append("\" stroke-width=\"")
                    .append(number(stroke.getLineWidth()));
            float[] dashes = stroke.getDashArray();
            if (dashes != null) {
                elements.append("\" stroke-dasharray=\"");
                for (float dash : dashes) {
                    elements.append(number(dash)).append(' ');
                }
                elements.setLength(elements.length() - 1);
            }
        }
        elements.append("\"/>\n");
    }

    private String paint(Color colour) {
        for (Palette ink : Palette.values()) {
            if (ink.onWhite().equals(colour)) {
                return colours.apply(ink);
            }
        }
        throw new IllegalArgumentException("no ink has the colour " + colour);
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator segments = shape.getPathIterator(null); !segments.isDone(); segments.next()) {
            switch (segments.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(path, 'M', at, 2);
                case PathIterator.SEG_LINETO -> append(path, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> append(path, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> append(path, 'C', at, 6);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void append(StringBuilder path, char command, double[] at, int count) {
        path.append(command);
        for (int i = 0; i < count; i++) {
            path.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }

    /** To a hundredth of a pixel, without an exponent. */
    static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /**
     * The whole picture.
     *
     * @param title its name, for those who cannot see it
     * @param description what can be seen in it
     * @param id what its parts are named by; different for each picture of one page
     */
    String svg(int width, int height, String title, String description, String id) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-labelledby=\"" + id + "-title "
                + id + "-desc\" font-family=\"" + TextMetrics.FAMILIES + "\">\n<title id=\"" + id + "-title\">"
                + Markup.escaped(title) + "</title>\n<desc id=\"" + id + "-desc\">" + Markup.escaped(description)
                + "</desc>\n" + elements + "</svg>\n";
    }
}
