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
 * @param offsets the position in the line of each character of the last word, and the end of the line
 */
public record TypedLine(List<String> words, String last, int start, char quote, List<Integer> offsets) {

    /** What a backslash means outside of single quotes. */
    public enum Backslash {
        /** It quotes any character after it, as in bash, zsh and fish. */
        QUOTES_ALL,
        /** It quotes only spaces, quotes and itself, so that Windows paths are words. */
        QUOTES_FEW
    }

    /** Whether the line can be run as it is. */
    public boolean isWhole() {
        return quote == 0;
    }

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
            boolean space = quote == 0 && (c == ' ' || c == '\t' || c == '\n' || c == '\r');
            if (space) {
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
