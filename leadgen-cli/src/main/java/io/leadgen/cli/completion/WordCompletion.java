package io.leadgen.cli.completion;

import java.util.List;

/**
 * How a word can be completed.
 *
 * @param from offset in the word, quotes left out, from which on a candidate takes the place of what is there
 * @param candidates what can stand there, the likeliest first
 * @param files whether the name of a file can stand there too, which every shell knows how to complete
 */
public record WordCompletion(int from, List<Candidate> candidates, boolean files) {
    /** Nothing that anybody knows of. */
    public static final WordCompletion NONE = new WordCompletion(0, List.of(), false);

    public WordCompletion {
        candidates = List.copyOf(candidates);
    }

    WordCompletion behind(int offset) {
        return new WordCompletion(from + offset, candidates, files);
    }
}
