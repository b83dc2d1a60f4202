package io.leadgen.predicate.language.lex;

import io.leadgen.error.ErrorCode;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides what each word is from its neighbors: a keyword, a name, a function, or a word that is rejected. */
final class WordReader {
    private final List<Token> raw;
    private final Diagnostics diagnostics;
    private final List<Token> tokens;
    private int at;
    /** The position when a word was last rejected. */
    private int lastRefusal = -1;

    WordReader(List<Token> raw, Diagnostics diagnostics) {
        this.raw = raw;
        this.diagnostics = diagnostics;
        this.tokens = new ArrayList<>(raw.size() + 1);
    }

    List<Token> read() {
        while (at < raw.size()) {
            Token token = raw.get(at++);
            switch (token.kind()) {
                case WORD -> word(token);
                case NAME -> name(token);
                case PLUS, MINUS -> sign(token);
                default -> tokens.add(token);
            }
        }
        return tokens;
    }

    private @Nullable Token next(int ahead) {
        return at + ahead < raw.size() ? raw.get(at + ahead) : null;
    }

    private boolean nextIs(int ahead, Kind kind) {
        Token next = next(ahead);
        return next != null && next.kind() == kind;
    }

    private boolean previousIs(Kind kind) {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == kind;
    }

    private boolean followsValue() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind().endsValue();
    }

    private void word(Token word) {
        String lower = word.text().toLowerCase(Locale.ROOT);
        Kind keyword = Words.keyword(lower);
        if (keyword == null) {
            keyword = contextual(lower);
        }
        if (keyword == Kind.CURRENT_DATE && nextIs(0, Kind.OPEN) && nextIs(1, Kind.CLOSE)) {
            tokens.add(new Token(
                    Kind.CURRENT_DATE, word.text(), word.from(), raw.get(at + 1).to()));
            at += 2;
        } else if (lower.equals("exists") && nextIs(0, Kind.SUBQUERY)) {
            Token query = raw.get(at++);
            tokens.add(new Token(Kind.EXISTS, query.text(), word.from(), query.to()));
        } else if (keyword == Kind.INTERVAL) {
            interval(word);
        } else if (keyword != null) {
            tokens.add(word.as(keyword));
        } else if (nextIs(0, Kind.OPEN)) {
            function(word, lower);
        } else {
            nameOrRefused(word, lower);
        }
    }

    /** Words that are keywords in one position only, so that a column may have the name. */
    private @Nullable Kind contextual(String lower) {
        return switch (lower) {
            case "date" -> nextIs(0, Kind.STRING) ? Kind.DATE : null;
            case "timestamp" -> nextIs(0, Kind.STRING) ? Kind.TIMESTAMP : null;
            case "escape" -> followsValue() && nextIs(0, Kind.STRING) ? Kind.ESCAPE : null;
            case "distinct" -> followsIs() ? Kind.DISTINCT : null;
            case "from" -> previousIs(Kind.DISTINCT) ? Kind.FROM : null;
            case "interval" ->
                nextIs(0, Kind.NUMBER) || nextIs(0, Kind.STRING) || nextIs(0, Kind.MINUS) ? Kind.INTERVAL : null;
            default -> null;
        };
    }

    private boolean followsIs() {
        boolean negated = previousIs(Kind.NOT)
                && tokens.size() > 1
                && tokens.get(tokens.size() - 2).kind() == Kind.IS;
        return negated || previousIs(Kind.IS);
    }

    private void function(Token word, String lower) {
        if (FunctionNames.resolve(lower) == null && !refuse(word, lower) && !diagnostics.isFull()) {
            String nearest = FunctionNames.nearest(lower);
            diagnostics.add(
                    ErrorCode.PREDICATE_UNSUPPORTED,
                    word.range(),
                    "Unknown " + Diagnostics.named("function", word.text()),
                    FunctionNames.hint(lower),
                    nearest == null ? List.of() : List.of(word.range().replacedBy(nearest)));
            lastRefusal = at;
        }
        tokens.add(word.as(Kind.FUNCTION));
    }

    private void nameOrRefused(Token word, String lower) {
        Token next = next(0);
        boolean operandFollows = next != null && next.kind().beginsValue() && !isInfixWord(next);
        if (followsValue() || operandFollows || followsIs()) {
            refuse(word, lower);
        }
        tokens.add(word.as(Kind.NAME));
    }

    /** Whether this is a rejected word of SQL. Of the words of one construct, only the first is reported. */
    private boolean refuse(Token word, String lower) {
        RefusedWords.Refusal refusal = RefusedWords.refusal(lower);
        if (refusal == null) {
            return false;
        }
        boolean partOfConstruct = lastRefusal == at - 1 || (lastRefusal >= 0 && RefusedWords.onlyContinues(lower));
        if (!partOfConstruct) {
            diagnostics.unsupported(word.range(), refusal.message(), refusal.hint());
        }
        lastRefusal = at;
        return true;
    }

    private static boolean isInfixWord(Token token) {
        return token.kind() == Kind.WORD && Words.keyword(token.text().toLowerCase(Locale.ROOT)) != null;
    }

    private void name(Token name) {
        if (nextIs(0, Kind.OPEN)) {
            diagnostics.syntax(
                    name.range(),
                    "A name in backticks is a column, not a function",
                    "write the function name without backticks");
        }
        tokens.add(name);
    }

    private void interval(Token word) {
        int from = at;
        boolean negative = nextIs(0, Kind.MINUS);
        at += negative ? 1 : 0;
        Token amount = next(0);
        Token unit = next(1);
        at += 2;
        if (amount == null || !(amount.kind() == Kind.NUMBER || amount.kind() == Kind.STRING)) {
            at = from;
            tokens.add(word.as(Kind.NAME));
            return;
        }
        String text = (negative ? "-" : "") + amount.text().strip();
        boolean whole = text.matches("-?[0-9]{1,9}");
        Kind kind = unit == null ? null : Words.unit(unit.text());
        SourceRange range = word.range().through(unit == null ? amount.range() : unit.range());
        if (!whole || unit == null || unit.kind() != Kind.WORD || kind == null) {
            diagnostics.unsupported(
                    range,
                    "An interval must be a whole number of days, weeks, months or years",
                    "write for example INTERVAL 30 DAY");
            return;
        }
        tokens.add(word.as(Kind.INTERVAL));
        tokens.add(new Token(Kind.AMOUNT, text, raw.get(from).from(), amount.to()));
        tokens.add(unit.as(kind));
    }

    /** A plus or minus: the sign of a number, part of date arithmetic, or rejected. */
    private void sign(Token sign) {
        Token next = next(0);
        boolean beforeInterval = next != null
                && next.kind() == Kind.WORD
                && next.text().equalsIgnoreCase("interval")
                && !tokens.isEmpty();
        if (beforeInterval && followsValue()) {
            tokens.add(sign);
        } else if (sign.kind() == Kind.MINUS && !followsValue() && next != null && next.kind() == Kind.NUMBER) {
            at++;
            tokens.add(new Token(Kind.NUMBER, "-" + next.text(), sign.from(), next.to()));
        } else {
            boolean date = previousIs(Kind.CURRENT_DATE) || previousIs(Kind.DAY) || previousIs(Kind.MONTH);
            diagnostics.unsupported(
                    sign.range(),
                    Operators.ARITHMETIC,
                    date ? "write current_date - INTERVAL 30 DAY" : Operators.ARITHMETIC_HINT);
        }
    }
}
