package io.leadgen.predicate.language.lex;

/** Finds {@code (SELECT …)} in a text: what is in the brackets is read by itself. */
final class SubQueryText {
    private static final String SELECT = "select";

    private SubQueryText() {}

    /** The offset after the closing bracket of the sub-query that begins here; -1 if none does, or if it has no end. */
    static int end(String text, int from) {
        if (text.charAt(from) != '(') {
            return -1;
        }
        int word = from + 1;
        while (word < text.length() && Characters.isSpace(text.charAt(word))) {
            word++;
        }
        int after = word + SELECT.length();
        boolean selects = text.regionMatches(true, word, SELECT, 0, SELECT.length())
                && (after == text.length() || !Characters.isWordPart(text.charAt(after)));
        return selects ? closing(text, from) : -1;
    }

    private static int closing(String text, int from) {
        int open = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '`') {
                at = QuotedText.read(text, at).end();
                continue;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            at++;
            if (open == 0) {
                return at;
            }
        }
        return -1;
    }
}
