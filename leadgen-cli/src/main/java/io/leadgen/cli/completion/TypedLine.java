package io.leadgen.cli.completion;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of words with quotes, as it is being typed.
 *
 * @param words the whole words before the last one, without quotes
 * @param last the last word, without quotes; empty where a new one begins
 * @param start offset in the line where the last word begins
 * @param quote the quote that is open at the end, or 0
 * @param offsets where in the line each character of the last word stands, and where the line ends
 */
public record TypedLine(List<String> words, String last, int start, char quote, List<Integer> offsets) {

    /** What a backslash means outside of single quotes. */
    public enum Backslash {
        /** It takes the meaning of any sign behind it, as in bash, zsh and fish. */
        QUOTES_ALL,
        /** It is a sign like any other but before blanks, quotes and itself, so that paths on Windows are words. */
        QUOTES_FEW
    }

    public TypedLine {
        words = List.copyOf(words);
        offsets = List.copyOf(offsets);
    }

    /** Whether the line can be run as it is. */
    public boolean isWhole() {
        return quote == 0;
    }

    /** All words of the line. */
    public List<String> all() {
        List<String> all = new ArrayList<>(words);
        if (!last.isEmpty() || start < offsets.get(offsets.size() - 1)) {
            all.add(last);
        }
        return all;
    }

    /** Reads a line up to its end. */
    public static TypedLine of(String line, Backslash backslash) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        boolean within = false;
        int start = 0;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean blank = quote == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r');
            if (blank) {
                if (within) {
                    words.add(word.toString());
                    word.setLength(0);
                    offsets.clear();
                    within = false;
                }
                continue;
            }
            if (!within) {
                within = true;
                start = i;
            }
            if (c == '\\' && quote != '\'' && i + 1 < line.length() && quotes(line.charAt(i + 1), quote, backslash)) {
                offsets.add(i);
                word.append(line.charAt(++i));
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                offsets.add(i);
                word.append(c);
            }
        }
        offsets.add(line.length());
        return new TypedLine(words, word.toString(), within ? start : line.length(), quote, offsets);
    }

    private static boolean quotes(char next, char quote, Backslash backslash) {
        if (quote == '"') {
            return next == '"' || next == '\\' || (backslash == Backslash.QUOTES_ALL && (next == '$' || next == '`'));
        }
        return backslash == Backslash.QUOTES_ALL || next == ' ' || next == '\'' || next == '"' || next == '\\';
    }
}
