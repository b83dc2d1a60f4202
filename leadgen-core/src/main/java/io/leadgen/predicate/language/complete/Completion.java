package io.leadgen.predicate.language.complete;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.lex.Token;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that an unfinished predicate can continue with.
 *
 * @param text as it is to be inserted
 * @param kind what it is
 * @param column the column it names, or whose value it is; null for everything else
 */
public record Completion(String text, Kind kind, @Nullable ColumnName column) {

    /** Kinds of completions. */
    public enum Kind {
        COLUMN,
        /** The name of a function with its opening bracket. */
        FUNCTION,
        /** A test of a value: {@code >=}, {@code IN (}, {@code IS NULL}. */
        TEST,
        /** A declared value of the column, or the start of a value. */
        VALUE,
        /** AND, OR, NOT, brackets, commas and other fixed words. */
        JOINT
    }

    /**
     * A column that the predicate may use.
     *
     * @param values its declared values as text, or empty; never values that were read from data
     */
    public record Known(ColumnRef column, List<String> values) {
        public Known {
            requireNonNull(column, "column");
            values = List.copyOf(values);
        }

        /** A column from its metadata; the type is as {@link ColumnType#toString} writes it. */
        public static Known of(String name, String type, List<String> values) {
            return new Known(new ColumnRef(new ColumnName(name), ColumnType.spelled(type)), values);
        }
    }

    /** The completions of one text. Each replaces the rest of the text from this offset. */
    public record All(int from, List<Completion> each) {
        public All {
            each = List.copyOf(each);
        }
    }

    /**
     * The completions of an unfinished predicate.
     *
     * <p>Guaranteed: a text that is built from completions only is a predicate wherever OR is offered and a closing bracket is
     * not. Not guaranteed: that everything the language allows is offered. After a text with an error nothing is offered.
     *
     * @param text the predicate up to the cursor
     * @param columns the columns that may be used
     */
    public static All of(String text, List<Known> columns) {
        int last = startOfLast(text);
        All all = of(text, last, columns);
        String started = text.substring(last);
        boolean number = !started.isEmpty() && Character.isDigit(started.charAt(0));
        boolean complete =
                all.each().stream().allMatch(completion -> completion.text().equals(started));
        // A number that starts none of the declared numbers is complete.
        return number && complete ? of(text, text.length(), columns) : all;
    }

    private static All of(String text, int from, List<Known> columns) {
        Diagnostics diagnostics = new Diagnostics();
        String before = text.substring(0, from);
        List<Token> tokens = Normalizer.unfinished(before, PredicateLimits.UNTRUSTED, diagnostics);
        CompletionCandidates candidates = new CompletionCandidates(columns, before, text.substring(from));
        if (diagnostics.isEmpty()) {
            new CompletionFinder(tokens, columns, candidates).find();
        }
        return new All(from, candidates.found());
    }

    /** Where the last word, number, quoted text or operator starts; the end of the text if it ends with none of them. */
    private static int startOfLast(String text) {
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
                boolean doubled = closed >= 0 && closed == i - 1 && text.charAt(closed) == c;
                start = doubled ? start : i;
            }
        }
        if (quote != 0) {
            return start;
        }
        int word = startOfRun(text, c -> c == '_' || (c <= '~' && Character.isLetterOrDigit(c)));
        return word < text.length() ? word : startOfRun(text, c -> "<>=!".indexOf(c) >= 0);
    }

    private static int startOfRun(String text, IntPredicate part) {
        int from = text.length();
        while (from > 0 && part.test(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }
}
