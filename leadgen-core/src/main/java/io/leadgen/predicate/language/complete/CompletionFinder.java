package io.leadgen.predicate.language.complete;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.language.complete.Completion.Kind;
import io.leadgen.predicate.language.complete.Completion.Known;
import io.leadgen.predicate.language.lex.FunctionNames;
import io.leadgen.predicate.language.lex.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what can follow the tokens of an unfinished predicate. It reads only the innermost open bracket and the last test: the
 * lexer has checked which token follows which, and everything before the last test is independent of it.
 */
final class CompletionFinder {
    private final List<Token> tokens;
    private final int end;
    private final CompletionCandidates candidates;
    private final Map<String, ColumnRef> columns = new HashMap<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    /** For each opening bracket the index of its closing one, or the number of tokens. */
    private final int[] closing;

    CompletionFinder(List<Token> tokens, List<Known> columns, CompletionCandidates candidates) {
        this.tokens = tokens;
        this.end = tokens.size();
        this.candidates = candidates;
        this.closing = new int[end];
        for (Known known : columns) {
            if (known.column().family() != TypeFamily.OTHER) {
                this.columns.put(known.column().name().value(), known.column());
            }
        }
        for (int i = 0; i < end; i++) {
            if (kind(i) == Token.Kind.OPEN) {
                closing[i] = end;
                open.push(i);
            } else if (kind(i) == Token.Kind.CLOSE) {
                closing[open.pop()] = i;
            }
        }
    }

    private Token.Kind kind(int index) {
        return index < 0 || index >= end ? Token.Kind.END : tokens.get(index).kind();
    }

    /** Adds what can follow to the candidates. */
    void find() {
        boolean known = tokens.stream()
                .filter(token -> token.kind() == Token.Kind.NAME)
                .allMatch(name -> columns.containsKey(name.text().toLowerCase(Locale.ROOT)));
        if (!known) {
            return;
        }
        int bracket = innermost();
        if (kind(bracket - 1) == Token.Kind.FUNCTION) {
            argument(bracket);
            return;
        }
        if (kind(bracket - 1) == Token.Kind.IN) {
            bracket = innermost();
        }
        switch (kind(bracket - 1)) {
            case END, OPEN, AND, OR, NOT -> test(startOfTest(bracket + 1), bracket >= 0);
            default -> {} // brackets around a value
        }
    }

    private int innermost() {
        return open.isEmpty() ? -1 : open.pop();
    }

    /** After the last AND, OR and NOT that join tests, of those outside of nested brackets. */
    private int startOfTest(int from) {
        int start = from;
        boolean between = false;
        for (int i = from; i < end; i++) {
            switch (kind(i)) {
                case OPEN -> i = closing[i];
                case BETWEEN -> between = true;
                case OR -> start = i + 1;
                case AND -> {
                    start = between ? start : i + 1;
                    between = false;
                }
                case NOT -> start = i == start ? i + 1 : start;
                default -> {}
            }
        }
        return start;
    }

    private void test(int start, boolean inBrackets) {
        if (start == end) {
            candidates.tests();
            return;
        }
        int next = endOfOperand(start);
        boolean whole = kind(start) == Token.Kind.OPEN
                || kind(start) == Token.Kind.TRUE
                || kind(start) == Token.Kind.FALSE
                || FunctionNames.TEXT_TESTS.contains(function(start));
        Operand operand = operand(start, next);
        if (whole && next == end) {
            candidates.joints(inBrackets);
        } else if (operand != null && test(operand, next)) {
            candidates.joints(inBrackets);
        }
    }

    private int endOfOperand(int start) {
        return switch (kind(start)) {
            case OPEN -> Math.min(end, closing[start] + 1);
            case FUNCTION -> Math.min(end, closing[start + 1] + 1);
            default -> start + 1;
        };
    }

    /** Continues the test of an operand. Returns whether the test can end here. */
    private boolean test(Operand operand, int from) {
        boolean negated = kind(from) == Token.Kind.NOT;
        int test = negated ? from + 1 : from;
        int value = test + 1;
        if (test == end) {
            candidates.tests(operand, negated);
            return operand.family() == TypeFamily.BOOLEAN && !negated;
        }
        return switch (kind(test)) {
            case BETWEEN -> between(operand, value);
            case IN -> list(operand, value);
            case LIKE, ILIKE -> kind(value) == Token.Kind.STRING ? endsValue() : words(value, "'");
            case IS -> is(operand, value);
            default -> kind(test).isComparison() && value(operand, value, true);
        };
    }

    private boolean value(Operand operand, int from, boolean comparison) {
        if (from == end) {
            candidates.values(operand, comparison);
            return false;
        }
        return endsValue();
    }

    /** Whether a value ends here: a sign after it needs an interval. */
    private boolean endsValue() {
        Token.Kind before = kind(end - 2);
        return kind(end - 1).endsValue() && before != Token.Kind.PLUS && before != Token.Kind.MINUS;
    }

    /** Offers words if they come next. Never the end of a test. */
    private boolean words(int at, String... words) {
        if (at == end) {
            candidates.words(Kind.JOINT, words);
        }
        return false;
    }

    private boolean between(Operand operand, int low) {
        int and = low;
        while (and < end && kind(and) != Token.Kind.AND) {
            and = endOfOperand(and);
        }
        if (and < end) {
            return value(operand, and + 1, false);
        }
        return value(operand, low, false) && words(end, "AND");
    }

    private boolean list(Operand operand, int bracket) {
        if (bracket == end) {
            return words(bracket, "(");
        }
        if (closing[bracket] < end) {
            return closing[bracket] == end - 1;
        }
        boolean next = kind(end - 1) == Token.Kind.OPEN || kind(end - 1) == Token.Kind.COMMA;
        return value(operand, next ? end : bracket, false) && words(end, ",", ")");
    }

    private boolean is(Operand operand, int from) {
        boolean negated = kind(from) == Token.Kind.NOT;
        int at = negated ? from + 1 : from;
        if (at == end) {
            candidates.isTests(operand, negated);
            return false;
        }
        if (kind(at) != Token.Kind.DISTINCT) {
            return at == end - 1;
        }
        return at + 1 == end ? words(end, "FROM") : value(operand, at + 2, false);
    }

    /** The column or the function of a column that these tokens are; null if they are neither, or its types do not fit. */
    private @Nullable Operand operand(int from, int to) {
        if (kind(from) == Token.Kind.NAME && to == from + 1) {
            return columns.get(tokens.get(from).text().toLowerCase(Locale.ROOT));
        }
        String name = function(from);
        Signature signature = Signature.of(name);
        if (signature == null || FunctionNames.TEXT_TESTS.contains(name) || closing[from + 1] != to - 1) {
            return null;
        }
        int comma = endOfArgument(from + 2, to - 1);
        Operand argument = signature.column == 0 ? operand(from + 2, comma) : operand(comma + 1, to - 1);
        if (argument == null || !signature.takes.test(argument)) {
            return null;
        }
        Function function = Function.named(name);
        if (function == null) {
            return new DateTrunc(DateUnit.DAY, argument);
        }
        // A function of two arguments has the type of the first one.
        return function.arity() > 1 ? argument : new Operand.Call(function, List.of(argument));
    }

    /** The main name of the function at this token, or an empty text. */
    private String function(int index) {
        String name = kind(index) == Token.Kind.FUNCTION
                ? FunctionNames.resolve(tokens.get(index).text())
                : null;
        return name == null ? "" : name;
    }

    private int endOfArgument(int from, int to) {
        int at = from;
        while (at < to && kind(at) != Token.Kind.COMMA) {
            at = endOfOperand(at);
        }
        return Math.min(at, to);
    }

    /** Continues the call whose bracket is open. */
    private void argument(int bracket) {
        String name = function(bracket - 1);
        Signature signature = Signature.of(name);
        int comma = endOfArgument(bracket + 1, end);
        int index = comma < end ? 1 : 0;
        int from = comma < end ? comma + 1 : bracket + 1;
        if (signature == null || index >= signature.arity || endOfArgument(from, end) < end) {
            return;
        }
        if (from < end) {
            Operand argument = operand(from, end);
            boolean complete =
                    index == signature.column ? argument != null && signature.takes.test(argument) : endsValue();
            words(complete ? end : from, index + 1 < signature.arity ? "," : ")");
        } else if (index == signature.column) {
            candidates.columns(signature.takes);
        } else if (index == 0) {
            candidates.units();
        } else if (FunctionNames.TEXT_TESTS.contains(name)) {
            words(end, "'");
        } else {
            Operand first = operand(bracket + 1, comma);
            if (first != null) {
                candidates.values(first, false);
            }
        }
    }

    /**
     * The arguments of a function.
     *
     * @param column which argument is a column
     * @param takes the columns that it can be
     */
    private record Signature(int arity, int column, Predicate<Operand> takes) {

        /** The signature, or null for functions that take no column. */
        static @Nullable Signature of(String name) {
            if (name.equals(FunctionNames.DATE_TRUNC)) {
                return new Signature(2, 1, CompletionCandidates::isTime);
            }
            if (FunctionNames.TEXT_TESTS.contains(name)) {
                return new Signature(2, 0, operand -> operand.family() == TypeFamily.STRING);
            }
            Function function = Function.named(name);
            return function == null
                    ? null
                    : new Signature(function.arity(), 0, operand -> function.takes(operand.family()));
        }
    }
}
