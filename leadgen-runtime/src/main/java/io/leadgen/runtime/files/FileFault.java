package io.leadgen.runtime.files;

import org.jspecify.annotations.Nullable;

/** Why a file cannot be read as what it seems to be. The message may be shown: it names lines and columns, never a value of a row. */
public class FileFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    public FileFault(String message, @Nullable String hint) {
        super(message);
        this.hint = hint;
    }

    public FileFault(String message, @Nullable String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What is wrong. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** What to do, or null. */
    public @Nullable String hint() {
        return hint;
    }
}
