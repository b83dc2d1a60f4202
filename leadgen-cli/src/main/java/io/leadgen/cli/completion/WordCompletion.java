package io.leadgen.cli.completion;

import java.util.List;

/**
 * How a word can be completed.
 *
 * @param from offset in the word without quotes where a candidate begins
 * @param candidates the candidates, the likeliest first
 * @param files whether a file name is possible too, which every shell completes by itself
 */
public record WordCompletion(int from, List<Candidate> candidates, boolean files) {
    public static final WordCompletion NONE = new WordCompletion(0, List.of(), false);

    static final WordCompletion FILES = new WordCompletion(0, List.of(), true);

    /** The values that begin with a text, without regard to case; each ends the word. */
    static WordCompletion of(List<String> values, String text) {
        return of(values.stream()
                .filter(value -> value.regionMatches(true, 0, text, 0, text.length()))
                .map(value -> new Candidate(value, "", Candidate.Ending.WORD_ENDS))
                .toList());
    }

    /** Candidates for the whole word. */
    static WordCompletion of(List<Candidate> candidates) {
        return new WordCompletion(0, candidates, false);
    }

    /** The same completion in a word that is longer by a prefix. */
    WordCompletion after(int offset) {
        return new WordCompletion(from + offset, candidates, files);
    }
}
