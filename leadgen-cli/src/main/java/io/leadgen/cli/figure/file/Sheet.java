package io.leadgen.cli.figure.file;

import java.awt.Font;
import java.util.function.Consumer;

/** A surface to draw on. Lengths are in CSS pixels from the upper left corner; corners are given as x, y, x, y, … */
interface Sheet {

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void area(Palette ink, double... corners);

    void line(Palette ink, double width, boolean dashed, double... points);

    void dot(Palette ink, double x, double y, double radius);

    /** Writes a line of text with its base line at a point. */
    void text(String text, double x, double y, Anchor anchor, Font font, Palette ink);

    /** Draws a part of the sheet whose upper left corner is at a point. */
    void shifted(double x, double y, Consumer<Sheet> painter);

    default void box(Palette ink, double left, double top, double right, double bottom) {
        area(ink, left, top, right, top, right, bottom, left, bottom);
    }
}
