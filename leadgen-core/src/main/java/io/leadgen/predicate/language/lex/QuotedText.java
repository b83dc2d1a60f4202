package io.leadgen.predicate.language.lex;

/**
 * A string in single quotes or a name in backticks, as it is written. A doubled delimiter stands for the delimiter itself.
 *
 * @param value the text between the delimiters, each doubled delimiter written once
 * @param end offset after the closing delimiter, or the end of the text if there is none
 * @param closed whether there is a closing delimiter
 * @param lastBackslash offset of the last backslash, or -1
 * @param ambiguous whether another dialect could find the end elsewhere, because a backslash precedes a delimiter
 */
record QuotedText(String value, int end, boolean closed, int lastBackslash, boolean ambiguous) {

    /** Reads from the opening delimiter at {@code from}. */
    static QuotedText read(String text, int from) {
        char delimiter = text.charAt(from);
        StringBuilder value = new StringBuilder();
        int lastBackslash = -1;
        boolean ambiguous = false;
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == delimiter && !isAt(text, at + 1, delimiter)) {
                return new QuotedText(value.toString(), at + 1, true, lastBackslash, ambiguous);
            }
            if (c == '\\') {
                lastBackslash = at;
                ambiguous |= isAt(text, at + 1, delimiter);
            }
            at += c == delimiter ? 1 : 0;
            value.append(c);
        }
        return new QuotedText(value.toString(), text.length(), false, lastBackslash, ambiguous);
    }

    private static boolean isAt(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
