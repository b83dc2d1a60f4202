package io.leadgen.predicate.language.lex;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.Edit;
import io.leadgen.error.ErrorCode;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into tokens and refuses every character sequence that another lexer could read differently: comments,
 * backslashes, double quotes, prefixes, parameters. After a text without findings, each token has one meaning in every SQL
 * dialect.
 */
public final class Lexer {
    private static final int MOST_DIGITS = 38;
    private static final int LONGEST_NAME = 255;
    private static final String LONE_SURROGATE = "Half of a surrogate pair is not a character";

    private final String text;
    private final int mostTokens;
    private final Diagnostics findings;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, int mostTokens, Diagnostics findings) {
        this.text = text;
        this.mostTokens = mostTokens;
        this.findings = findings;
    }

    /** The tokens up to the first place behind which it is unclear what is quoted and what is not. */
    public static List<Token> tokens(String text, PredicateLimits limits, Diagnostics findings) {
        if (text.length() > limits.characters()) {
            findings.tooLarge(
                    new SourceRange(limits.characters(), text.length()),
                    "The predicate is longer than " + limits.characters() + " characters",
                    "ask for less at once; BETWEEN or LIKE can say what a long list says");
            return List.of();
        }
        Lexer lexer = new Lexer(text, limits.tokens(), findings);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
                continue;
            }
            if (tokens.size() == mostTokens) {
                findings.tooLarge(
                        new SourceRange(at, text.length()),
                        "The predicate has more than " + mostTokens + " words, values and operators",
                        "ask for less at once; BETWEEN or LIKE can say what a long list says");
                return;
            }
            if (isWordStart(c) || (c > '~' && Character.isLetter(text.codePointAt(at)))) {
                word();
            } else if (Character.isISOControl(c)) {
                controlCharacters();
            } else if (c > '~') {
                unicode();
            } else if (isDigit(c) || (c == '.' && isDigit(peek(1)) && !endsName(at))) {
                number();
            } else if (c == '\'') {
                if (!string()) {
                    return;
                }
            } else if (c == '`') {
                if (!quotedName()) {
                    return;
                }
            } else if (c == '"') {
                doubleQuoted();
            } else {
                symbol();
            }
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c);
    }

    /** Whether a name ends exactly here. */
    private boolean endsName(int offset) {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.to() == offset && (last.kind() == Kind.WORD || last.kind() == Kind.NAME);
    }

    private void add(Kind kind, String meaning, int from) {
        tokens.add(new Token(kind, meaning, from, at));
    }

    private SourceRange since(int from) {
        return new SourceRange(from, at);
    }

    private void word() {
        int from = at;
        boolean ascii = true;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c > '~'
                    ? !Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK
                    : !isWordPart((char) c)) {
                break;
            }
            ascii &= c <= '~';
            at += Character.charCount(c);
        }
        if (at - from > LONGEST_NAME) {
            nameLength(from);
        } else if (ascii) {
            add(Kind.WORD, text.substring(from, at), from);
        } else {
            findings.syntax(
                    since(from),
                    "Letters outside ASCII stand in quotes only",
                    "put a column's name in backticks, a string in single quotes");
        }
    }

    /** Characters outside ASCII that are not letters. */
    private void unicode() {
        int from = at;
        while (at < text.length() && text.charAt(at) > '~' && !Character.isLetter(text.codePointAt(at))) {
            at++;
        }
        String run = text.substring(from, at);
        if (hasLoneSurrogate(run)) {
            findings.syntax(since(from), LONE_SURROGATE, "remove it");
        } else if (run.codePoints().anyMatch(Lexer::isTypographicQuote)) {
            findings.add(
                    ErrorCode.PREDICATE_SYNTAX,
                    since(from),
                    "A typographic quotation mark does not quote anything",
                    "write the straight quote ' around strings",
                    run.length() == 1 ? List.of(since(from).by("'")) : List.of());
        } else {
            findings.syntax(
                    since(from),
                    "This is no ordinary blank, digit or sign, even if it looks like one",
                    "remove it or type it anew; characters outside ASCII stand in quotes only");
        }
    }

    private static boolean isTypographicQuote(int codePoint) {
        return (codePoint >= 0x2018 && codePoint <= 0x201f)
                || codePoint == 0x00b4
                || codePoint == 0x00ab
                || codePoint == 0x00bb
                || codePoint == 0xff07
                || codePoint == 0xff02;
    }

    private static boolean hasLoneSurrogate(String run) {
        return run.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private void number() {
        int from = at;
        boolean point = false;
        while (at < text.length() && (isDigit(text.charAt(at)) || (text.charAt(at) == '.' && !point))) {
            point |= text.charAt(at) == '.';
            at++;
        }
        int end = at;
        while (at < text.length() && (isWordPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at > end) {
            findings.unsupported(
                    since(from),
                    "A number has digits and at most one point: no exponent, no type letter, no other base",
                    "write the number out, for example 1500 or 0.25");
        } else if (end - from - (point ? 1 : 0) > MOST_DIGITS) {
            findings.unsupported(since(from), "A number has at most " + MOST_DIGITS + " digits", "write fewer digits");
        } else {
            add(Kind.NUMBER, text.substring(from, end), from);
        }
    }

    /** A text in single quotes. False if it is unclear where it ends. */
    private boolean string() {
        int from = at;
        boolean prefixed = endsName(from)
                && !Words.mayTouchString(tokens.get(tokens.size() - 1).text());
        int backslash = -1;
        boolean ambiguous = false;
        StringBuilder value = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                findings.syntax(
                        since(from),
                        "This string is not closed",
                        "close it with a single quote; a quote inside a string is doubled: 'it''s'");
                return false;
            }
            char c = text.charAt(at++);
            if (c == '\\') {
                backslash = at - 1;
                ambiguous |= peek(0) == '\'';
            }
            if (c == '\'') {
                if (peek(0) != '\'') {
                    break;
                }
                at++;
            }
            value.append(c);
        }
        boolean clean = backslash < 0;
        if (!clean) {
            backslash(backslash);
        }
        clean &= checkQuoted(from);
        if (prefixed) {
            Token prefix = tokens.remove(tokens.size() - 1);
            findings.unsupported(since(prefix.from()), Operators.PREFIX, Operators.PREFIX_HINT);
            return !ambiguous;
        }
        if (clean) {
            if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == Kind.STRING) {
                findings.syntax(
                        since(from),
                        "Two strings stand side by side; dialects differ in what that means",
                        "write one string; a quote inside it is doubled: 'it''s'");
            }
            add(Kind.STRING, value.toString(), from);
        }
        return !ambiguous;
    }

    private void backslash(int offset) {
        findings.syntax(
                new SourceRange(offset, offset + 1),
                "A backslash is read differently by different dialects",
                "a quote inside a string is doubled: 'it''s'; LIKE needs none: LIKE '10!%' ESCAPE '!'");
    }

    /** Whether what was quoted from {@code from} on holds only characters that have a glyph. */
    private boolean checkQuoted(int from) {
        String quoted = text.substring(from, at);
        for (int i = 0; i < quoted.length(); i++) {
            if (Character.isISOControl(quoted.charAt(i))) {
                findings.syntax(
                        new SourceRange(from + i, from + i + 1),
                        "A control character, such as a line break or a tab, cannot stand inside quotes",
                        "remove it");
                return false;
            }
        }
        if (hasLoneSurrogate(quoted)) {
            findings.syntax(since(from), LONE_SURROGATE, "remove it");
            return false;
        }
        return true;
    }

    /** A name in backticks. False if it does not end. */
    private boolean quotedName() {
        int from = at;
        StringBuilder name = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                findings.syntax(
                        since(from),
                        "This name is not closed",
                        "close it with a backtick; a backtick inside a name is doubled");
                return false;
            }
            char c = text.charAt(at++);
            if (c == '`') {
                if (peek(0) != '`') {
                    break;
                }
                at++;
            }
            name.append(c);
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            nameLength(from);
        } else if (name.indexOf("\\") >= 0) {
            backslash(text.indexOf('\\', from));
        } else if (checkQuoted(from)) {
            add(Kind.NAME, name.toString(), from);
        }
        return true;
    }

    private void nameLength(int from) {
        findings.syntax(since(from), "A name has 1 to " + LONGEST_NAME + " characters", "name a column of the table");
    }

    private void doubleQuoted() {
        int from = at;
        int end = text.indexOf('"', from + 1);
        at = end < 0 ? text.length() : end + 1;
        String meant = end < 0 || holdsQuotes(text.substring(from + 1, end)) ? null : quoteMeant();
        findings.add(
                ErrorCode.PREDICATE_SYNTAX,
                since(from),
                "Double quotes mean a string in some dialects and a name in others",
                "single quotes for strings: 'high'; backticks for names of columns: `my column`",
                meant == null ? List.of() : List.of(new Edit(from, from + 1, meant), new Edit(end, end + 1, meant)));
    }

    private static boolean holdsQuotes(String content) {
        return content.chars().anyMatch(c -> c == '\'' || c == '`' || c == '\\');
    }

    /** What stands before double quotes mostly tells a string from a name. Null if it does not. */
    private @Nullable String quoteMeant() {
        int last = tokens.size() - 1;
        while (last >= 0 && (is(last, Kind.COMMA) || is(last, Kind.STRING))) {
            last--;
        }
        if (last < 0) {
            return "`";
        }
        Token before = tokens.get(last);
        String word = before.text().toLowerCase(Locale.ROOT);
        if (before.kind().isComparison() || (before.kind() == Kind.OPEN && last > 0 && isWord(last - 1, "in"))) {
            return "'";
        }
        return switch (before.kind()) {
            case OPEN -> "`";
            case WORD ->
                switch (word) {
                    case "like", "ilike" -> "'";
                    case "and", "or", "not", "where" -> "`";
                    default -> null;
                };
            default -> null;
        };
    }

    private boolean is(int token, Kind kind) {
        return tokens.get(token).kind() == kind;
    }

    private boolean isWord(int token, String word) {
        return is(token, Kind.WORD) && tokens.get(token).text().equalsIgnoreCase(word);
    }

    private void controlCharacters() {
        int from = at;
        while (at < text.length() && Character.isISOControl(text.charAt(at))) {
            at++;
        }
        findings.syntax(since(from), "A control character is not part of a predicate", "remove it");
    }

    private void symbol() {
        int from = at;
        boolean afterName = endsName(at);
        Operators.Match match = Operators.match(text, at, afterName);
        at = match.end();
        if (match.kind() != null) {
            add(match.kind(), text.substring(from, at), from);
            return;
        }
        if (match.withName() && afterName) {
            from = tokens.remove(tokens.size() - 1).from();
        }
        findings.add(requireNonNull(match.code()), since(from), match.message(), match.hint(), fix(from));
    }

    /** What mends a symbol that ends here. */
    private List<Edit> fix(int from) {
        if (text.substring(from).strip().equals(";")) {
            return List.of(since(from).by(""));
        }
        String meant = Operators.meantBy(text.substring(from, at));
        return meant == null ? List.of() : List.of(since(from).by(apart(meant, from)));
    }

    /** A word needs a blank between itself and its neighbours. */
    private String apart(String meant, int from) {
        if (!Character.isLetter(meant.charAt(0))) {
            return meant;
        }
        boolean before = from > 0 && !Character.isWhitespace(text.charAt(from - 1));
        boolean behind = at < text.length() && !Character.isWhitespace(text.charAt(at));
        return (before ? " " : "") + meant + (behind ? " " : "");
    }
}
