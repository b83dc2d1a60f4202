package io.leadgen.runtime.export;

/** A cell of a notebook. Its text does not end in a line break. */
record NotebookCell(Kind kind, String text) {
    enum Kind {
        MARKDOWN,
        /** Python that defines the parameters of the notebook. */
        PARAMETERS,
        PYTHON,
        SQL
    }

    static NotebookCell markdown(String text) {
        return new NotebookCell(Kind.MARKDOWN, text);
    }

    static NotebookCell parameters(String python) {
        return new NotebookCell(Kind.PARAMETERS, python);
    }

    static NotebookCell python(String text) {
        return new NotebookCell(Kind.PYTHON, text);
    }
}
