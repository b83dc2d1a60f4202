package io.leadgen.cli.answer.operate;

import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.terminal.Page;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.answer.Type;
import io.leadgen.runtime.doctor.Finding;
import io.leadgen.runtime.doctor.Finding.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the checks of a configuration found. */
public final class DoctorAnswer {
    private static final Shape<Finding> FINDING = Shape.<Finding>of()
            .field("subject", TEXT, Finding::subject)
            .field(
                    "verdict",
                    Type.words(
                            Stream.of(Verdict.values()).map(DoctorAnswer::word).toList()),
                    finding -> word(finding.verdict()))
            .field("message", TEXT, Finding::message)
            .field("hint", TEXT.orNull(), Finding::hint);

    public static final Shape<List<Finding>> SHAPE = Shape.<List<Finding>>of()
            .field("healthy", TRUTH, findings -> count(findings, Verdict.FAILED) == 0)
            .field("findings", listOf(FINDING), findings -> findings);

    private DoctorAnswer() {}

    /** All findings, in their order. */
    public static Answer of(List<Finding> findings) {
        return Answer.list(SHAPE, findings, "findings", page -> write(page, findings))
                .as(count(findings, Verdict.FAILED) == 0 ? Answer.Kind.ANSWER : Answer.Kind.UNAVAILABLE);
    }

    private static void write(Page page, List<Finding> findings) {
        long failed = count(findings, Verdict.FAILED);
        long warnings = count(findings, Verdict.WARNING);
        page.headline(
                failed == 0
                        ? warnings == 0 ? "healthy" : "healthy, with " + counted(warnings, "warning")
                        : counted(failed, "problem") + " to fix");
        page.gap();
        for (Finding finding : findings) {
            page.fact(
                    mark(finding.verdict()) + " " + page.shown(finding.subject()),
                    page.shown(finding.hint() == null ? finding.message() : finding.message() + "; " + finding.hint()));
        }
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Words and not signs or colours alone: the line is read aloud, copied and searched for. */
    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case OK -> "ok    ";
            case WARNING -> "warn  ";
            case FAILED -> "FAILED";
            case SKIPPED -> "-     ";
        };
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
