package io.leadgen.cli.figure.file;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** Marks that stand beside the axes. */
final class Shapes {
    private Shapes() {}

    static Shape box(double x1, double y1, double x2, double y2) {
        return new Rectangle2D.Double(x1, y1, x2 - x1, y2 - y1);
    }

    static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static void fill(Sheet sheet, Shape shape, Palette ink) {
        sheet.graphics().setColor(ink.onWhite());
        sheet.graphics().fill(shape);
    }
}
