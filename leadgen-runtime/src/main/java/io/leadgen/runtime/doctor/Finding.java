package io.leadgen.runtime.doctor;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.LeadgenException;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one thing.
 *
 * @param subject what was looked at: {@code dns}, {@code ledger}
 * @param message for a person; holds no secret and no engine's text
 * @param hint what to do, or null where there is nothing to do
 */
public record Finding(
        String subject,
        Verdict verdict,
        String message,
        @Nullable String hint) {

    /** How it is. */
    public enum Verdict {
        OK,
        /** Works, and will not for ever or not for all. */
        WARNING,
        FAILED,
        /** Could not be looked at, because something before it failed. */
        SKIPPED
    }

    public Finding {
        requireNonNull(subject, "subject");
        requireNonNull(verdict, "verdict");
    }

    static Finding ok(String subject, String message) {
        return new Finding(subject, Verdict.OK, message, null);
    }

    static Finding warning(String subject, String message, String hint) {
        return new Finding(subject, Verdict.WARNING, message, hint);
    }

    static Finding failed(String subject, String message, @Nullable String hint) {
        return new Finding(subject, Verdict.FAILED, message, hint);
    }

    static Finding failed(String subject, LeadgenException error) {
        return new Finding(subject, Verdict.FAILED, String.valueOf(error.getMessage()), error.hint());
    }

    static Finding skipped(String subject, String because) {
        return new Finding(subject, Verdict.SKIPPED, "not looked at: " + because, null);
    }
}
