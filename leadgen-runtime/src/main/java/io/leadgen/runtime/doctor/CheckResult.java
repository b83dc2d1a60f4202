package io.leadgen.runtime.doctor;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.LeadgenException;
import org.jspecify.annotations.Nullable;

/**
 * The result of one check.
 *
 * @param subject what was checked, for example {@code dns} or {@code ledger}
 * @param message for people; contains no secret and no text of an engine
 * @param hint what to do, or null
 */
public record CheckResult(
        String subject,
        Status status,
        String message,
        @Nullable String hint) {

    public enum Status {
        OK,
        /** Works, but not permanently or not for everyone. */
        WARNING,
        FAILED,
        /** Not checked, because an earlier check failed. */
        SKIPPED
    }

    public CheckResult {
        requireNonNull(subject, "subject");
        requireNonNull(status, "status");
    }

    static CheckResult ok(String subject, String message) {
        return new CheckResult(subject, Status.OK, message, null);
    }

    static CheckResult warning(String subject, String message, String hint) {
        return new CheckResult(subject, Status.WARNING, message, hint);
    }

    static CheckResult failed(String subject, String message, @Nullable String hint) {
        return new CheckResult(subject, Status.FAILED, message, hint);
    }

    static CheckResult failed(String subject, LeadgenException error) {
        return new CheckResult(subject, Status.FAILED, String.valueOf(error.getMessage()), error.hint());
    }

    static CheckResult skipped(String subject, String because) {
        return new CheckResult(subject, Status.SKIPPED, "not checked: " + because, null);
    }
}
