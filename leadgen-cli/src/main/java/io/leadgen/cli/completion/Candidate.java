package io.leadgen.cli.completion;

/**
 * A completion of a word.
 *
 * @param text what takes the place of what is there, without quotes
 * @param description what it is, in one line, or empty
 * @param ending what follows it
 */
public record Candidate(String text, String description, Ending ending) {

    public enum Ending {
        WORD_ENDS,
        BLANK,
        GOES_ON
    }
}
