package io.leadgen.tests.databricks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a statement in Databricks SQL, without its comments. */
final class SqlTokens {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>--[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|(?<quoted>`(?:[^`]|``)*`)"
            + "|(?<string>'(?:[^'\\\\]|\\\\(?s:.)|'')*')"
            + "|(?<number>(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?:[dD]|[lL]|[bB][dD])?)"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|(?<symbol><=>|<=|>=|<>|!=|\\|\\||\\S)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\((?s:.))|''");

    private SqlTokens() {}

    enum Kind {
        NAME,
        WORD,
        STRING,
        NUMBER,
        SYMBOL
    }

    /**
     * A token; of a quoted name and of a string, what it stands for.
     *
     * @param marker how many markers come before it
     */
    record Token(Kind kind, String text, int marker) {

        /** Whether this is a word of the language, such as a keyword, in any case. */
        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
        }
    }

    static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        int markers = 0;
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("quoted") != null) {
                String quoted = matcher.group("quoted");
                tokens.add(new Token(
                        Kind.NAME, quoted.substring(1, quoted.length() - 1).replace("``", "`"), markers));
            } else if (matcher.group("string") != null) {
                String string = matcher.group("string");
                tokens.add(new Token(Kind.STRING, unescape(string.substring(1, string.length() - 1)), markers));
            } else if (matcher.group("number") != null) {
                tokens.add(new Token(Kind.NUMBER, matcher.group("number"), markers));
            } else if (matcher.group("word") != null) {
                tokens.add(new Token(Kind.WORD, matcher.group("word"), markers));
            } else if (matcher.group("symbol") != null) {
                tokens.add(new Token(Kind.SYMBOL, matcher.group("symbol"), markers));
                markers += matcher.group("symbol").equals("?") ? 1 : 0;
            }
        }
        return tokens;
    }

    /** The statement with a blank in place of each comment. */
    static String withoutComments(String sql) {
        return TOKEN.matcher(sql)
                .replaceAll(token -> token.group(1) == null ? Matcher.quoteReplacement(token.group()) : " ");
    }

    /** What a string literal stands for: a backslash escapes, and so does a quote before a quote. */
    private static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) != null
                                ? Character.toString(Integer.parseInt(escape.group(1), 16))
                                : escape.group(2) == null ? "'" : character(escape.group(2))));
    }

    private static String character(String escaped) {
        return switch (escaped) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "b" -> "\b";
            case "0" -> "\0";
            case "Z" -> "\u001a";
            case "%", "_" -> "\\" + escaped;
            default -> escaped;
        };
    }
}
