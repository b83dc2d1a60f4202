package io.leadgen.predicate.language.lex;

import io.leadgen.error.Edit;

/**
 * A stretch of the caller's text.
 *
 * @param from offset of the first UTF-16 unit
 * @param to offset behind the last one
 */
public record SourceRange(int from, int to) {

    /** From the beginning of this to the end of a later one. */
    public SourceRange through(SourceRange last) {
        return new SourceRange(from, last.to);
    }

    /** What stands here, replaced. */
    public Edit by(String text) {
        return new Edit(from, to, text);
    }
}
