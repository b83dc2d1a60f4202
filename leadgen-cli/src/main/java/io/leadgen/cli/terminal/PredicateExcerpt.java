package io.leadgen.cli.terminal;

/**
 * The line of a predicate that a diagnostic is about, with a mark under the exact spot. Of a line that is wider than the terminal,
 * the part around the spot.
 */
public record PredicateExcerpt(String predicate, Theme theme) {
    private static final String INDENT = "  ";

    /** More of a line explains nothing, not even in a log, which has no width. */
    private static final int WIDEST = 160;

    /**
     * Two lines: the text and the mark.
     *
     * @param from offset of the first unit concerned
     * @param to offset after the last character; a spot without width gets one mark
     */
    public String at(int from, int to) {
        int start = Math.min(from, predicate.length());
        int lineStart = predicate.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = predicate.indexOf('\n', start);
        lineEnd = lineEnd < 0 ? predicate.length() : lineEnd;
        String line = DisplayText.visible(predicate.substring(lineStart, lineEnd), theme.unicode());
        int markFrom = boundary(line, start - lineStart);
        int markTo = Math.max(markFrom, boundary(line, Math.min(Math.max(to, start), lineEnd) - lineStart));
        return window(line, markFrom, markTo);
    }

    /** An offset that is not between the halves of a surrogate pair. */
    private static int boundary(String line, int offset) {
        boolean split = offset > 0
                && offset < line.length()
                && Character.isLowSurrogate(line.charAt(offset))
                && Character.isHighSurrogate(line.charAt(offset - 1));
        return split ? offset - 1 : offset;
    }

    private String window(String line, int markFrom, int markTo) {
        int available = Math.min(WIDEST, theme.width()) - INDENT.length();
        String before = line.substring(0, markFrom);
        String marked = line.substring(markFrom, markTo);
        String after = line.substring(markTo);
        if (DisplayText.width(line) > available) {
            int dots = theme.ellipsis().length();
            String whole = marked;
            marked = DisplayText.cut(whole, available - 2 * dots, theme);
            int room = available - DisplayText.width(marked) - 2 * dots;
            // The text before a mistake usually explains it, so that side gets the larger part.
            int roomBefore = Math.max(room - Math.min(room / 3, DisplayText.width(after)), 0);
            before = end(before, roomBefore);
            after = marked.equals(whole)
                    ? DisplayText.cut(after, Math.max(0, room - DisplayText.width(before)) + dots, theme)
                    : "";
        }
        int width = Math.max(1, DisplayText.width(marked));
        return INDENT + before + theme.strong(marked) + after + "\n" + INDENT + " ".repeat(DisplayText.width(before))
                + theme.error("^".repeat(width)) + "\n";
    }

    private String end(String text, int width) {
        if (DisplayText.width(text) <= width) {
            return text;
        }
        int from = text.length();
        int used = 0;
        while (from > 0) {
            int codePoint = text.codePointBefore(from);
            used += DisplayText.width(codePoint);
            if (used > width) {
                break;
            }
            from -= Character.charCount(codePoint);
        }
        return theme.ellipsis() + text.substring(from);
    }
}
