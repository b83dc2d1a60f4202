package io.leadgen.predicate.language.lex;

import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Checks which token stands beside which, and which bracket closes which. This finds most slips at their exact places and all
 * at once, where a parser stops at the first and often names another place.
 */
final class AdjacencyRules {
    private final List<Token> tokens;
    private final PredicateLimits limits;
    private final Diagnostics findings;
    /** The open brackets; what stands before each says what it is for. */
    private final Deque<Integer> open = new ArrayDeque<>();

    AdjacencyRules(List<Token> tokens, PredicateLimits limits, Diagnostics findings) {
        this.tokens = tokens;
        this.limits = limits;
        this.findings = findings;
    }

    void check() {
        if (tokens.size() == 1) {
            findings.syntax(tokens.get(0).range(), "The predicate is empty", "write a condition, for example age > 25");
            return;
        }
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
                findings.tooLarge(
                        token.range(),
                        "Brackets are nested more than " + limits.depth() + " deep",
                        "leave out brackets that change nothing");
                return;
            }
        }
        while (!open.isEmpty()) {
            findings.syntax(tokens.get(open.pop()).range(), "This bracket is not closed", "add a closing bracket");
        }
    }

    private Kind kind(int index) {
        return index < 0 || index >= tokens.size()
                ? Kind.END
                : tokens.get(index).kind();
    }

    private void close(Token token) {
        if (open.isEmpty()) {
            findings.syntax(token.range(), "This bracket closes nothing", "remove it, or add an opening one before");
        } else {
            open.pop();
        }
    }

    private void comma(Token token) {
        Integer bracket = open.peek();
        boolean list = bracket != null && (kind(bracket - 1) == Kind.IN || kind(bracket - 1) == Kind.FUNCTION);
        if (!list) {
            findings.syntax(
                    token.range(),
                    "A comma stands only in the list of IN and between the arguments of a function",
                    "write AND or OR between conditions");
        }
    }

    /** Checks a token against the one before it; the beginning and the end count as tokens. */
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
                findings.syntax(
                        token.range(), "IS DISTINCT is followed by FROM", "write column IS DISTINCT FROM value");
            }
        } else if (before == Kind.IN && kind != Kind.OPEN) {
            findings.syntax(token.range(), "IN takes a list in brackets", "write column IN ('a', 'b')");
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
            if (next != Kind.IN && next != Kind.LIKE && next != Kind.ILIKE && next != Kind.BETWEEN) {
                findings.syntax(
                        token.range(),
                        "NOT stands before a condition, or before IN, LIKE, ILIKE and BETWEEN",
                        "write AND NOT or OR NOT between two conditions, <> for not equal");
            }
        } else if (kind.beginsValue() || kind == Kind.INTERVAL) {
            findings.syntax(
                    token.range(),
                    "There is no operator between " + tokens.get(index - 1).description() + " and "
                            + token.description(),
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
            return "write an operator such as = or AND; a name with blanks stands in backticks, a string in single quotes";
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
                findings.syntax(
                        token.range(),
                        "IS is followed by NULL, TRUE, FALSE or DISTINCT FROM, with or without NOT",
                        "write = or <> to compare with a value");
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
                findings.syntax(token.range(), "The list of IN is empty", "name one value at least");
            } else if (kind(index - 2) != Kind.FUNCTION) {
                findings.syntax(token.range(), "There is nothing between the brackets", "remove them, or fill them");
            }
        } else if (kind == Kind.INTERVAL) {
            findings.unsupported(
                    token.range(),
                    "An interval is added to or taken from current_date",
                    "write column >= current_date - INTERVAL 30 DAY");
        } else {
            String place = index == 0
                    ? "at the beginning"
                    : "after " + tokens.get(index - 1).description();
            findings.syntax(
                    token.range(),
                    kind == Kind.END
                            ? "The predicate ends where a value is expected, " + place
                            : "A value is missing " + place,
                    index == 0 ? "begin with a column, for example age > 25" : "write a column or a value");
        }
    }
}
