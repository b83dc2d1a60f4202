package io.leadgen.cli.figure.file;

import java.awt.Font;
import java.awt.Graphics2D;

/** What is drawn on. Lengths are in pixels of CSS, from the upper left. */
interface Sheet {

    /** Where a text stands from its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** For shapes, in the colours of {@link Palette#onWhite}. */
    Graphics2D graphics();

    /** Writes a line of text with its base line at a point. */
    void text(String text, double x, double y, Anchor anchor, Font font, Palette ink);
}
