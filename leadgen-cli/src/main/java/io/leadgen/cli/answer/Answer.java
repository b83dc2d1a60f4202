package io.leadgen.cli.answer;

import static java.util.Objects.requireNonNull;

import io.leadgen.cli.terminal.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the shapes from which every format is written.
 *
 * @param document the whole answer as a JSON tree
 * @param records what a list holds, one JSON tree each; null for an answer that is one thing
 * @param fields the columns of CSV and Markdown
 * @param people writes the answer in words
 * @param kind what whoever asked has to know before reading it
 */
public record Answer(
        Map<String, @Nullable Object> document,
        @Nullable List<Map<String, @Nullable Object>> records,
        Fields fields,
        Consumer<Page> people,
        Kind kind) {

    /** What an answer comes to. */
    public enum Kind {
        /** What was asked for. */
        ANSWER,
        /** That there are too few to tell. */
        TOO_FEW,
        /** That something is not as it has to be. */
        ALARM,
        /** That questions cannot be answered now. */
        UNAVAILABLE
    }

    /** The same answer, with more words for people. */
    public Answer and(Consumer<Page> more) {
        return new Answer(document, records, fields, people.andThen(more), kind);
    }

    static Answer one(
            Map<String, @Nullable Object> document, Fields fields, Consumer<Page> people, boolean suppressed) {
        return new Answer(document, null, fields, people, suppressed ? Kind.TOO_FEW : Kind.ANSWER);
    }

    static Answer list(
            Map<String, @Nullable Object> document,
            List<Map<String, @Nullable Object>> records,
            Fields fields,
            Consumer<Page> people) {
        return list(document, records, fields, people, false);
    }

    static Answer list(
            Map<String, @Nullable Object> document,
            List<Map<String, @Nullable Object>> records,
            Fields fields,
            Consumer<Page> people,
            boolean suppressed) {
        return new Answer(document, records, fields, people, suppressed ? Kind.TOO_FEW : Kind.ANSWER);
    }

    /** The trees of a list within a document. */
    @SuppressWarnings("unchecked") // documents have lists of trees under these keys
    static List<Map<String, @Nullable Object>> records(Map<String, @Nullable Object> document, String key) {
        return (List<Map<String, @Nullable Object>>) requireNonNull(document.get(key));
    }
}
