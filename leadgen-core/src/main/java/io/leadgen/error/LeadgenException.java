package io.leadgen.error;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question that was not answered: a stable code, a message for people and, for a text, the positions of its errors.
 *
 * <p>Guaranteed: the message holds no text of a warehouse, no literal of a predicate and no secret, so it may be shown and
 * logged. The cause, if there is one, is for a debugger only: do not show or log it.
 *
 * <p>Immutable, except for what {@link Throwable} itself allows.
 */
public final class LeadgenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Diagnostic> diagnostics;
    private final @Nullable String hint;
    private final @Nullable String part;
    private final @Nullable String fixedText;

    private LeadgenException(
            ErrorCode code,
            String message,
            @Nullable String hint,
            List<Diagnostic> diagnostics,
            @Nullable String part,
            @Nullable String fixedText,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code");
        this.hint = hint;
        this.part = part;
        this.fixedText = fixedText;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** An error without a position. */
    public static LeadgenException of(ErrorCode code, String message) {
        return new LeadgenException(code, message, null, List.of(), null, null, null);
    }

    /**
     * An error without a position.
     *
     * @param hint what to do, or null
     */
    public static LeadgenException of(ErrorCode code, String message, @Nullable String hint) {
        return new LeadgenException(code, message, hint, List.of(), null, null, null);
    }

    /**
     * An argument that cannot be used: INVALID_ARGUMENT.
     *
     * @param hint what to do, or null
     */
    public static LeadgenException invalid(String message, @Nullable String hint) {
        return of(ErrorCode.INVALID_ARGUMENT, message, hint);
    }

    /** A failure of a system that leadgen depends on. The text of the cause does not become part of the message. */
    public static LeadgenException causedBy(ErrorCode code, String message, Throwable cause) {
        return new LeadgenException(code, message, null, List.of(), null, null, cause);
    }

    /**
     * A failure of a system that leadgen depends on. The text of the cause does not become part of the message.
     *
     * @param hint what to do
     */
    public static LeadgenException causedBy(ErrorCode code, String message, String hint, Throwable cause) {
        return new LeadgenException(code, message, hint, List.of(), null, null, cause);
    }

    /**
     * A text with errors. Code and hint are those of the first diagnostic; the message joins all messages.
     *
     * @param diagnostics at least one, in the order of their positions
     */
    public static LeadgenException rejected(List<Diagnostic> diagnostics) {
        Diagnostic first = diagnostics.get(0);
        String message = diagnostics.stream().map(Diagnostic::message).collect(Collectors.joining("; "));
        return new LeadgenException(first.code(), message, first.hint(), diagnostics, null, null, null);
    }

    /** The kind of error. */
    public ErrorCode code() {
        return code;
    }

    /** What to do, or null. */
    public @Nullable String hint() {
        return hint;
    }

    /** The errors of one text with their positions; empty if the error is not about a text. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The same error, attributed to one of several texts, for example {@code step 2}. */
    public LeadgenException inPart(String name) {
        return new LeadgenException(
                code, "In " + name + ": " + getMessage(), hint, diagnostics, name, fixedText, getCause());
    }

    /** Which of several texts the positions refer to, as {@link #inPart} named it; null if there is only one. */
    public @Nullable String part() {
        return part;
    }

    /** The same error, with a corrected text that would be accepted. */
    public LeadgenException withFixedText(String text) {
        return new LeadgenException(code, String.valueOf(getMessage()), hint, diagnostics, part, text, getCause());
    }

    /**
     * A corrected text that would be accepted, or null if only the author can correct it. It holds the literals of the
     * rejected text, so show it to the author only and never log it.
     */
    public @Nullable String fixedText() {
        return fixedText;
    }

    /**
     * Applies the fixes of all diagnostics to the rejected text. The result may still have errors that were not reached.
     *
     * @param text the text that the positions refer to
     * @return null if a diagnostic has no fix, or if fixes overlap
     */
    public @Nullable String applyFixes(String text) {
        if (diagnostics.isEmpty()
                || diagnostics.stream()
                        .anyMatch(diagnostic -> diagnostic.fixes().isEmpty())) {
            return null;
        }
        List<Fix> fixes = diagnostics.stream()
                .flatMap(diagnostic -> diagnostic.fixes().stream())
                .sorted(Comparator.comparingInt(Fix::from))
                .toList();
        StringBuilder fixed = new StringBuilder();
        int at = 0;
        for (Fix fix : fixes) {
            if (fix.from() < at || fix.to() > text.length()) {
                return null;
            }
            fixed.append(text, at, fix.from()).append(fix.text());
            at = fix.to();
        }
        return fixed.append(text, at, text.length()).toString();
    }
}
