package io.leadgen.predicate.language.lex;

/**
 * A token of the caller's text.
 *
 * @param text what it means: a name without backticks, a string without quotes, a number with its sign, else the symbol
 */
public record Token(Kind kind, String text, int from, int to) {

    /** Kinds of tokens; the text, where there is one, is how the token is written for JSqlParser. */
    public enum Kind {
        /** As the lexer leaves it, until the gate knows what the word is here. */
        WORD(null),
        NAME(null),
        /** A name in front of a bracket. */
        FUNCTION(null),
        NUMBER(null),
        STRING(null),
        OPEN("("),
        CLOSE(")"),
        COMMA(","),
        PLUS("+"),
        MINUS("-"),
        EQ("="),
        NE("<>"),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">="),
        /** {@code <=>}, which JSqlParser takes for something else. */
        NULL_SAFE_EQ("IS NOT DISTINCT FROM"),
        AND("AND"),
        OR("OR"),
        NOT("NOT"),
        BETWEEN("BETWEEN"),
        IN("IN"),
        LIKE("LIKE"),
        ILIKE("ILIKE"),
        ESCAPE("ESCAPE"),
        IS("IS"),
        DISTINCT("DISTINCT"),
        FROM("FROM"),
        NULL("NULL"),
        TRUE("TRUE"),
        FALSE("FALSE"),
        /** The word in front of a string. */
        DATE("DATE"),
        /** The word in front of a string. */
        TIMESTAMP("TIMESTAMP"),
        /** With or without a pair of brackets behind. */
        CURRENT_DATE("CURRENT_DATE"),
        INTERVAL("INTERVAL"),
        /** How many days, months or years an interval has. */
        AMOUNT(null),
        DAY("DAY"),
        WEEK("WEEK"),
        MONTH("MONTH"),
        YEAR("YEAR"),
        /** Behind the last token. */
        END("");

        private final @org.jspecify.annotations.Nullable String symbol;

        Kind(@org.jspecify.annotations.Nullable String symbol) {
            this.symbol = symbol;
        }

        public boolean isComparison() {
            return switch (this) {
                case EQ, NE, LT, LE, GT, GE, NULL_SAFE_EQ -> true;
                default -> false;
            };
        }

        /** Whether a test of a value can begin with it: an operator, or LIKE, IN, BETWEEN, IS. */
        public boolean isTest() {
            return switch (this) {
                case LIKE, ILIKE, IN, BETWEEN, IS -> true;
                default -> isComparison();
            };
        }

        /** Whether something must follow it on the right, and something stand on its left. */
        boolean isInfix() {
            return switch (this) {
                case AND, OR, COMMA, PLUS, MINUS, ESCAPE, FROM -> true;
                default -> this != IS && isTest();
            };
        }

        boolean beginsValue() {
            return switch (this) {
                case NAME, FUNCTION, NUMBER, STRING, OPEN, NULL, TRUE, FALSE, DATE, TIMESTAMP, CURRENT_DATE, WORD ->
                    true;
                default -> false;
            };
        }

        boolean endsValue() {
            return switch (this) {
                case NAME, NUMBER, STRING, CLOSE, NULL, TRUE, FALSE, CURRENT_DATE, DAY, WEEK, MONTH, YEAR -> true;
                default -> false;
            };
        }
    }

    public SourceRange range() {
        return new SourceRange(from, to);
    }

    Token as(Kind other) {
        return new Token(other, text, from, to);
    }

    /**
     * The token as JSqlParser is to read it. Every operator has one spelling. A name is written as its number in backticks: no
     * name can be taken for a keyword, and JSqlParser cannot take a name apart, as it does where there is a point in it.
     *
     * @param index which token it is
     */
    public String normalised(int index) {
        if (kind.symbol != null) {
            return kind.symbol;
        }
        return switch (kind) {
            case NUMBER -> text;
            case STRING, AMOUNT -> "'" + text.replace("'", "''") + "'";
            default -> "`n" + index + "`";
        };
    }

    /** How a message calls the token; never a literal. */
    public String description() {
        return switch (kind) {
            case WORD, NAME -> Descriptions.named("the name", text);
            case FUNCTION -> Descriptions.named("the function", text);
            case NUMBER, AMOUNT -> "a number";
            case STRING -> "a string";
            case DATE -> "a date";
            case TIMESTAMP -> "a timestamp";
            case END -> "the end";
            case OPEN, CLOSE -> "a bracket " + text;
            case COMMA -> "a comma";
            default -> text;
        };
    }
}
