package io.leadgen.error;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One error at one place in the caller's text.
 *
 * <p>Guaranteed: neither the message nor the hint repeats a literal of the text, so both may be logged. Names of columns and
 * functions may be repeated. Not guaranteed: the wording, which may change in any release. Programs use the code.
 *
 * @param code the kind of error
 * @param from offset of the first UTF-16 unit concerned, from 0
 * @param to offset after the last unit concerned; equals {@code from} if something is missing there
 * @param message what is wrong, one sentence without a final period
 * @param hint what to do, or null
 * @param fixes the changes that correct the text, in ascending order and without overlap; empty if only the author can decide
 */
public record Diagnostic(
        ErrorCode code,
        int from,
        int to,
        String message,
        @Nullable String hint,
        List<Fix> fixes) {
    /** @throws IllegalArgumentException if {@code from} is negative or greater than {@code to} */
    public Diagnostic {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
        fixes = List.copyOf(fixes);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("range");
        }
    }

    /**
     * A diagnostic that only the author can correct.
     *
     * @throws IllegalArgumentException if {@code from} is negative or greater than {@code to}
     */
    public Diagnostic(ErrorCode code, int from, int to, String message, @Nullable String hint) {
        this(code, from, to, message, hint, List.of());
    }
}
