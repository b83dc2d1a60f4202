package io.leadgen.predicate.language.lex;

import org.jspecify.annotations.Nullable;

/**
 * A token of the caller's text.
 *
 * @param text its meaning: a name without backticks, a string without quotes, a number with its sign, otherwise the symbol
 */
public record Token(Kind kind, String text, int from, int to) {

    /** Kinds of tokens. The symbol, if there is one, is how the token is written for JSqlParser. */
    public enum Kind {
        /** A word whose role is not decided yet. See {@link WordReader}. */
        WORD(null),
        NAME(null),
        /** A name directly before a bracket. */
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
        /** {@code <=>}, which JSqlParser reads as something else. */
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
        /** Between the parts of a name. Only in a sub-query. */
        DOT(null),
        /** All rows. Only in a sub-query. */
        STAR(null),
        /** {@code (SELECT …)}, with its brackets. */
        SUBQUERY(null),
        /** {@code EXISTS (SELECT …)}. */
        EXISTS(null),
        /** {@code COUNT(*)} of a sub-query. */
        ROWS(null),
        /** The word before a string. */
        DATE("DATE"),
        /** The word before a string. */
        TIMESTAMP("TIMESTAMP"),
        /** With or without a pair of brackets after it. */
        CURRENT_DATE("CURRENT_DATE"),
        INTERVAL("INTERVAL"),
        /** The number of days, weeks, months or years of an interval. */
        AMOUNT(null),
        DAY("DAY"),
        WEEK("WEEK"),
        MONTH("MONTH"),
        YEAR("YEAR"),
        /** After the last token. */
        END("");

        final @Nullable String symbol;

        Kind(@Nullable String symbol) {
            this.symbol = symbol;
        }

        public boolean isComparison() {
            return switch (this) {
                case EQ, NE, LT, LE, GT, GE, NULL_SAFE_EQ -> true;
                default -> false;
            };
        }

        /** Whether a test of a value can start with it: a comparison, LIKE, ILIKE, IN, BETWEEN or IS. */
        public boolean isTest() {
            return switch (this) {
                case LIKE, ILIKE, IN, BETWEEN, IS -> true;
                default -> isComparison();
            };
        }

        boolean beginsValue() {
            return switch (this) {
                case NAME,
                        FUNCTION,
                        NUMBER,
                        STRING,
                        OPEN,
                        NULL,
                        TRUE,
                        FALSE,
                        DATE,
                        TIMESTAMP,
                        CURRENT_DATE,
                        WORD,
                        SUBQUERY,
                        EXISTS,
                        ROWS -> true;
                default -> false;
            };
        }

        public boolean endsValue() {
            return switch (this) {
                case NAME,
                        NUMBER,
                        STRING,
                        CLOSE,
                        NULL,
                        TRUE,
                        FALSE,
                        CURRENT_DATE,
                        DAY,
                        WEEK,
                        MONTH,
                        YEAR,
                        SUBQUERY,
                        EXISTS,
                        ROWS -> true;
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
     * The token as it is written for JSqlParser. Every operator has one spelling. A name is written as its index in backticks, so
     * that it cannot be read as a keyword and JSqlParser cannot split it at a period.
     *
     * @param index position of the token
     */
    public String normalized(int index) {
        if (kind.symbol != null) {
            return kind.symbol;
        }
        return switch (kind) {
            case NUMBER -> text;
            case STRING, AMOUNT -> "'" + text.replace("'", "''") + "'";
            case SUBQUERY -> "(`n" + index + "`)";
            default -> "`n" + index + "`";
        };
    }

    /** The token in a message; never a literal. */
    public String description() {
        return switch (kind) {
            case WORD, NAME, FUNCTION -> Diagnostics.isPlain(text) ? "\"" + text + "\"" : "a name";
            case NUMBER, AMOUNT -> "a number";
            case STRING -> "a string";
            case SUBQUERY, EXISTS, ROWS -> "a sub-query";
            case DATE -> "a date";
            case TIMESTAMP -> "a timestamp";
            case END -> "the end";
            case OPEN, CLOSE, COMMA -> "\"" + text + "\"";
            default -> text;
        };
    }
}
