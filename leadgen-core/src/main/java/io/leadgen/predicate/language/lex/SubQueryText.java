package io.leadgen.predicate.language.lex;

import java.util.Locale;

/** Finds {@code (SELECT …)} in a text: what is in the brackets is read by itself. */
final class SubQueryText {
    private static final String SELECT = "select";

    private SubQueryText() {}

    /** Whether a sub-query begins at this bracket. */
    static boolean begins(String text, int from) {
        if (text.charAt(from) != '(') {
            return false;
        }
        int word = afterSpaces(text, from + 1);
        return text.regionMatches(true, word, SELECT, 0, SELECT.length()) && selects(text, word + SELECT.length());
    }

    /** Whether something is selected here. A column may have the name as well: {@code (select IS NULL)}. */
    private static boolean selects(String text, int after) {
        int next = afterSpaces(text, after);
        if (next == after || next == text.length()) {
            return false;
        }
        char c = text.charAt(next);
        if (c == '*' || c == '`' || Characters.isDigit(c)) {
            return true;
        }
        String following = text.substring(next, Characters.endOfWord(text, next));
        return !following.isEmpty() && Words.keyword(following.toLowerCase(Locale.ROOT)) == null;
    }

    private static int afterSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && Characters.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset after the bracket that closes this one; -1 if none does. */
    static int closing(String text, int from) {
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
