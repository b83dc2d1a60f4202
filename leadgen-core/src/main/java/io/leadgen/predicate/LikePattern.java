package io.leadgen.predicate;

import java.util.ArrayList;
import java.util.List;

/**
 * A LIKE pattern as tokens, independent of the escape rules of any engine. It is normalized: adjacent texts are one text, and in a
 * run of wildcards the single ones come first and the multiple one is written once.
 */
public record LikePattern(List<Token> tokens) {

    /** A part of a pattern. */
    public sealed interface Token {}

    /** Matches exactly this text, which is not empty. */
    public record Text(String value) implements Token {
        public Text {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("empty text");
            }
        }
    }

    /** A wildcard. */
    public enum Wildcard implements Token {
        /** {@code _}: any one code point. */
        ANY_ONE,
        /** {@code %}: any text, including none. */
        ANY_TEXT
    }

    public LikePattern {
        tokens = normalize(tokens);
    }

    private static List<Token> normalize(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean anyText = false;
        for (Token token : tokens) {
            if (token instanceof Text literal) {
                if (anyText) {
                    result.add(Wildcard.ANY_TEXT);
                    anyText = false;
                }
                text.append(literal.value());
                continue;
            }
            if (text.length() > 0) {
                result.add(new Text(text.toString()));
                text.setLength(0);
            }
            if (token == Wildcard.ANY_TEXT) {
                anyText = true;
            } else {
                result.add(token);
            }
        }
        if (text.length() > 0) {
            result.add(new Text(text.toString()));
        }
        if (anyText) {
            result.add(Wildcard.ANY_TEXT);
        }
        return List.copyOf(result);
    }
}
