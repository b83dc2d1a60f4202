package io.leadgen.runtime.answer;

import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.error.Diagnostic;
import io.leadgen.error.ErrorCategory;
import io.leadgen.error.Fix;
import io.leadgen.error.LeadgenException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why there is no answer. */
public final class ErrorShape {
    /**
     * A question that was not answered.
     *
     * @param hint what to do, or null
     * @param requestId the id of the question, or null if it failed before it had one
     */
    public record Problem(
            LeadgenException error,
            @Nullable String hint,
            @Nullable String requestId) {}

    private static final Shape<Fix> FIX = Shape.<Fix>of()
            .field("from", WHOLE, Fix::from)
            .field("to", WHOLE, Fix::to)
            .field("text", TEXT, Fix::text);

    private static final Shape<Diagnostic> DIAGNOSTIC = Shape.<Diagnostic>of()
            .field("code", TEXT, diagnostic -> diagnostic.code().name())
            .field("from", WHOLE, Diagnostic::from)
            .about("Offset of the first UTF-16 unit concerned.")
            .field("to", WHOLE, Diagnostic::to)
            .field("message", TEXT, Diagnostic::message)
            .field("hint", TEXT.orNull(), Diagnostic::hint)
            .optional("fix", listOf(FIX), diagnostic -> diagnostic.fixes().isEmpty() ? null : diagnostic.fixes())
            .about("Changes to the text that fix it.");

    public static final Shape<Problem> PROBLEM = Shape.<Problem>named("Problem")
            .field("code", TEXT, problem -> problem.error().code().name())
            .field(
                    "category",
                    categories(),
                    problem -> problem.error().code().category().name())
            .field("message", TEXT, problem -> String.valueOf(problem.error().getMessage()))
            .field("hint", TEXT.orNull(), Problem::hint)
            .optional("part", TEXT, problem -> problem.error().part())
            .about("Which of several texts the places are in, for example step 2.")
            .field("diagnostics", listOf(DIAGNOSTIC), problem -> problem.error().diagnostics())
            .field("request_id", TEXT.orNull(), Problem::requestId);

    /** {@code {"error": {…}}}. */
    public static final Shape<Problem> ERROR =
            Shape.<Problem>named("Error").field("error", PROBLEM, problem -> problem);

    private ErrorShape() {}

    private static Type<String> categories() {
        return Type.words(
                Stream.of(ErrorCategory.values()).map(ErrorCategory::name).toList());
    }

    /** The error as it is, with its own hint. */
    public static Map<String, @Nullable Object> of(LeadgenException error, @Nullable String requestId) {
        return ERROR.tree(new Problem(error, error.hint(), requestId));
    }
}
