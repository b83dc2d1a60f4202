package io.leadgen.runtime.sql;

import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Text;
import io.leadgen.predicate.LikePattern.Token;
import io.leadgen.predicate.LikePattern.Wildcard;
import java.util.regex.Pattern;

/** Converts LIKE patterns to the syntax of engines. */
final class LikePatterns {
    /** The escape character of every pattern; the defaults of engines differ. */
    static final char ESCAPE = '!';

    private LikePatterns() {}

    /** The pattern for {@code LIKE … ESCAPE '!'}. */
    static String escaped(LikePattern pattern) {
        StringBuilder result = new StringBuilder();
        for (Token token : pattern.tokens()) {
            if (token instanceof Text text) {
                text.value().chars().forEach(c -> {
                    if (c == ESCAPE || c == '%' || c == '_') {
                        result.append(ESCAPE);
                    }
                    result.append((char) c);
                });
            } else {
                result.append(token == Wildcard.ANY_ONE ? '_' : '%');
            }
        }
        return result.toString();
    }

    /** A {@link Pattern} that matches the whole string. */
    static String regularExpression(LikePattern pattern, boolean caseInsensitive) {
        StringBuilder result = new StringBuilder(caseInsensitive ? "(?siu)\\A" : "(?s)\\A");
        for (Token token : pattern.tokens()) {
            if (token instanceof Text text) {
                result.append(Pattern.quote(text.value()));
            } else {
                result.append(token == Wildcard.ANY_ONE ? "." : ".*");
            }
        }
        return result.append("\\z").toString();
    }
}
