package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.Page;
import io.leadgen.runtime.doctor.CheckResult;
import io.leadgen.runtime.doctor.CheckResult.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an examination found. */
public final class DoctorAnswer {
    private static final Fields FIELDS = Fields.of("subject", "status", "message", "hint");

    private DoctorAnswer() {}

    /** All findings, in their order. */
    public static Answer of(List<CheckResult> findings) {
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        for (CheckResult finding : findings) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("subject", finding.subject());
            tree.put("status", word(finding.status()));
            tree.put("message", finding.message());
            tree.put("hint", finding.hint());
            trees.add(tree);
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("healthy", count(findings, Status.FAILED) == 0);
        document.put("findings", trees);
        Answer.Kind kind = count(findings, Status.FAILED) == 0 ? Answer.Kind.ANSWER : Answer.Kind.UNAVAILABLE;
        return new Answer(document, trees, FIELDS, page -> write(page, findings), kind);
    }

    private static void write(Page page, List<CheckResult> findings) {
        long failed = count(findings, Status.FAILED);
        long warnings = count(findings, Status.WARNING);
        page.headline(
                failed == 0
                        ? warnings == 0 ? "healthy" : "healthy, with " + counted(warnings, "warning")
                        : counted(failed, "thing") + " to mend");
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
