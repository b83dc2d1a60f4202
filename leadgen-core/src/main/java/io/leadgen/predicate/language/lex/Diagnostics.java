package io.leadgen.predicate.language.lex;

import io.leadgen.error.Diagnostic;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.Fix;
import io.leadgen.error.LeadgenException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The errors of one predicate, collected so that the caller sees all at once. */
public final class Diagnostics {
    /** More would not help: such a text is wrong throughout. */
    private static final int MAX_DIAGNOSTICS = 20;

    /** In backticks a name can hold anything, half a predicate if a backtick is missing: a message repeats plain ones only. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_ .-]{1,64}");

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    static boolean isPlain(String name) {
        return PLAIN_NAME.matcher(name).matches();
    }

    /** For example {@code column age}; without the name if it may hold something else. */
    public static String named(String what, String name) {
        return isPlain(name) ? what + " " + name : what;
    }

    public void add(ErrorCode code, SourceRange range, String message, @Nullable String hint) {
        add(code, range, message, hint, List.of());
    }

    public void add(ErrorCode code, SourceRange range, String message, @Nullable String hint, List<Fix> fixes) {
        Diagnostic diagnostic = new Diagnostic(code, range.from(), range.to(), message, hint, fixes);
        if (!isFull() && !diagnostics.contains(diagnostic)) {
            diagnostics.add(diagnostic);
        }
    }

    public void syntax(SourceRange range, String message, @Nullable String hint) {
        add(ErrorCode.PREDICATE_SYNTAX, range, message, hint);
    }

    public void unsupported(SourceRange range, String message, @Nullable String hint) {
        add(ErrorCode.PREDICATE_UNSUPPORTED, range, message, hint);
    }

    public void tooLarge(SourceRange range, String message, @Nullable String hint) {
        add(ErrorCode.PREDICATE_TOO_LARGE, range, message, hint);
    }

    public void mismatch(SourceRange range, String message, @Nullable String hint) {
        add(ErrorCode.TYPE_MISMATCH, range, message, hint);
    }

    /** Whether a further diagnostic would be dropped, so that its hint need not be calculated. */
    boolean isFull() {
        return diagnostics.size() >= MAX_DIAGNOSTICS;
    }

    public boolean isEmpty() {
        return diagnostics.isEmpty();
    }

    /** Throws all diagnostics, if there are any. */
    public void throwIfAny() {
        if (!diagnostics.isEmpty()) {
            throw rejection();
        }
    }

    /** All diagnostics as one exception, in the order of their positions. There must be at least one. */
    public LeadgenException rejection() {
        diagnostics.sort(Comparator.comparingInt(Diagnostic::from).thenComparingInt(Diagnostic::to));
        return LeadgenException.rejected(diagnostics);
    }
}
