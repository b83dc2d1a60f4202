package io.leadgen.cli.completion;

/**
 * Something that can stand where a command line is being written.
 *
 * @param text what takes the place of what is there, without quotes
 * @param description what it is, in one line, or empty
 * @param ending what comes behind it
 */
public record Candidate(String text, String description, Ending ending) {

    /** What comes behind a candidate. */
    public enum Ending {
        /** The word ends with it. */
        WORD_ENDS,
        /** The word goes on, behind a blank. */
        BLANK,
        /** The word goes on right behind it. */
        GOES_ON
    }
}
