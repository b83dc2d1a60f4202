package io.leadgen.cli.completion;

/**
 * A completion of a word.
 *
 * @param text what takes the place of what is there, without quotes
 * @param description what it is, in one line, or empty
 * @param ending what follows it
 */
public record Candidate(String text, String description, Ending ending) {

    /** What follows a candidate. */
    public enum Ending {
        /** The word ends with it. */
        WORD_ENDS,
        /** The word goes on after a space. */
        BLANK,
        /** The word goes on without a space. */
        GOES_ON
    }
}
