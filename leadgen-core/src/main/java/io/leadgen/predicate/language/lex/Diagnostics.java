package io.leadgen.predicate.language.lex;

import io.leadgen.error.Diagnostic;
import io.leadgen.error.Edit;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one predicate, collected so that the caller hears of everything at once. */
public final class Diagnostics {
    /** A text that is wrong throughout is not explained character by character. */
    private static final int MOST = 20;

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public void add(ErrorCode code, SourceRange range, String message, @Nullable String hint) {
        add(code, range, message, hint, List.of());
    }

    public void add(ErrorCode code, SourceRange range, String message, @Nullable String hint, List<Edit> fix) {
        Diagnostic diagnostic = new Diagnostic(code, range.from(), range.to(), message, hint, fix);
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

    /** Whether a further finding would be left out, so that its hint need not be worked out. */
    boolean isFull() {
        return diagnostics.size() >= MOST;
    }

    public boolean isEmpty() {
        return diagnostics.isEmpty();
    }

    /** Returns if nothing was found. */
    public void throwIfAny() {
        if (!diagnostics.isEmpty()) {
            throw rejection();
        }
    }

    /** All findings, in the order of their places. */
    public LeadgenException rejection() {
        diagnostics.sort(Comparator.comparingInt(Diagnostic::from).thenComparingInt(Diagnostic::to));
        return LeadgenException.rejected(diagnostics);
    }
}
