package io.leadgen.predicate.parser;

import io.leadgen.error.Edit;

/**
 * A stretch of the caller's text.
 *
 * @param from offset of the first UTF-16 unit
 * @param to offset behind the last one
 */
record SourceRange(int from, int to) {

    /** From the beginning of this to the end of a later one. */
    SourceRange through(SourceRange last) {
        return new SourceRange(from, last.to);
    }

    /** What stands here, replaced. */
    Edit by(String text) {
        return new Edit(from, to, text);
    }
}
