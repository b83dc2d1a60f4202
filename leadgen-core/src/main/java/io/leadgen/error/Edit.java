package io.leadgen.error;

import static java.util.Objects.requireNonNull;

/**
 * A change to a caller's text that mends it.
 *
 * @param from offset of the first UTF-16 unit that is replaced
 * @param to offset behind the last one; equals {@code from} where something is only put in
 * @param text what to put there: a name, an operator, a quotation mark or nothing, and never a literal
 */
public record Edit(int from, int to, String text) {
    public Edit {
        requireNonNull(text, "text");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("range");
        }
    }
}
