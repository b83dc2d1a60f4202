package io.leadgen.error;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
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
    private final @Nullable String mended;

    private LeadgenException(
            ErrorCode code,
            String message,
            @Nullable String hint,
            List<Diagnostic> diagnostics,
            @Nullable String part,
            @Nullable String mended,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code");
        this.hint = hint;
        this.part = part;
        this.mended = mended;
        this.diagnostics = List.copyOf(diagnostics);
    }

    public static LeadgenException of(ErrorCode code, String message) {
        return new LeadgenException(code, message, null, List.of(), null, null, null);
    }

    public static LeadgenException of(ErrorCode code, String message, @Nullable String hint) {
        return new LeadgenException(code, message, hint, List.of(), null, null, null);
    }

    /** A failure behind the service; the cause's text stays out of the message. */
    public static LeadgenException causedBy(ErrorCode code, String message, Throwable cause) {
        return new LeadgenException(code, message, null, List.of(), null, null, cause);
    }

    /** A failure behind the service that somebody can mend; the cause's text stays out of the message. */
    public static LeadgenException causedBy(ErrorCode code, String message, String hint, Throwable cause) {
        return new LeadgenException(code, message, hint, List.of(), null, null, cause);
    }

    /** All findings about one text, in the order of their places; the first one's code is the code of the whole. */
    public static LeadgenException rejected(List<Diagnostic> diagnostics) {
        Diagnostic first = diagnostics.get(0);
        String message = diagnostics.stream().map(Diagnostic::message).collect(Collectors.joining("; "));
        return new LeadgenException(first.code(), message, first.hint(), diagnostics, null, null, null);
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
        return new LeadgenException(
                code, "In " + name + ": " + getMessage(), hint, diagnostics, name, mended, getCause());
    }

    /** The same, with what would be accepted in place of the text that was rejected. */
    public LeadgenException mendedTo(String text) {
        return new LeadgenException(code, String.valueOf(getMessage()), hint, diagnostics, part, text, getCause());
    }

    /**
     * What would be accepted in place of the text that was rejected, or null where only its author can know. It holds the
     * literals of that text: it may be shown to whoever wrote it, and to nobody else.
     */
    public @Nullable String mended() {
        return mended;
    }

    /** Which of several texts the positions are in, as named by {@link #inPart}, or null where there is one text only. */
    public @Nullable String part() {
        return part;
    }

    /**
     * The text that was rejected, with all fixes of all findings applied. It can still be wrong in ways that were not looked for.
     *
     * @param text what the positions are in
     * @return null if a finding has no fix, or if fixes are in each other's way
     */
    public @Nullable String fixed(String text) {
        if (diagnostics.isEmpty()
                || diagnostics.stream().anyMatch(diagnostic -> diagnostic.fix().isEmpty())) {
            return null;
        }
        List<Edit> edits = diagnostics.stream()
                .flatMap(diagnostic -> diagnostic.fix().stream())
                .sorted(Comparator.comparingInt(Edit::from))
                .toList();
        StringBuilder mended = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            if (edit.from() < at || edit.to() > text.length()) {
                return null;
            }
            mended.append(text, at, edit.from()).append(edit.text());
            at = edit.to();
        }
        return mended.append(text, at, text.length()).toString();
    }

    /** Positioned findings; empty where the error has no place in a text. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
