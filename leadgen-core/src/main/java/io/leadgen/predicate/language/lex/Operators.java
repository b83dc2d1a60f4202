package io.leadgen.predicate.language.lex;

import static io.leadgen.error.ErrorCode.PREDICATE_SYNTAX;
import static io.leadgen.error.ErrorCode.PREDICATE_UNSUPPORTED;

import io.leadgen.error.ErrorCode;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What punctuation means: the few operators of the language, and why every other sequence is refused. */
final class Operators {
    private static final String ARITHMETIC =
            "Arithmetic is not part of a predicate: it can fail or overflow on some rows";
    private static final String ARITHMETIC_HINT = "compare the column itself with a value that you have worked out";
    static final String PREFIX = "A string has no prefix";
    static final String PREFIX_HINT =
            "write the string alone in single quotes; only DATE and TIMESTAMP may stand before one";
    private static final String COMMENT = "A comment is not part of a predicate";
    private static final String PARAMETER = "A parameter is not part of a predicate";
    private static final String PARAMETER_HINT = "write the value itself";
    private static final String JSON = "JSON paths and lambdas are not part of the predicate language";
    private static final String JSON_HINT = "filter on a column of a plain type";
    private static final String ARRAY = "Arrays and their elements are not part of the predicate language";
    private static final String BITS = "Bit operators are not part of the predicate language";
    private static final String REGEX = "Regular expressions are not part of the predicate language";

    /** One spelling: an operator of the language, or a refusal. */
    private record Entry(
            String spelling,
            @Nullable Kind kind,
            @Nullable ErrorCode code,
            String message,
            @Nullable String hint) {}

    /**
     * What stands at a place of the text.
     *
     * @param end offset behind it
     * @param kind the operator, or null if it is refused
     * @param withName whether the refusal is of the name before it too
     */
    record Match(
            int end,
            @Nullable Kind kind,
            @Nullable ErrorCode code,
            String message,
            @Nullable String hint,
            boolean withName) {}

    /** Operators of other languages, with those that are meant by them. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("=<", "<="),
            Map.entry("=>", ">="),
            Map.entry("===", "="),
            Map.entry("!==", "<>"),
            Map.entry("><", "<>"),
            Map.entry("^=", "<>"),
            Map.entry(":=", "="),
            Map.entry("!<", ">="),
            Map.entry("!>", "<="),
            Map.entry("!", "NOT"),
            Map.entry("&&", "AND"));

    /** By first character, longer spellings first. */
    private static final Map<Character, List<Entry>> ENTRIES = Stream.concat(
                    MEANT.entrySet().stream().map(meant -> misspelt(meant.getKey(), "write " + meant.getValue())),
                    Stream.of(
                            operator("(", Kind.OPEN),
                            operator(")", Kind.CLOSE),
                            operator(",", Kind.COMMA),
                            operator("+", Kind.PLUS),
                            operator("-", Kind.MINUS),
                            operator("=", Kind.EQ),
                            operator("==", Kind.EQ),
                            operator("<>", Kind.NE),
                            operator("!=", Kind.NE),
                            operator("<", Kind.LT),
                            operator("<=", Kind.LE),
                            operator(">", Kind.GT),
                            operator(">=", Kind.GE),
                            operator("<=>", Kind.NULL_SAFE_EQ),
                            misspelt("~=", "write <>, or LIKE for a pattern"),
                            unsupported(
                                    "||",
                                    "|| joins strings in some dialects and means OR in others",
                                    "write OR between conditions; compare columns one by one instead of joining them"),
                            unsupported("*", ARITHMETIC, ARITHMETIC_HINT),
                            unsupported("/", ARITHMETIC, ARITHMETIC_HINT),
                            unsupported("%", ARITHMETIC, ARITHMETIC_HINT),
                            unsupported("**", ARITHMETIC, ARITHMETIC_HINT),
                            unsupported("*=", "Joins are not part of a predicate", "write ="),
                            unsupported("=*", "Joins are not part of a predicate", "write ="),
                            unsupported("(+)", "Joins are not part of a predicate", "remove the (+)"),
                            unsupported("&", BITS, ARITHMETIC_HINT),
                            unsupported("|", BITS, ARITHMETIC_HINT),
                            unsupported("^", BITS, ARITHMETIC_HINT),
                            unsupported("<<", BITS, ARITHMETIC_HINT),
                            unsupported(">>", BITS, ARITHMETIC_HINT),
                            unsupported("~", REGEX, "write LIKE or ILIKE"),
                            unsupported("~*", REGEX, "write ILIKE"),
                            unsupported("!~", REGEX, "write NOT LIKE"),
                            unsupported("!~*", REGEX, "write NOT ILIKE"),
                            unsupported("~~", REGEX, "write LIKE"),
                            unsupported(
                                    "::",
                                    "Casts are not part of the predicate language",
                                    "compare the column with a value of its own type"),
                            unsupported("->", JSON, JSON_HINT),
                            unsupported("->>", JSON, JSON_HINT),
                            unsupported("#>", JSON, JSON_HINT),
                            unsupported("#>>", JSON, JSON_HINT),
                            unsupported("@>", JSON, JSON_HINT),
                            unsupported("<@", JSON, JSON_HINT),
                            unsupported("]", ARRAY, "remove it"),
                            unsupported("}", "Braces are not part of the predicate language", "remove it"),
                            unsupported("#", "The character # has no meaning in a predicate", "remove it"),
                            unsupported("?", PARAMETER, PARAMETER_HINT),
                            unsupported(":", PARAMETER, PARAMETER_HINT),
                            unsupported("$", PARAMETER, PARAMETER_HINT),
                            unsupported("@", PARAMETER, PARAMETER_HINT),
                            unsupported("@@", PARAMETER, PARAMETER_HINT),
                            unsupported(".", "A point stands only inside a number", "remove it"),
                            new Entry(
                                    ";",
                                    null,
                                    PREDICATE_SYNTAX,
                                    "A predicate is one condition, not a list of statements",
                                    "remove the semicolon and what follows it")))
            .sorted(Comparator.comparing((Entry entry) -> -entry.spelling().length()))
            .collect(Collectors.groupingBy(entry -> entry.spelling().charAt(0)));

    private Operators() {}

    /** The operator that is meant by one of another language, or null. */
    static @Nullable String meantBy(String spelling) {
        return MEANT.get(spelling);
    }

    private static Entry operator(String spelling, Kind kind) {
        return new Entry(spelling, kind, null, "", null);
    }

    private static Entry misspelt(String spelling, String hint) {
        return new Entry(
                spelling, null, PREDICATE_SYNTAX, spelling + " is not an operator of the predicate language", hint);
    }

    private static Entry unsupported(String spelling, String message, @Nullable String hint) {
        return new Entry(spelling, null, PREDICATE_UNSUPPORTED, message, hint);
    }

    /**
     * What stands at {@code at}, which is printable ASCII and neither a letter, a digit nor a quote.
     *
     * @param afterName whether a name ends directly before it
     */
    static Match match(String text, int at, boolean afterName) {
        if (text.startsWith("--", at) || text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return syntax(end < 0 ? text.length() : end, COMMENT, "remove it, up to the end of the line");
        }
        if (text.startsWith("/*", at)) {
            return syntax(endOf(text, at + 2, "*/"), COMMENT, "remove it");
        }
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == '\\') {
            return syntax(at + 1, "A backslash means nothing outside of quotes, and is refused inside", "remove it");
        }
        if (c == '.' && afterName) {
            return new Match(
                    endOfPath(text, at),
                    null,
                    PREDICATE_UNSUPPORTED,
                    "A column is named by one part, since the table is known already",
                    "write the column's name alone; a name that itself holds a point stands in backticks",
                    true);
        }
        if (c == ':' && afterName && isWordPart(next)) {
            return new Match(endOfPath(text, at), null, PREDICATE_UNSUPPORTED, JSON, JSON_HINT, true);
        }
        if ((c == '$' || c == '#' || c == '@') && afterName) {
            return new Match(
                    endOfWord(text, at + 1),
                    null,
                    PREDICATE_SYNTAX,
                    "The character " + c + " cannot stand in a name or a value without quotes",
                    "put a column's name in backticks, a string in single quotes",
                    true);
        }
        if (c == '&' && next == '\'' && afterName) {
            return new Match(at + 1, null, PREDICATE_UNSUPPORTED, PREFIX, PREFIX_HINT, true);
        }
        if (text.startsWith("$$", at)) {
            return syntax(
                    endOf(text, at + 2, "$$"), "Dollar signs do not quote a string", "put the string in single quotes");
        }
        if (c == '[' || c == '{') {
            String message = c == '[' ? ARRAY : "Braces are not part of the predicate language";
            String hint = c == '['
                    ? JSON_HINT
                    : "write DATE '2024-01-31' or TIMESTAMP '2024-01-31 12:00:00' for a day or a time";
            return new Match(
                    endOf(text, at + 1, c == '[' ? "]" : "}"), null, PREDICATE_UNSUPPORTED, message, hint, false);
        }
        for (Entry entry : ENTRIES.getOrDefault(c, List.of())) {
            if (text.startsWith(entry.spelling(), at)) {
                int end = at + entry.spelling().length();
                boolean named = entry.message().equals(PARAMETER);
                return new Match(
                        named ? endOfWord(text, end) : end,
                        entry.kind(),
                        entry.code(),
                        entry.message(),
                        entry.hint(),
                        false);
            }
        }
        return syntax(at + 1, "The character " + c + " has no meaning in a predicate", "remove it");
    }

    private static Match syntax(int end, String message, String hint) {
        return new Match(end, null, PREDICATE_SYNTAX, message, hint, false);
    }

    private static int endOf(String text, int from, String closing) {
        int close = text.indexOf(closing, from);
        return close < 0 ? text.length() : close + closing.length();
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The end of {@code .b}, {@code .`b`.c}, {@code .*} or {@code :b.c}. */
    private static int endOfPath(String text, int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ':')) {
            end++;
            if (text.startsWith("`", end)) {
                end = endOf(text, end + 1, "`");
            } else if (text.startsWith("*", end)) {
                end++;
            } else {
                end = endOfWord(text, end);
            }
        }
        return end;
    }
}
