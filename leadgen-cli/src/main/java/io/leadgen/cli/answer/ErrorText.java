package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.DisplayText;
import io.leadgen.cli.terminal.PredicateExcerpt;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.answer.ErrorShape;
import io.leadgen.runtime.json.JsonText;
import org.jspecify.annotations.Nullable;

/** Writes an error: an object for programs, else for people, with the spot marked and what to do instead. */
public final class ErrorText {
    private ErrorText() {}

    /**
     * The text of an error, with a line break at its end.
     *
     * @param requestId the id of the question, or null if it failed before it had one
     * @param source the text that diagnostics point into, or null if there is none
     */
    public static String of(
            LeadgenException error,
            @Nullable String requestId,
            @Nullable String source,
            OutputFormat format,
            Theme theme) {
        return format.isJson()
                ? JsonText.compact(ErrorShape.of(error, requestId)) + "\n"
                : people(error, requestId, source, theme);
    }

    private static String people(
            LeadgenException error, @Nullable String requestId, @Nullable String source, Theme theme) {
        if (error.code() == ErrorCode.INTERNAL) {
            // An internal error has one line; the rest is in its report.
            return theme.error("error[INTERNAL]") + ": "
                    + DisplayText.visible(String.valueOf(error.getMessage()), theme.unicode()) + "\n";
        }
        StringBuilder text = new StringBuilder();
        if (error.diagnostics().isEmpty()) {
            text.append(message(error.code(), String.valueOf(error.getMessage()), theme))
                    .append(hint(error.hint(), theme));
        }
        String where = error.part() == null ? "" : "In " + error.part() + ": ";
        for (Diagnostic diagnostic : error.diagnostics()) {
            text.append(message(diagnostic.code(), where + diagnostic.message(), theme));
            if (source != null && !source.isEmpty()) {
                text.append(new PredicateExcerpt(source, theme).at(diagnostic.from(), diagnostic.to()));
            }
            text.append(hint(diagnostic.hint(), theme));
        }
        String fixed = error.fixedText();
        if (fixed != null) {
            text.append(theme.warning("fix") + ": " + DisplayText.onOneLine(fixed, theme.unicode()) + "\n");
        }
        if (requestId != null) {
            text.append(theme.dim("request: " + DisplayText.visible(requestId, theme.unicode())) + "\n");
        }
        return text.toString();
    }

    private static String message(ErrorCode code, String message, Theme theme) {
        String label = "error[" + code + "]";
        return theme.error(label) + ": " + lines(label + ": ", message, theme);
    }

    private static String hint(@Nullable String hint, Theme theme) {
        return hint == null ? "" : theme.warning("hint") + ": " + lines("hint: ", hint, theme);
    }

    /** What follows a label, in lines that have room for it. */
    private static String lines(String label, String message, Theme theme) {
        return DisplayText.note(label + message, theme).substring(label.length());
    }
}
