package io.leadgen.predicate.language.lex;

import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Checks which token may follow which, and that brackets match. This reports most errors at their exact positions and all at
 * once; a parser stops at the first and often names another position.
 */
final class AdjacencyRules {
    static final String INTERVAL = "INTERVAL is supported only after current_date and + or -";
    static final String INTERVAL_HINT = "write column >= current_date - INTERVAL 30 DAY";

    private final List<Token> tokens;
    private final PredicateLimits limits;
    private final Diagnostics diagnostics;
    /** The open brackets. The token before each shows what it is for. */
    private final Deque<Integer> open = new ArrayDeque<>();

    AdjacencyRules(List<Token> tokens, PredicateLimits limits, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    /** Checks a whole predicate, of which the last token is END. */
    void check() {
        if (tokens.size() == 1) {
            diagnostics.syntax(
                    tokens.get(0).range(), "The predicate is empty", "write a condition, for example age > 25");
            return;
        }
        if (!checkTokens()) {
            return;
        }
        while (!open.isEmpty()) {
            diagnostics.syntax(tokens.get(open.pop()).range(), "Unclosed bracket", "add a closing bracket");
        }
    }

    /** Checks every token, but not whether something is missing at the end. Returns false if brackets are nested too deep. */
    boolean checkTokens() {
        int nots = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            nots = token.kind() == Kind.NOT ? nots + 1 : 0;
            pair(i);
            switch (token.kind()) {
                case OPEN -> open.push(i);
                case CLOSE -> close(token);
                case COMMA -> comma(token);
                default -> {}
            }
            if (open.size() + Math.max(0, nots - 1) > limits.depth()) {
                diagnostics.tooLarge(
                        token.range(),
                        "Brackets are nested more than " + limits.depth() + " levels deep",
                        "remove redundant brackets");
                return false;
            }
        }
        return true;
    }

    private Kind kind(int index) {
        return index < 0 || index >= tokens.size()
                ? Kind.END
                : tokens.get(index).kind();
    }

    private void close(Token token) {
        if (open.isEmpty()) {
            diagnostics.syntax(token.range(), "Unmatched closing bracket", "remove it, or add an opening bracket");
        } else {
            open.pop();
        }
    }

    private void comma(Token token) {
        Integer bracket = open.peek();
        boolean list = bracket != null && (kind(bracket - 1) == Kind.IN || kind(bracket - 1) == Kind.FUNCTION);
        if (!list) {
            diagnostics.syntax(
                    token.range(),
                    "Unexpected \",\"",
                    "commas separate IN values and function arguments; write AND or OR between conditions");
        }
    }

    /** Checks a token against the one before it. The start and the end of the text count as tokens. */
    private void pair(int index) {
        Token token = tokens.get(index);
        Kind before = kind(index - 1);
        Kind kind = token.kind();
        if (before.endsValue()) {
            afterValue(index, token);
        } else if (before == Kind.IS) {
            afterIs(token);
        } else if (before == Kind.NOT && kind(index - 2) == Kind.IS) {
            truthExpected(token);
        } else if (before == Kind.NOT && kind(index - 2).endsValue()) {
            return;
        } else if (before == Kind.DISTINCT) {
            if (kind != Kind.FROM) {
                diagnostics.syntax(
                        token.range(), "Expected FROM after IS DISTINCT", "write column IS DISTINCT FROM value");
            }
        } else if (before == Kind.IN && kind != Kind.OPEN && kind != Kind.SUBQUERY) {
            diagnostics.syntax(token.range(), "Expected a list in brackets after IN", "write column IN ('a', 'b')");
        } else if (before == Kind.FUNCTION
                || before == Kind.DATE
                || before == Kind.TIMESTAMP
                || before == Kind.INTERVAL) {
            return;
        } else if ((before == Kind.PLUS || before == Kind.MINUS) && kind == Kind.INTERVAL) {
            return;
        } else if (before == Kind.AMOUNT) {
            return;
        } else {
            valueExpected(index, token);
        }
    }

    private void afterValue(int index, Token token) {
        Kind kind = token.kind();
        if (kind == Kind.NOT) {
            Kind next = kind(index + 1);
            boolean last = index + 1 == tokens.size();
            if (!last && next != Kind.IN && next != Kind.LIKE && next != Kind.ILIKE && next != Kind.BETWEEN) {
                diagnostics.syntax(
                        token.range(),
                        "Unexpected NOT",
                        "write AND NOT or OR NOT between conditions, and <> for not equal");
            }
        } else if (kind.beginsValue() || kind == Kind.INTERVAL) {
            diagnostics.syntax(
                    token.range(),
                    "Missing operator between " + tokens.get(index - 1).description() + " and " + token.description(),
                    missingOperator(index, token));
        }
    }

    private String missingOperator(int index, Token token) {
        switch (tokens.get(index - 1).kind()) {
            case DAY, WEEK, MONTH, YEAR -> {
                return "an interval has one unit; write current_date - INTERVAL 1 YEAR - INTERVAL 6 MONTH";
            }
            default -> {}
        }
        if (tokens.get(index - 1).kind() == Kind.NAME && token.kind() == Kind.NAME) {
            return "write an operator such as = or AND; put a name with spaces in backticks, a string in single quotes";
        }
        return "write an operator such as =, <, AND or OR";
    }

    private void afterIs(Token token) {
        if (token.kind() != Kind.NOT) {
            truthExpected(token);
        }
    }

    private void truthExpected(Token token) {
        switch (token.kind()) {
            case NULL, TRUE, FALSE, DISTINCT -> {}
            default ->
                diagnostics.syntax(
                        token.range(),
                        "Expected NULL, TRUE, FALSE or DISTINCT FROM after IS",
                        "use = or <> to compare with a value");
        }
    }

    private void valueExpected(int index, Token token) {
        Kind kind = token.kind();
        Kind before = kind(index - 1);
        if (kind.beginsValue() || kind == Kind.NOT) {
            return;
        }
        if (before == Kind.OPEN && kind == Kind.CLOSE) {
            if (kind(index - 2) == Kind.IN) {
                diagnostics.syntax(token.range(), "The list after IN is empty", "add at least one value");
            } else if (kind(index - 2) != Kind.FUNCTION) {
                diagnostics.syntax(token.range(), "Empty brackets", "remove them");
            }
        } else if (kind == Kind.INTERVAL) {
            diagnostics.unsupported(token.range(), INTERVAL, INTERVAL_HINT);
        } else {
            String position = index == 0
                    ? "at the start"
                    : "after " + tokens.get(index - 1).description();
            diagnostics.syntax(
                    token.range(),
                    kind == Kind.END
                            ? "Unexpected end of the predicate: missing value " + position
                            : "Missing value " + position,
                    index == 0 ? "start with a column, for example age > 25" : "write a column or a value");
        }
    }
}
