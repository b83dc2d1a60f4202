package io.leadgen.runtime.yaml;

import java.util.Comparator;

/** A place in a file; line and column count from 1, columns in characters. */
record Position(int line, int column) implements Comparable<Position> {
    private static final Comparator<Position> READING_ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    static final Position START = new Position(1, 1);

    /** The place of the character at an offset, in UTF-16 units, of a text. */
    static Position of(String text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            boolean firstOfTwo = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !firstOfTwo) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, text.codePointCount(lineStart, Math.max(lineStart, offset)) + 1);
    }

    @Override
    public int compareTo(Position other) {
        return READING_ORDER.compare(this, other);
    }
}
