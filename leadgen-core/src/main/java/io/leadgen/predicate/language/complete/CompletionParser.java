package io.leadgen.predicate.language.complete;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.language.complete.Completion.Known;
import io.leadgen.predicate.language.lex.FunctionNames;
import io.leadgen.predicate.language.lex.Token;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the beginning of a predicate, to find where in the grammar it ends. A method that reads something says whether the text
 * goes on behind it; where the text ends, or is no predicate, reading is over.
 */
final class CompletionParser {
    private final List<Token> tokens;
    private final List<Known> columns;
    private int at;
    private int open;
    private CompletionContext place = new CompletionContext.Nowhere();

    CompletionParser(List<Token> tokens, List<Known> columns) {
        this.tokens = tokens;
        this.columns = columns;
    }

    /** Where the last word, number, quoted text or operator begins; the end of the text where there is none. */
    static int startOfLast(String text) {
        char quote = 0;
        int start = 0;
        int closed = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                    closed = i;
                }
            } else if (c == '\'' || c == '`') {
                quote = c;
                start = closed >= 0 && closed == i - 1 && text.charAt(closed) == c ? start : i;
            }
        }
        if (quote != 0) {
            return start;
        }
        int word = runFrom(text, CompletionParser::isWordPart);
        if (word < text.length()) {
            return word;
        }
        return runFrom(text, c -> "<>=!".indexOf(c) >= 0);
    }

    private static int runFrom(String text, java.util.function.IntPredicate part) {
        int from = text.length();
        while (from > 0 && part.test(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static boolean isWordPart(int c) {
        return c == '_' || (c <= '~' && Character.isLetterOrDigit(c));
    }

    /** Where the text ends. */
    CompletionContext end() {
        conditions();
        return place;
    }

    private boolean ends() {
        return at == tokens.size();
    }

    private boolean stop(CompletionContext here) {
        place = here;
        return false;
    }

    private Kind next() {
        return tokens.get(at).kind();
    }

    private boolean nextIs(Kind kind) {
        return !ends() && next() == kind;
    }

    private boolean take(Kind kind, String missing) {
        if (ends()) {
            return stop(new CompletionContext.Words(List.of(missing)));
        }
        boolean there = next() == kind;
        at += there ? 1 : 0;
        return there;
    }

    private boolean conditions() {
        while (condition()) {
            if (ends()) {
                return stop(new CompletionContext.Joint(open > 0));
            }
            if (next() != Kind.AND && next() != Kind.OR) {
                return true;
            }
            at++;
        }
        return false;
    }

    private boolean condition() {
        while (nextIs(Kind.NOT)) {
            at++;
        }
        if (ends()) {
            return stop(new CompletionContext.Condition());
        }
        switch (next()) {
            case OPEN -> {
                at++;
                open++;
                if (!conditions() || !take(Kind.CLOSE, ")")) {
                    return false;
                }
                open--;
                return true;
            }
            case TRUE, FALSE -> {
                at++;
                return true;
            }
            case FUNCTION -> {
                if (FunctionNames.TEXT_TESTS.contains(function())) {
                    return textTest();
                }
            }
            default -> {
                // An operand, if anything.
            }
        }
        Operand operand = operand();
        return operand != null && test(operand);
    }

    private String function() {
        String name = FunctionNames.resolve(tokens.get(at).text());
        return name == null ? "" : name;
    }

    /** A column or a function of one; null if it does not end before the text does. */
    private @Nullable Operand operand() {
        if (nextIs(Kind.FUNCTION)) {
            String name = function();
            at += 2; // a word is a function because of the bracket behind it
            return name.equals(FunctionNames.DATE_TRUNC) ? dateTrunc() : call(name);
        }
        return nextIs(Kind.NAME) ? column(tokens.get(at++).text()) : null;
    }

    private @Nullable Operand column(String name) {
        return columns.stream()
                .map(Known::column)
                .filter(column -> column.name().value().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Operand argument(java.util.function.Predicate<Operand> fits) {
        if (ends()) {
            stop(new CompletionContext.Argument(fits));
            return null;
        }
        Operand argument = operand();
        return argument != null && fits.test(argument) ? argument : null;
    }

    private @Nullable Operand dateTrunc() {
        if (ends()) {
            stop(new CompletionContext.Words(Stream.of(DateUnit.values())
                    .map(unit -> "'" + unit.name().toLowerCase(Locale.ROOT) + "'")
                    .toList()));
            return null;
        }
        if (!take(Kind.STRING, "") || !take(Kind.COMMA, ",")) {
            return null;
        }
        Operand argument = argument(CompletionParser::isTime);
        return argument != null && take(Kind.CLOSE, ")") ? new Operand.DateTrunc(DateUnit.DAY, argument) : null;
    }

    static boolean isTime(Operand operand) {
        return operand.family() == TypeFamily.DATE || operand.family() == TypeFamily.TIMESTAMP;
    }

    private @Nullable Operand call(String name) {
        Function function = Stream.of(Function.values())
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
        if (function == null) {
            return null;
        }
        Operand argument = argument(operand -> function.takes(operand.family()));
        if (argument == null) {
            return null;
        }
        if (function.arity() == 1) {
            return take(Kind.CLOSE, ")") ? new Operand.Call(function, List.of(argument)) : null;
        }
        // Its value has the type of its first argument.
        return take(Kind.COMMA, ",") && value(argument, false) && take(Kind.CLOSE, ")") ? argument : null;
    }

    private boolean textTest() {
        at += 2;
        return argument(operand -> operand.family() == TypeFamily.STRING) != null
                && take(Kind.COMMA, ",")
                && take(Kind.STRING, "'")
                && take(Kind.CLOSE, ")");
    }

    private boolean test(Operand operand) {
        boolean negated = false;
        if (nextIs(Kind.NOT)) {
            at++;
            negated = true;
        }
        if (ends()) {
            return stop(new CompletionContext.Test(operand, negated, open > 0));
        }
        Kind kind = next();
        if (kind.isComparison()) {
            at++;
            return value(operand, true);
        }
        if (!kind.isTest()) {
            return operand.family() == TypeFamily.BOOLEAN;
        }
        at++;
        return switch (kind) {
            case BETWEEN -> value(operand, false) && take(Kind.AND, "AND") && value(operand, false);
            case IN -> take(Kind.OPEN, "(") && list(operand);
            case LIKE, ILIKE -> take(Kind.STRING, "'") && escape();
            default -> is(operand);
        };
    }

    private boolean list(Operand operand) {
        while (value(operand, false)) {
            if (ends()) {
                return stop(new CompletionContext.Words(List.of(",", ")")));
            }
            if (!nextIs(Kind.COMMA)) {
                return take(Kind.CLOSE, ")");
            }
            at++;
        }
        return false;
    }

    private boolean escape() {
        if (nextIs(Kind.ESCAPE)) {
            at += 2; // a word is ESCAPE because of the string behind it
        }
        return true;
    }

    private boolean is(Operand operand) {
        boolean negated = nextIs(Kind.NOT);
        at += negated ? 1 : 0;
        if (ends()) {
            return stop(new CompletionContext.Is(operand, negated));
        }
        if (nextIs(Kind.DISTINCT)) {
            at++;
            return take(Kind.FROM, "FROM") && value(operand, false);
        }
        return switch (next()) {
            case NULL, TRUE, FALSE -> tokens.get(at++).kind() != Kind.END;
            default -> false;
        };
    }

    private boolean value(Operand operand, boolean comparison) {
        if (ends()) {
            return stop(new CompletionContext.Value(operand, comparison));
        }
        switch (next()) {
            case NUMBER, STRING, TRUE, FALSE, NULL -> at++;
            case DATE, TIMESTAMP -> at += 2; // the word, and the string behind it
            case CURRENT_DATE -> {
                at++;
                if (nextIs(Kind.PLUS) || nextIs(Kind.MINUS)) {
                    at += 4; // the sign, INTERVAL, the amount, its unit
                }
            }
            default -> {
                return operand() != null;
            }
        }
        return at <= tokens.size();
    }

    /** The comparisons that are of use for values of a type. */
    static Stream<ComparisonOperator> comparisons(TypeFamily family) {
        return Stream.of(ComparisonOperator.values())
                .filter(operator -> family != TypeFamily.BOOLEAN
                        || operator == ComparisonOperator.EQ
                        || operator == ComparisonOperator.NE);
    }
}
