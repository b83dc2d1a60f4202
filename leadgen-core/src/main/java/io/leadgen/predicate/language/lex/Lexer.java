package io.leadgen.predicate.language.lex;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.Fix;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into tokens. Rejects every character sequence that another lexer could read differently: comments,
 * backslashes, double quotes, prefixes and parameters. If there is no diagnostic, each token has one meaning in every SQL
 * dialect.
 */
final class Lexer {
    private static final int MAX_DIGITS = 38;
    private static final int MAX_NAME_LENGTH = 255;
    private static final String SHORTEN = "shorten it; BETWEEN or LIKE can replace a long list";
    private static final String QUOTE_IT = "put a column name in backticks, a string in single quotes";
    private static final String LONE_SURROGATE = "Invalid character: half of a surrogate pair";
    private static final String REMOVE = "remove it";

    private final String text;
    private final int maxTokens;
    private final boolean inSubQuery;
    private final Diagnostics diagnostics;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, int maxTokens, boolean inSubQuery, Diagnostics diagnostics) {
        this.text = text;
        this.maxTokens = maxTokens;
        this.inSubQuery = inSubQuery;
        this.diagnostics = diagnostics;
    }

    /**
     * The tokens up to the first position from which it is unclear what is quoted and what is not.
     *
     * @param inSubQuery whether this is what is in the brackets of a sub-query, which has names of several parts and {@code *}
     */
    static List<Token> tokens(String text, PredicateLimits limits, boolean inSubQuery, Diagnostics diagnostics) {
        if (text.length() > limits.characters()) {
            diagnostics.tooLarge(
                    new SourceRange(limits.characters(), text.length()),
                    "The predicate is longer than " + limits.characters() + " characters",
                    SHORTEN);
            return List.of();
        }
        Lexer lexer = new Lexer(text, limits.tokens(), inSubQuery, diagnostics);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        boolean clear = true;
        while (clear && at < text.length()) {
            if (Characters.isSpace(text.charAt(at))) {
                at++;
            } else if (tokens.size() == maxTokens) {
                diagnostics.tooLarge(
                        new SourceRange(at, text.length()),
                        "The predicate has more than " + maxTokens + " words, values and operators",
                        SHORTEN);
                return;
            } else {
                clear = token();
            }
        }
    }

    /** Reads one token. Returns false if it is unclear where it ends. */
    private boolean token() {
        char c = text.charAt(at);
        boolean fraction = c == '.' && at + 1 < text.length() && Characters.isDigit(text.charAt(at + 1));
        if (Characters.isWordStart(text.codePointAt(at))) {
            word();
        } else if (Character.isISOControl(c)) {
            controlCharacters();
        } else if (!Characters.isAscii(c)) {
            otherCharacters();
        } else if (Characters.isDigit(c) || (fraction && !followsName())) {
            number();
        } else if (c == '\'') {
            return string();
        } else if (c == '`') {
            return quotedName();
        } else if (c == '"') {
            doubleQuoted();
        } else {
            symbol();
        }
        return true;
    }

    private @Nullable Token last() {
        return tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    }

    /** Whether a name ends exactly here. */
    private boolean followsName() {
        Token last = last();
        return last != null && last.to() == at && (last.kind() == Kind.WORD || last.kind() == Kind.NAME);
    }

    private void add(Kind kind, String meaning, int from) {
        tokens.add(new Token(kind, meaning, from, at));
    }

    private SourceRange since(int from) {
        return new SourceRange(from, at);
    }

    private void word() {
        int from = at;
        at = Characters.endOfWord(text, at);
        String word = text.substring(from, at);
        if (word.length() > MAX_NAME_LENGTH) {
            nameLength(from);
        } else if (word.chars().allMatch(Characters::isAscii)) {
            add(Kind.WORD, word, from);
        } else {
            diagnostics.syntax(since(from), "Letters outside ASCII must be in quotes", QUOTE_IT);
        }
    }

    private void controlCharacters() {
        int from = at;
        while (at < text.length() && Character.isISOControl(text.charAt(at))) {
            at++;
        }
        diagnostics.syntax(since(from), "Unexpected control character", REMOVE);
    }

    /** Characters outside ASCII other than letters. */
    private void otherCharacters() {
        int from = at;
        while (at < text.length()
                && !Characters.isAscii(text.charAt(at))
                && !Character.isLetter(text.codePointAt(at))) {
            at++;
        }
        String run = text.substring(from, at);
        if (Characters.hasLoneSurrogate(run)) {
            diagnostics.syntax(since(from), LONE_SURROGATE, REMOVE);
        } else if (run.codePoints().anyMatch(Characters::isTypographicQuote)) {
            diagnostics.add(
                    ErrorCode.PREDICATE_SYNTAX,
                    since(from),
                    "Typographic quotation marks are not supported",
                    "use straight single quotes (') around strings",
                    run.length() == 1 ? List.of(since(from).replacedBy("'")) : List.of());
        } else {
            diagnostics.syntax(
                    since(from),
                    "Unexpected character outside ASCII",
                    "remove it or type it again; characters outside ASCII must be in quotes");
        }
    }

    private void number() {
        int from = at;
        boolean point = false;
        while (at < text.length() && (Characters.isDigit(text.charAt(at)) || (text.charAt(at) == '.' && !point))) {
            point |= text.charAt(at) == '.';
            at++;
        }
        int end = at;
        while (at < text.length() && (isAsciiWordPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at > end) {
            diagnostics.unsupported(
                    since(from),
                    "Invalid number: only digits and one decimal point are allowed",
                    "write the number out, for example 1500 or 0.25");
        } else if (end - from - (point ? 1 : 0) > MAX_DIGITS) {
            diagnostics.unsupported(
                    since(from), "Numbers have at most " + MAX_DIGITS + " digits", "write fewer digits");
        } else {
            add(Kind.NUMBER, text.substring(from, end), from);
        }
    }

    private static boolean isAsciiWordPart(char c) {
        return Characters.isAscii(c) && Characters.isWordPart(c);
    }

    /** A string in single quotes. Returns false if it is unclear where it ends. */
    private boolean string() {
        int from = at;
        Token before = last();
        Token prefix = before != null && followsName() && !Words.mayTouchString(before.text()) ? before : null;
        QuotedText quoted = QuotedText.read(text, from);
        at = quoted.end();
        if (!quoted.closed()) {
            diagnostics.syntax(
                    since(from),
                    "Unterminated string",
                    "add a closing single quote; double a quote inside a string: 'it''s'");
            return false;
        }
        boolean clean = isClean(quoted, from);
        if (prefix != null) {
            tokens.remove(tokens.size() - 1);
            diagnostics.unsupported(since(prefix.from()), Operators.PREFIX, Operators.PREFIX_HINT);
        } else if (clean) {
            if (before != null && before.kind() == Kind.STRING) {
                diagnostics.syntax(
                        since(from),
                        "Unexpected second string: dialects differ in what two adjacent strings mean",
                        "write one string; double a quote inside it: 'it''s'");
            }
            add(Kind.STRING, quoted.value(), from);
        }
        return !quoted.ambiguous();
    }

    /** A name in backticks. Returns false if it has no end. */
    private boolean quotedName() {
        int from = at;
        QuotedText quoted = QuotedText.read(text, from);
        at = quoted.end();
        if (!quoted.closed()) {
            diagnostics.syntax(
                    since(from), "Unterminated name", "add a closing backtick; double a backtick inside a name");
            return false;
        }
        String name = quoted.value();
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
            nameLength(from);
        } else if (isClean(quoted, from)) {
            add(Kind.NAME, name, from);
        }
        return true;
    }

    private void nameLength(int from) {
        diagnostics.syntax(
                since(from), "A name must have 1 to " + MAX_NAME_LENGTH + " characters", "use the name of a column");
    }

    /** Whether the quoted text from {@code from} to here holds visible characters and no backslash. */
    private boolean isClean(QuotedText quoted, int from) {
        int backslash = quoted.lastBackslash();
        if (backslash >= 0) {
            diagnostics.syntax(
                    new SourceRange(backslash, backslash + 1),
                    "Backslashes are not supported: dialects differ in what they mean",
                    "double a quote inside a string: 'it''s'; in LIKE, name an escape character: LIKE '10!%' ESCAPE '!'");
        }
        for (int i = from; i < at; i++) {
            if (Character.isISOControl(text.charAt(i))) {
                diagnostics.syntax(
                        new SourceRange(i, i + 1),
                        "Control characters, such as line breaks and tabs, are not allowed in quotes",
                        REMOVE);
                return false;
            }
        }
        if (Characters.hasLoneSurrogate(text.substring(from, at))) {
            diagnostics.syntax(since(from), LONE_SURROGATE, REMOVE);
            return false;
        }
        return backslash < 0;
    }

    private void doubleQuoted() {
        int from = at;
        int closing = text.indexOf('"', from + 1);
        at = closing < 0 ? text.length() : closing + 1;
        diagnostics.add(
                ErrorCode.PREDICATE_SYNTAX,
                since(from),
                "Double quotes are not supported: dialects differ in what they mean",
                "use single quotes for strings: 'high'; use backticks for column names: `my column`",
                DoubleQuotes.fixes(tokens, text, from, closing));
    }

    /** A sub-query with its brackets, as one token. */
    private void subQuery(int from) {
        int closing = SubQueryText.closing(text, from);
        at = closing < 0 ? text.length() : closing;
        if (closing < 0) {
            diagnostics.syntax(new SourceRange(from, from + 1), "Unclosed bracket", "add a closing bracket");
        } else if (inSubQuery) {
            diagnostics.unsupported(
                    since(from), "Sub-queries cannot be nested", "write the inner condition as one of its own");
        } else {
            add(Kind.SUBQUERY, text.substring(from + 1, closing - 1), from);
        }
    }

    private void symbol() {
        int from = at;
        if (SubQueryText.begins(text, from)) {
            subQuery(from);
            return;
        }
        if (inSubQuery && (text.charAt(at) == '.' || text.charAt(at) == '*')) {
            at++;
            add(text.charAt(from) == '.' ? Kind.DOT : Kind.STAR, text.substring(from, at), from);
            return;
        }
        boolean followsName = followsName();
        Operators.Match match = Operators.match(text, at, followsName);
        at = match.end();
        if (match.kind() != null) {
            add(match.kind(), text.substring(from, at), from);
            return;
        }
        if (match.withName() && followsName) {
            from = tokens.remove(tokens.size() - 1).from();
        }
        diagnostics.add(requireNonNull(match.code()), since(from), match.message(), match.hint(), fixes(from));
    }

    /** Replaces a symbol that ends here. */
    private List<Fix> fixes(int from) {
        if (text.substring(from).strip().equals(";")) {
            return List.of(since(from).replacedBy(""));
        }
        String meant = Operators.equivalentOf(text.substring(from, at));
        return meant == null ? List.of() : List.of(since(from).replacedBy(spaced(meant, from)));
    }

    /** Adds spaces around a word that would otherwise touch its neighbors. */
    private String spaced(String meant, int from) {
        if (!Character.isLetter(meant.charAt(0))) {
            return meant;
        }
        boolean before = from > 0 && !Character.isWhitespace(text.charAt(from - 1));
        boolean after = at < text.length() && !Character.isWhitespace(text.charAt(at));
        return (before ? " " : "") + meant + (after ? " " : "");
    }
}
