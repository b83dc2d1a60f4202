package io.leadgen.cli.figure.file;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** The fonts, and how much room text takes in them. */
final class TextMetrics {
    /** What a browser is to use: fonts as wide as those that were measured, or narrower. */
    static final String FAMILIES = "'DejaVu Sans', Verdana, Arial, sans-serif";

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    static final Font BODY = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final String ELLIPSIS = "…";
    private static final double STEP = 8;
    private static final FontRenderContext UNSCALED = new FontRenderContext(null, true, true);

    private TextMetrics() {}

    /** Finds whether text can be measured at all; CONFIG_INVALID if not. */
    static void check() {
        try {
            width("0", BODY);
        } catch (Error | RuntimeException e) { // each Java throws another one, Java 17 a plain Error too
            throw LeadgenException.causedBy(
                    ErrorCode.CONFIG_INVALID,
                    "A chart cannot be drawn: this Java finds no fonts",
                    "install fontconfig and a font, such as the packages fontconfig and fonts-dejavu-core",
                    e);
        }
    }

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, UNSCALED).getWidth();
    }

    /** The text, or what of its beginning fits, with a sign that there is more. */
    static String cut(String text, double room, Font font) {
        if (width(text, font) <= room) {
            return text;
        }
        int fits = fits(text, room - width(ELLIPSIS, font), font);
        return text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }

    /** Texts joined into one; where they do not fit, the longest are cut off first. */
    static String joined(List<String> texts, String between, double room, Font font) {
        String joined = String.join(between, texts);
        for (double each = room; width(joined, font) > room && each > 0; each -= STEP) {
            double most = each;
            joined = String.join(
                    between, texts.stream().map(text -> cut(text, most, font)).toList());
        }
        return joined;
    }

    /** The text in at most so many lines, broken at spaces where possible; the last one is cut off if necessary. */
    static List<String> wrapped(String text, double room, Font font, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (lines.size() < most - 1 && width(rest, font) > room) {
            int fits = Math.max(1, fits(rest, room, font));
            int space = rest.lastIndexOf(' ', fits);
            int end = space > 0 ? space : fits;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(cut(rest, room, font));
        return lines;
    }

    /** How many units of the beginning fit; a character is never divided. */
    private static int fits(String text, double room, Font font) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, middle), font) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low > 0 && low < text.length() && Character.isLowSurrogate(text.charAt(low)) ? low - 1 : low;
    }
}
