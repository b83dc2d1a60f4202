package io.leadgen.cli.figure.file;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** An image with two points for each CSS pixel in both directions, for high-density screens. */
final class RasterSheet implements Sheet {
    private static final int DENSITY = 2;

    private final BufferedImage image;
    private final Graphics2D graphics;

    RasterSheet(int width, int height) {
        image = new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(DENSITY, DENSITY);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        box(Palette.GROUND, 0, 0, width, height);
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    @Override
    public void area(Palette ink, double... corners) {
        graphics.setColor(ink.onWhite());
        graphics.fill(path(corners));
    }

    @Override
    public void line(Palette ink, double width, boolean dashed, double... points) {
        graphics.setColor(ink.onWhite());
        graphics.setStroke(new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashed ? new float[] {5, 4} : null, 0));
        graphics.draw(path(points));
    }

    @Override
    public void dot(Palette ink, double x, double y, double radius) {
        graphics.setColor(ink.onWhite());
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, Font font, Palette ink) {
        double width = TextMetrics.width(text, font);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        graphics.setFont(font);
        graphics.setColor(ink.onWhite());
        graphics.drawString(text, (float) left, (float) y);
    }

    @Override
    public void shifted(double x, double y, Consumer<Sheet> painter) {
        graphics.translate(x, y);
        painter.accept(this);
        graphics.translate(-x, -y);
    }

    byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
