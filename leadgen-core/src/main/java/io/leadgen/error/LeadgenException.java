package io.leadgen.error;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question that was not answered, with a stable code and words for a person.
 *
 * <p>The message never holds an engine's text, a literal of a predicate or a secret. A cause, where there is one, is for a
 * debugger and must not be shown to callers or written to logs.
 */
public final class LeadgenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Diagnostic> diagnostics;
    private final @Nullable String hint;
    private final @Nullable String part;

    private LeadgenException(
            ErrorCode code,
            String message,
            @Nullable String hint,
            List<Diagnostic> diagnostics,
            @Nullable String part,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code");
        this.hint = hint;
        this.part = part;
        this.diagnostics = List.copyOf(diagnostics);
    }

    public static LeadgenException of(ErrorCode code, String message) {
        return new LeadgenException(code, message, null, List.of(), null, null);
    }

    public static LeadgenException of(ErrorCode code, String message, @Nullable String hint) {
        return new LeadgenException(code, message, hint, List.of(), null, null);
    }

    /** A failure behind the service; the cause's text stays out of the message. */
    public static LeadgenException causedBy(ErrorCode code, String message, Throwable cause) {
        return new LeadgenException(code, message, null, List.of(), null, cause);
    }

    /** A failure behind the service that somebody can mend; the cause's text stays out of the message. */
    public static LeadgenException causedBy(ErrorCode code, String message, String hint, Throwable cause) {
        return new LeadgenException(code, message, hint, List.of(), null, cause);
    }

    /** All findings about one text, in the order of their places; the first one's code is the code of the whole. */
    public static LeadgenException rejected(List<Diagnostic> diagnostics) {
        Diagnostic first = diagnostics.get(0);
        String message = diagnostics.stream().map(Diagnostic::message).collect(Collectors.joining("; "));
        return new LeadgenException(first.code(), message, first.hint(), diagnostics, null, null);
    }

    public ErrorCode code() {
        return code;
    }

    /** What to do instead, or null. */
    public @Nullable String hint() {
        return hint;
    }

    /** The same, said of one of several texts: {@code step 2}. */
    public LeadgenException inPart(String name) {
        return new LeadgenException(code, "In " + name + ": " + getMessage(), hint, diagnostics, name, getCause());
    }

    /** Which of several texts the positions are in, as named by {@link #inPart}, or null where there is one text only. */
    public @Nullable String part() {
        return part;
    }

    /** Positioned findings; empty where the error has no place in a text. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
