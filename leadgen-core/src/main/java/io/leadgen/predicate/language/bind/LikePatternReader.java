package io.leadgen.predicate.language.bind;

import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Text;
import io.leadgen.predicate.LikePattern.Token;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.parse.Syntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pattern of LIKE. Without ESCAPE there is no escape character: engines differ in the default, and the lexer rejects
 * backslashes.
 */
final class LikePatternReader {
    /** How long an engine works on one row grows with each of them, and what it does shows in its time. */
    private static final int MOST_ANY_TEXT = 4;

    private LikePatternReader() {}

    /** The pattern, or null with a diagnostic. */
    static @Nullable LikePattern read(Syntax.Text pattern, Syntax.@Nullable Text escape, Diagnostics diagnostics) {
        int escapeCharacter = -1;
        if (escape != null) {
            String value = escape.value();
            if (value.codePointCount(0, value.length()) != 1 || value.equals("%") || value.equals("_")) {
                diagnostics.syntax(
                        escape.range(),
                        "ESCAPE requires one character other than % and _",
                        "write for example LIKE '10!%' ESCAPE '!'");
                return null;
            }
            escapeCharacter = value.codePointAt(0);
        }
        List<Token> tokens = new ArrayList<>();
        boolean escaped = false;
        for (int c : pattern.value().codePoints().toArray()) {
            boolean special = c == '%' || c == '_' || c == escapeCharacter;
            if (escaped && !special) {
                break;
            }
            if (!escaped && c == escapeCharacter) {
                escaped = true;
                continue;
            }
            tokens.add(
                    escaped || !special
                            ? new Text(Character.toString(c))
                            : c == '%' ? Wildcard.ANY_TEXT : Wildcard.ANY_ONE);
            escaped = false;
        }
        if (escaped) {
            diagnostics.syntax(
                    pattern.range(),
                    "The escape character must precede %, _ or itself",
                    "double it to match the character itself");
            return null;
        }
        LikePattern read = new LikePattern(tokens);
        if (read.tokens().stream().filter(Wildcard.ANY_TEXT::equals).count() > MOST_ANY_TEXT) {
            diagnostics.tooLarge(
                    pattern.range(),
                    "A pattern has " + MOST_ANY_TEXT + " % at most",
                    "look for fewer pieces of text in one pattern");
            return null;
        }
        return read;
    }

    static LikePattern startsWith(String text) {
        return of(text, false, true);
    }

    static LikePattern endsWith(String text) {
        return of(text, true, false);
    }

    static LikePattern contains(String text) {
        return of(text, true, true);
    }

    private static LikePattern of(String text, boolean before, boolean after) {
        List<Token> tokens = new ArrayList<>();
        if (before) {
            tokens.add(Wildcard.ANY_TEXT);
        }
        if (!text.isEmpty()) {
            tokens.add(new Text(text));
        }
        if (after) {
            tokens.add(Wildcard.ANY_TEXT);
        }
        return new LikePattern(tokens);
    }
}
