package io.leadgen.cli.answer.operate;

import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.terminal.Page;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.answer.Type;
import io.leadgen.runtime.doctor.CheckResult;
import io.leadgen.runtime.doctor.CheckResult.Status;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the checks of a configuration found. */
public final class DoctorAnswer {
    private static final Shape<CheckResult> CHECK_RESULT = Shape.<CheckResult>of()
            .field("subject", TEXT, CheckResult::subject)
            .field(
                    "verdict",
                    Type.words(
                            Stream.of(Status.values()).map(DoctorAnswer::word).toList()),
                    finding -> word(finding.status()))
            .field("message", TEXT, CheckResult::message)
            .field("hint", TEXT.orNull(), CheckResult::hint);

    public static final Shape<List<CheckResult>> SHAPE = Shape.<List<CheckResult>>of()
            .field("healthy", TRUTH, findings -> count(findings, Status.FAILED) == 0)
            .field("findings", listOf(CHECK_RESULT), findings -> findings);

    private DoctorAnswer() {}

    public static Answer of(List<CheckResult> findings) {
        return Answer.list(SHAPE, findings, "findings", page -> write(page, findings))
                .as(count(findings, Status.FAILED) == 0 ? Answer.Kind.ANSWER : Answer.Kind.UNAVAILABLE);
    }

    private static void write(Page page, List<CheckResult> findings) {
        long failed = count(findings, Status.FAILED);
        long warnings = count(findings, Status.WARNING);
        page.headline(
                failed == 0
                        ? warnings == 0 ? "healthy" : "healthy, with " + counted(warnings, "warning")
                        : counted(failed, "problem") + " to fix");
        page.gap();
        for (CheckResult finding : findings) {
            page.fact(
                    mark(finding.status()) + " " + page.shown(finding.subject()),
                    page.shown(finding.hint() == null ? finding.message() : finding.message() + "; " + finding.hint()));
        }
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Words and not signs or colours alone: the line is read aloud, copied and searched for. */
    private static String mark(Status status) {
        return switch (status) {
            case OK -> "ok    ";
            case WARNING -> "warn  ";
            case FAILED -> "FAILED";
            case SKIPPED -> "-     ";
        };
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<CheckResult> findings, Status status) {
        return findings.stream().filter(finding -> finding.status() == status).count();
    }
}
