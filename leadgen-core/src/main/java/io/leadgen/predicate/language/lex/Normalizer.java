package io.leadgen.predicate.language.lex;

import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * The first of the three steps of parsing: the tokens of a text, and one line for JSqlParser that is written from them.
 *
 * <p>JSqlParser never sees the caller's text. It drops what follows some lexical errors, reads some tokens differently than
 * Databricks does, and its time grows with the cube of the depth. The line has every name in backticks, every operator in one
 * spelling, and no words but those of the language.
 */
public final class Normalizer {
    private final List<Token> tokens;
    private final String normalized;
    /** The offset of each token in the normalized line. */
    private final int[] starts;

    private Normalizer(List<Token> tokens, String normalized, int[] starts) {
        this.tokens = tokens;
        this.normalized = normalized;
        this.starts = starts;
    }

    /** Reads a predicate. The result is valid only if no diagnostic is added. */
    public static Normalizer of(String text, PredicateLimits limits, Diagnostics diagnostics) {
        return of(Lexer.tokens(text, limits, false, diagnostics), text.length(), limits, diagnostics);
    }

    /** What is in the brackets of a sub-query, in tokens whose words are not decided. Valid only if no diagnostic is added. */
    public static List<Token> subQuery(Token query, PredicateLimits limits, Diagnostics diagnostics) {
        // With as many spaces before it, so that positions are those of the whole text.
        int from = query.to() - 1 - query.text().length();
        return Lexer.tokens(" ".repeat(from) + query.text(), limits, true, diagnostics);
    }

    /**
     * Reads a predicate of which the tokens are known.
     *
     * @param raw tokens whose words are not decided
     * @param end offset after the last one
     */
    public static Normalizer of(List<Token> raw, int end, PredicateLimits limits, Diagnostics diagnostics) {
        List<Token> tokens = new WordReader(raw, diagnostics).read();
        tokens.add(new Token(Kind.END, "", end, end));
        if (diagnostics.isEmpty()) {
            new AdjacencyRules(tokens, limits, diagnostics).check();
        }
        return write(tokens);
    }

    /** The tokens of a predicate that is still being written: its end may be missing. Valid only if no diagnostic is added. */
    public static List<Token> unfinished(String text, PredicateLimits limits, Diagnostics diagnostics) {
        List<Token> tokens = tokens(text, limits, diagnostics);
        if (diagnostics.isEmpty()) {
            new AdjacencyRules(tokens, limits, diagnostics).checkTokens();
        }
        return tokens;
    }

    private static List<Token> tokens(String text, PredicateLimits limits, Diagnostics diagnostics) {
        return new WordReader(Lexer.tokens(text, limits, false, diagnostics), diagnostics).read();
    }

    private static Normalizer write(List<Token> tokens) {
        StringBuilder line = new StringBuilder();
        int[] starts = new int[tokens.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = line.length();
            line.append(tokens.get(i).normalized(i)).append(' ');
        }
        return new Normalizer(tokens, line.toString(), starts);
    }

    /** All tokens; the last one is END. */
    public List<Token> tokens() {
        return tokens;
    }

    /** The tokens as one line for JSqlParser. */
    public String normalized() {
        return normalized;
    }

    /** The index of the token that covers an offset of the normalized line. */
    public int tokenAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
