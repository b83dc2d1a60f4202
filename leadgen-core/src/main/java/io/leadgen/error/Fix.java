package io.leadgen.error;

import static java.util.Objects.requireNonNull;

/**
 * A change to the caller's text: one range of it, replaced.
 *
 * <p>Some corrections need two, for example both quotation marks of a string. See {@link Diagnostic#fixes}.
 *
 * @param from offset of the first UTF-16 unit to replace, from 0
 * @param to offset after the last unit to replace; equals {@code from} for an insertion
 * @param text the replacement: a name, an operator, a quotation mark or nothing; never a literal
 */
public record Fix(int from, int to, String text) {
    /** @throws IllegalArgumentException if {@code from} is negative or greater than {@code to} */
    public Fix {
        requireNonNull(text, "text");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("range");
        }
    }
}
