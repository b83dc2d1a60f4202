package io.leadgen.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text as a terminal shows it, measured in columns: an ideograph takes two, a combining accent none.
 *
 * <p>What others wrote (comments of columns, predicates) is shown with {@link #visible}: no control character reaches the
 * terminal, where it could move the cursor or forge lines, and no mark that changes the direction of text.
 */
public final class DisplayText {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int FIRST_PICTURE = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;

    private DisplayText() {}

    /** The text with a harmless character in place of each that is not to be shown as it is; the count of units is kept. */
    public static String visible(String text, boolean unicode) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < shown.length()
                    && Character.isLowSurrogate(shown.charAt(i + 1))) {
                i++;
            } else if (c == '\t') {
                shown.setCharAt(i, ' ');
            } else if (Character.isISOControl(c)) {
                shown.setCharAt(i, unicode ? picture(c) : '?');
            } else if (Character.isSurrogate(c) || changesDirection(c)) {
                shown.setCharAt(i, unicode ? REPLACEMENT : '?');
            }
        }
        return shown.toString();
    }

    private static char picture(char control) {
        if (control < ' ') {
            return (char) (FIRST_PICTURE + control);
        }
        return control == 0x7F ? (char) PICTURE_OF_DELETE : REPLACEMENT;
    }

    private static boolean changesDirection(char c) {
        return c == '\u061C'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u2028' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    /**
     * A predicate on one line, for it may have been written on several. It means the same: the language has no line breaks within
     * quotes.
     */
    public static String onOneLine(String predicate, boolean unicode) {
        return visible(predicate.replaceAll("\\s*\\R\\s*", " "), unicode);
    }

    /**
     * A note, with a line break at its end. It may have several lines, such as one for each problem; these breaks are meant, other
     * control characters are not.
     */
    public static String note(String note, Theme theme) {
        return note.lines()
                .map(line -> visible(line, theme.unicode()))
                .flatMap(line -> fitting(line, theme))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Breaks lines at spaces; a path that is longer than a line stays whole, so that it can be copied. */
    private static Stream<String> fitting(String line, Theme theme) {
        boolean breakable = Stream.of(line.split(" ", -1)).allMatch(word -> width(word) <= theme.width());
        return breakable ? wrapped(line, theme.width()).stream() : Stream.of(line);
    }

    public static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** The wide and full-width blocks of Unicode Standard Annex 11, and the emoji. */
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xA960 && c <= 0xA97F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x1F680 && c <= 0x1F6FF)
                || (c >= 0x1F900 && c <= 0x1F9FF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    public static String rightAligned(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** The text, or what of its beginning fits, with a sign that there is more. */
    static String cut(String text, int width, Theme theme) {
        if (width(text) <= width) {
            return text;
        }
        int dots = theme.ellipsis().length();
        return text.substring(0, width <= dots ? 0 : unitsThatFit(text, width - dots)) + theme.ellipsis();
    }

    /** The text in lines of at most {@code width} columns, broken at spaces where possible; nothing is cut off. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width) {
            int fits = unitsThatFit(rest, width);
            int space = rest.lastIndexOf(' ', fits);
            int end = space > 0 ? space : fits;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /** How many units of the beginning fit; one character at least, so that a caller always makes progress. */
    static int unitsThatFit(String text, int width) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            used += width(codePoint);
            if (used > width) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at == 0 && !text.isEmpty() ? Character.charCount(text.codePointAt(0)) : at;
    }
}
