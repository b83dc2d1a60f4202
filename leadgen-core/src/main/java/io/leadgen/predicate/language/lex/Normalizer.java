package io.leadgen.predicate.language.lex;

import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * The first of the three steps: what goes to JSqlParser, if anything.
 *
 * <p>JSqlParser drops what follows some lexical errors, reads some tokens as something else than Databricks does, and its
 * time grows with the cube of the depth. So it never sees the caller's text. It sees this gate's tokens, written anew: every
 * name in backticks, every operator in one spelling, nothing but the words of the language.
 */
public final class Normalizer {
    private final List<Token> tokens;
    private final String normalised;
    /** Where each token stands in the normalised line. */
    private final int[] starts;

    private Normalizer(List<Token> tokens, String normalised, int[] starts) {
        this.tokens = tokens;
        this.normalised = normalised;
        this.starts = starts;
    }

    /** The gated text, unless the findings say what is wrong with it. */
    public static Normalizer open(String text, PredicateLimits limits, Diagnostics findings) {
        List<Token> raw = Lexer.tokens(text, limits, findings);
        List<Token> tokens = new WordReader(raw, findings).read();
        tokens.add(new Token(Kind.END, "", text.length(), text.length()));
        if (findings.isEmpty()) {
            new AdjacencyRules(tokens, limits, findings).check();
        }
        return write(tokens);
    }

    private static Normalizer write(List<Token> tokens) {
        StringBuilder line = new StringBuilder();
        int[] starts = new int[tokens.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = line.length();
            line.append(tokens.get(i).normalised(i)).append(' ');
        }
        return new Normalizer(tokens, line.toString(), starts);
    }

    /** All tokens, and an END behind them. */
    public List<Token> tokens() {
        return tokens;
    }

    /** The tokens as one line for JSqlParser. */
    public String normalised() {
        return normalised;
    }

    /** The index of the token that covers an offset of the normalised line. */
    public int tokenAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
