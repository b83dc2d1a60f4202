package io.leadgen.cli.figure.file;

import java.awt.Font;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes what is drawn as SVG elements; the same drawing always gives the same bytes. */
final class SvgSheet implements Sheet {
    private final StringBuilder elements = new StringBuilder();
    private final Function<Palette, String> colours;
    private double left;
    private double top;

    /** @param colours the SVG paint of each ink */
    SvgSheet(Function<Palette, String> colours) {
        this.colours = colours;
    }

    @Override
    public void area(Palette ink, double... corners) {
        path(corners).append("Z\" fill=\"" + colours.apply(ink) + "\"/>\n");
    }

    @Override
    public void line(Palette ink, double width, boolean dashed, double... points) {
        path(points)
                .append("\" fill=\"none\" stroke-linejoin=\"round\" stroke=\"" + colours.apply(ink)
                        + "\" stroke-width=\"" + number(width)
                        + (dashed ? "\" stroke-dasharray=\"5 4\"/>\n" : "\"/>\n"));
    }

    private StringBuilder path(double... points) {
        elements.append("<path d=\"");
        for (int i = 0; i < points.length; i += 2) {
            elements.append(i == 0 ? 'M' : 'L').append(at(left + points[i], top + points[i + 1], " "));
        }
        return elements;
    }

    @Override
    public void dot(Palette ink, double x, double y, double radius) {
        elements.append("<circle cx=\"" + at(left + x, top + y, "\" cy=\"") + "\" r=\"" + number(radius) + "\" fill=\""
                + colours.apply(ink) + "\"/>\n");
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, Font font, Palette ink) {
        String anchored = switch (anchor) {
            case START -> "";
            case MIDDLE -> "\" text-anchor=\"middle";
            case END -> "\" text-anchor=\"end";
        };
        elements.append("<text x=\"" + at(left + x, top + y, "\" y=\"") + "\" font-size=\"" + font.getSize()
                + (font.isBold() ? "\" font-weight=\"bold" : "") + anchored + "\" fill=\"" + colours.apply(ink) + "\">"
                + Markup.escaped(text) + "</text>\n");
    }

    @Override
    public void shifted(double x, double y, Consumer<Sheet> painter) {
        left += x;
        top += y;
        painter.accept(this);
        left -= x;
        top -= y;
    }

    private static String at(double x, double y, String between) {
        return number(x) + between + number(y);
    }

    /** To a hundredth of a pixel, without an exponent. */
    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /**
     * @param title the name of the picture for screen readers
     * @param description what the picture shows
     * @param id the prefix of its element ids; different for each picture of one page
     */
    String svg(int width, int height, String title, String description, String id) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-labelledby=\"" + id + "-title "
                + id + "-desc\" font-family=\"" + TextMetrics.FAMILIES + "\">\n<title id=\"" + id + "-title\">"
                + Markup.escaped(title) + "</title>\n<desc id=\"" + id + "-desc\">" + Markup.escaped(description)
                + "</desc>\n" + elements + "</svg>\n";
    }
}
