package io.leadgen.runtime.export;

import static java.util.Objects.requireNonNull;

/** One cell of a notebook; its text has no line break at the end. */
record Cell(Kind kind, String text) {
    enum Kind {
        MARKDOWN,
        /** Python that gives names to what a reader may want to change. */
        PARAMETERS,
        PYTHON,
        SQL
    }

    Cell {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }
}
