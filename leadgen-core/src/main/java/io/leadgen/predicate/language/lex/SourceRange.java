package io.leadgen.predicate.language.lex;

import io.leadgen.error.Fix;

/**
 * A range of the caller's text.
 *
 * @param from offset of the first UTF-16 unit
 * @param to offset after the last unit
 */
public record SourceRange(int from, int to) {

    /** From the start of this range to the end of a later one. */
    public SourceRange through(SourceRange last) {
        return new SourceRange(from, last.to);
    }

    /** The fix that replaces this range. */
    public Fix replacedBy(String text) {
        return new Fix(from, to, text);
    }
}
