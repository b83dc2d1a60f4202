package io.leadgen.cli.answer;

import static java.util.Objects.requireNonNull;

import io.leadgen.cli.terminal.Page;
import io.leadgen.runtime.answer.Columns;
import io.leadgen.runtime.answer.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer, ready to be written in every format.
 *
 * @param document the whole answer as a JSON tree
 * @param records the items of its list, one JSON tree each; null for an answer that is one thing
 * @param columns the columns of CSV and Markdown
 * @param people writes the answer in words
 * @param kind what the exit code reports
 */
public record Answer(
        Map<String, @Nullable Object> document,
        @Nullable List<Map<String, @Nullable Object>> records,
        Columns columns,
        Consumer<Page> people,
        Kind kind) {

    public enum Kind {
        ANSWER,
        SUPPRESSED,
        /** Something is not as it must be. */
        ALARM,
        /** Questions cannot be answered now. */
        UNAVAILABLE;

        /** Of a question about people. */
        public static Kind suppressedIf(boolean suppressed) {
            return suppressed ? SUPPRESSED : ANSWER;
        }
    }

    public Answer and(Consumer<Page> more) {
        return new Answer(document, records, columns, people.andThen(more), kind);
    }

    public Answer as(Kind other) {
        return new Answer(document, records, columns, people, other);
    }

    public Answer with(Columns own) {
        return new Answer(document, records, own, people, kind);
    }

    public static <A> Answer one(Shape<A> shape, A answer, Consumer<Page> people) {
        return new Answer(shape.tree(answer), null, shape.columns(), people, Kind.ANSWER);
    }

    /** An answer that is a list, which is in a field. */
    public static <A> Answer list(Shape<A> shape, A answer, String field, Consumer<Page> people) {
        Map<String, @Nullable Object> document = shape.tree(answer);
        return new Answer(document, records(document, field), shape.items(field).columns(), people, Kind.ANSWER);
    }

    @SuppressWarnings("unchecked") // shapes write lists of trees
    public static List<Map<String, @Nullable Object>> records(Map<String, @Nullable Object> document, String field) {
        return (List<Map<String, @Nullable Object>>) requireNonNull(document.get(field));
    }
}
