package io.leadgen.runtime.export;

import static java.util.Objects.requireNonNull;

/** A cell of a notebook. Its text does not end in a line break. */
record NotebookCell(Kind kind, String text) {
    enum Kind {
        MARKDOWN,
        /** Python that defines the parameters of the notebook. */
        PARAMETERS,
        PYTHON,
        SQL
    }

    NotebookCell {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }
}
