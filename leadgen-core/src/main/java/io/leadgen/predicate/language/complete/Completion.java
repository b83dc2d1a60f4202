package io.leadgen.predicate.language.complete;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Lexer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.lex.Token;
import io.leadgen.predicate.language.lex.WordReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something with which a predicate that is not finished can go on.
 *
 * @param text as the predicate is to have it
 * @param kind what it is
 * @param column the column that is named, or whose value it is; null for everything else
 */
public record Completion(String text, Kind kind, @Nullable ColumnName column) {

    /** What a continuation is. */
    public enum Kind {
        COLUMN,
        /** A function's name with the bracket that opens. */
        FUNCTION,
        /** What is asked about a value: {@code >=}, {@code IN (}, {@code IS NULL}. */
        TEST,
        /** A value that is declared for the column, or how one begins. */
        VALUE,
        /** AND, OR, NOT, brackets and commas. */
        JOINT
    }

    /**
     * A column that may be named.
     *
     * @param values what is declared about it, as text, or empty; never what was found in data
     */
    public record Known(ColumnRef column, List<String> values) {
        public Known {
            requireNonNull(column, "column");
            values = List.copyOf(values);
        }

        /**
         * A column by what metadata tells of it.
         *
         * @param type as {@link ColumnType#toString} spells it
         */
        public static Known of(String name, String type, List<String> values) {
            return new Known(new ColumnRef(new ColumnName(name), ColumnType.spelled(type)), values);
        }
    }

    /**
     * Continuations of one text.
     *
     * @param from offset in the text from which on each of them takes the place of what is there
     */
    public record All(int from, List<Completion> each) {
        public All {
            each = List.copyOf(each);
        }
    }

    /**
     * With what a predicate can go on.
     *
     * <p>What it guarantees: a text that is built of continuations alone is a predicate wherever OR is among them and no bracket is. What
     * it does not: that all that the language allows is offered. Behind what is no beginning of a predicate, nothing is.
     *
     * @param text up to where it is being written
     * @param columns what may be named
     */
    public static All of(String text, List<Known> columns) {
        int last = CompletionParser.startOfLast(text);
        All all = of(text, last, columns);
        String begun = text.substring(last);
        boolean number = !begun.isEmpty() && Character.isDigit(begun.charAt(0));
        boolean whole = all.each().stream().allMatch(offer -> offer.text().equals(begun));
        // A number that is the beginning of none that is declared is whole.
        return number && whole ? of(text, text.length(), columns) : all;
    }

    private static All of(String text, int from, List<Known> columns) {
        Diagnostics findings = new Diagnostics();
        List<Token> tokens = new WordReader(
                        Lexer.tokens(text.substring(0, from), PredicateLimits.UNTRUSTED, findings), findings)
                .read();
        if (!findings.isEmpty()) {
            return new All(from, List.of());
        }
        CompletionContext place = new CompletionParser(tokens, columns).end();
        return new All(
                from, new CompletionCandidates(columns, text.substring(0, from), text.substring(from)).at(place));
    }
}
