package io.leadgen.cli.figure.file;

import java.awt.Color;
import java.util.Locale;

/**
 * What a stroke is for. Each has a colour on white and one on a dark ground; both were chosen so that text has a contrast of 4.5 at
 * least to its ground, and marks one of 3.
 */
enum Palette {
    GROUND(0xFFFFFF, 0x16181D),
    TEXT(0x1B1F24, 0xE6E8EB),
    /** Text that is read after the other. */
    QUIET(0x59626E, 0xA3ACB8),
    GRID(0xDDE1E6, 0x33383F),
    MARK(0x5B8FC9, 0x4A82BF),
    INTERVAL(0x0B2545, 0xF2F4F7),
    BAND(0xC9DCF1, 0x2A4669),
    LOST(0xE3B5A4, 0x7A4A3A),
    QUANTILE(0x9A3F00, 0xF0A35E);

    private final Color onWhite;
    private final String onDark;

    Palette(int onWhite, int onDark) {
        this.onWhite = new Color(onWhite);
        this.onDark = hex(onDark);
    }

    Color onWhite() {
        return onWhite;
    }

    String onDark() {
        return onDark;
    }

    String property() {
        return "--lg-" + name().toLowerCase(Locale.ROOT);
    }

    static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF);
    }
}
