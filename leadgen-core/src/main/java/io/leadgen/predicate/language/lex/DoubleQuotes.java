package io.leadgen.predicate.language.lex;

import io.leadgen.error.Fix;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.List;
import java.util.Locale;

/** Fixes double quotes. What precedes them usually shows whether the author meant a string or a name. */
final class DoubleQuotes {
    private static final String STRING = "'";
    private static final String NAME = "`";
    private static final String UNCLEAR = "";

    private DoubleQuotes() {}

    /**
     * The two fixes, or none if the meaning is unclear.
     *
     * @param before the tokens before the quotes
     * @param from offset of the opening quote
     * @param closing offset of the closing quote, or -1
     */
    static List<Fix> fixes(List<Token> before, String text, int from, int closing) {
        if (closing < 0 || text.substring(from + 1, closing).chars().anyMatch(c -> "'`\\".indexOf(c) >= 0)) {
            return List.of();
        }
        String delimiter = delimiter(before);
        return delimiter.equals(UNCLEAR)
                ? List.of()
                : List.of(new Fix(from, from + 1, delimiter), new Fix(closing, closing + 1, delimiter));
    }

    private static String delimiter(List<Token> before) {
        int last = before.size() - 1;
        while (last >= 0
                && (before.get(last).kind() == Kind.COMMA || before.get(last).kind() == Kind.STRING)) {
            last--;
        }
        if (last < 0) {
            return NAME;
        }
        Token token = before.get(last);
        if (token.kind() == Kind.OPEN) {
            return last > 0 && word(before.get(last - 1)).equals("in") ? STRING : NAME;
        }
        if (token.kind().isComparison()) {
            return STRING;
        }
        return switch (word(token)) {
            case "like", "ilike" -> STRING;
            case "and", "or", "not", "where" -> NAME;
            default -> UNCLEAR;
        };
    }

    private static String word(Token token) {
        return token.kind() == Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : "";
    }
}
