package io.leadgen.cli.figure.file;

import java.awt.Font;
import java.awt.Graphics2D;

/** A part of a sheet, whose upper left is elsewhere. */
final class ShiftedSheet implements Sheet {
    private final Sheet whole;
    private final double x;
    private final double y;
    private final Graphics2D graphics;

    ShiftedSheet(Sheet whole, double x, double y) {
        this.whole = whole;
        this.x = x;
        this.y = y;
        this.graphics = (Graphics2D) whole.graphics().create();
        graphics.translate(x, y);
    }

    @Override
    public Graphics2D graphics() {
        return graphics;
    }

    @Override
    public void text(String text, double atX, double atY, Anchor anchor, Font font, Palette ink) {
        whole.text(text, x + atX, y + atY, anchor, font, ink);
    }
}
