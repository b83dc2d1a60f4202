package io.leadgen.error;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding at one place of a caller's text.
 *
 * <p>Neither message nor hint ever repeats a literal of the text: a caller's terminal can show the text itself, a log must
 * not. Names of columns and functions may be repeated.
 *
 * @param code what kind of finding
 * @param from offset of the first UTF-16 unit concerned, from 0
 * @param to offset behind the last unit concerned; equals {@code from} for something that is missing
 * @param message what is wrong, one sentence
 * @param hint what to do instead, or null
 * @param fix the changes that do it, in the order of their places and apart from each other; empty where only the author can know
 */
public record Diagnostic(
        ErrorCode code,
        int from,
        int to,
        String message,
        @Nullable String hint,
        List<Edit> fix) {
    public Diagnostic {
        requireNonNull(code, "code");
        fix = List.copyOf(fix);
        requireNonNull(message, "message");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("range");
        }
    }

    /** A finding that only the author can mend. */
    public Diagnostic(ErrorCode code, int from, int to, String message, @Nullable String hint) {
        this(code, from, to, message, hint, List.of());
    }
}
