package io.leadgen.predicate.language.lex;

import static io.leadgen.error.ErrorCode.PREDICATE_SYNTAX;
import static io.leadgen.error.ErrorCode.PREDICATE_UNSUPPORTED;

import io.leadgen.error.ErrorCode;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What punctuation means: the few operators of the language, and why every other sequence is rejected. */
final class Operators {
    static final String ARITHMETIC = "Arithmetic is not supported in predicates: it can fail or overflow";
    static final String ARITHMETIC_HINT = "calculate the value yourself and compare the column with it";
    static final String PREFIX = "String prefixes are not supported";
    static final String PREFIX_HINT = "write the string in single quotes; only DATE and TIMESTAMP may precede one";
    private static final String COMMENT = "Comments are not supported";
    private static final String PARAMETER = "Parameters are not supported";
    private static final String PARAMETER_HINT = "write the value itself";
    private static final String JSON = "JSON paths and lambdas are not supported";
    private static final String JSON_HINT = "use a column of a simple type";
    private static final String ARRAY = "Arrays are not supported";
    private static final String BRACES = "Braces are not supported";
    private static final String BITS = "Bitwise operators are not supported";
    private static final String REGEX = "Regular expressions are not supported";
    private static final String JOINS = "Joins are not supported";
    private static final String REMOVE = "remove it";

    /** One spelling: an operator of the language, or a rejection. */
    private record Entry(
            String spelling,
            @Nullable Kind kind,
            @Nullable ErrorCode code,
            String message,
            @Nullable String hint) {}

    /**
     * The symbol at one position of the text.
     *
     * @param end offset after it
     * @param kind the operator, or null if it is rejected
     * @param withName whether the rejection includes the name before it
     */
    record Match(
            int end,
            @Nullable Kind kind,
            @Nullable ErrorCode code,
            String message,
            @Nullable String hint,
            boolean withName) {}

    /** Operators of other languages, with their equivalents here. */
    private static final Map<String, String> EQUIVALENTS = Map.ofEntries(
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
    private static final Map<Character, List<Entry>> ENTRIES = new HashMap<>();

    static {
        EnumSet.range(Kind.OPEN, Kind.GE).forEach(kind -> enter(String.valueOf(kind.symbol), kind, null, "", null));
        enter("<=>", Kind.NULL_SAFE_EQ, null, "", null);
        enter("==", Kind.EQ, null, "", null);
        enter("!=", Kind.NE, null, "", null);
        EQUIVALENTS.forEach((spelling, meant) -> unknown(spelling, "write " + meant));
        unknown("~=", "write <>, or LIKE for a pattern");
        unsupported(
                "||",
                "|| is ambiguous: it joins strings in some dialects and means OR in others",
                "write OR between conditions; compare joined strings column by column");
        unsupported("* / % **", ARITHMETIC, ARITHMETIC_HINT);
        unsupported("*= =*", JOINS, "write =");
        unsupported("(+)", JOINS, "remove the (+)");
        unsupported("& | ^ << >>", BITS, ARITHMETIC_HINT);
        unsupported("~", REGEX, "write LIKE or ILIKE");
        unsupported("~*", REGEX, "write ILIKE");
        unsupported("!~", REGEX, "write NOT LIKE");
        unsupported("!~*", REGEX, "write NOT ILIKE");
        unsupported("~~", REGEX, "write LIKE");
        unsupported("::", "Casts are not supported", "compare the column with a value of its own type");
        unsupported("-> ->> #> #>> @> <@", JSON, JSON_HINT);
        unsupported("]", ARRAY, REMOVE);
        unsupported("}", BRACES, REMOVE);
        unsupported("#", unexpected("#"), REMOVE);
        unsupported("? : $ @ @@", PARAMETER, PARAMETER_HINT);
        unsupported(".", unexpected("."), REMOVE);
        enter(";", null, PREDICATE_SYNTAX, unexpected(";"), "remove the semicolon and everything after it");
        Comparator<Entry> byLength =
                Comparator.comparing(entry -> entry.spelling().length());
        ENTRIES.values().forEach(entries -> entries.sort(byLength.reversed()));
    }

    private Operators() {}

    /** The equivalent of an operator of another language, or null. */
    static @Nullable String equivalentOf(String spelling) {
        return EQUIVALENTS.get(spelling);
    }

    private static void unknown(String spelling, String hint) {
        enter(spelling, null, PREDICATE_SYNTAX, "Unknown operator " + spelling, hint);
    }

    private static void unsupported(String spellings, String message, String hint) {
        for (String spelling : spellings.split(" ", -1)) {
            enter(spelling, null, PREDICATE_UNSUPPORTED, message, hint);
        }
    }

    private static void enter(
            String spelling, @Nullable Kind kind, @Nullable ErrorCode code, String message, @Nullable String hint) {
        ENTRIES.computeIfAbsent(spelling.charAt(0), first -> new ArrayList<>())
                .add(new Entry(spelling, kind, code, message, hint));
    }

    /**
     * The symbol at {@code at}: printable ASCII and neither a letter, a digit nor a quote.
     *
     * @param afterName whether a name ends directly before it
     */
    static Match match(String text, int at, boolean afterName) {
        if (text.startsWith("--", at) || text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return syntax(end < 0 ? text.length() : end, COMMENT, "remove everything up to the end of the line");
        }
        if (text.startsWith("/*", at)) {
            return syntax(endOf(text, at + 2, "*/"), COMMENT, "remove the comment");
        }
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == '\\') {
            return syntax(at + 1, unexpected("\\"), REMOVE);
        }
        if (c == '.' && afterName) {
            return new Match(
                    endOfPath(text, at),
                    null,
                    PREDICATE_UNSUPPORTED,
                    "Use the column name without the table name",
                    "remove the table name; put a column name that contains a period in backticks",
                    true);
        }
        if (c == ':' && afterName && Characters.isWordPart(next)) {
            return new Match(endOfPath(text, at), null, PREDICATE_UNSUPPORTED, JSON, JSON_HINT, true);
        }
        if ((c == '$' || c == '#' || c == '@') && afterName) {
            return new Match(
                    Characters.endOfWord(text, at + 1),
                    null,
                    PREDICATE_SYNTAX,
                    unexpected(String.valueOf(c)) + " in a name",
                    "put a column name in backticks, a string in single quotes",
                    true);
        }
        if (c == '&' && next == '\'' && afterName) {
            return new Match(at + 1, null, PREDICATE_UNSUPPORTED, PREFIX, PREFIX_HINT, true);
        }
        if (text.startsWith("$$", at)) {
            return syntax(
                    endOf(text, at + 2, "$$"),
                    "Dollar-quoted strings are not supported",
                    "put the string in single quotes");
        }
        if (c == '[') {
            return new Match(endOf(text, at + 1, "]"), null, PREDICATE_UNSUPPORTED, ARRAY, JSON_HINT, false);
        }
        if (c == '{') {
            String hint = "write DATE '2024-01-31' or TIMESTAMP '2024-01-31 12:00:00' for a date or a timestamp";
            return new Match(endOf(text, at + 1, "}"), null, PREDICATE_UNSUPPORTED, BRACES, hint, false);
        }
        for (Entry entry : ENTRIES.getOrDefault(c, List.of())) {
            if (text.startsWith(entry.spelling(), at)) {
                int end = at + entry.spelling().length();
                boolean named = entry.message().equals(PARAMETER);
                return new Match(
                        named ? Characters.endOfWord(text, end) : end,
                        entry.kind(),
                        entry.code(),
                        entry.message(),
                        entry.hint(),
                        false);
            }
        }
        return syntax(at + 1, unexpected(String.valueOf(c)), REMOVE);
    }

    private static String unexpected(String symbol) {
        return "Unexpected \"" + symbol + "\"";
    }

    private static Match syntax(int end, String message, String hint) {
        return new Match(end, null, PREDICATE_SYNTAX, message, hint, false);
    }

    private static int endOf(String text, int from, String closing) {
        int close = text.indexOf(closing, from);
        return close < 0 ? text.length() : close + closing.length();
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
                end = Characters.endOfWord(text, end);
            }
        }
        return end;
    }
}
