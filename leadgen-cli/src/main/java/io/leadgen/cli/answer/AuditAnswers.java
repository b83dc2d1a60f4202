package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.runtime.audit.AuditVerification;
import io.leadgen.runtime.ledger.LedgerVerification;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit log says, and whether it is as it was written. */
public final class AuditAnswers {
    private static final Fields VERIFIED = Fields.of(
            "intact",
            "audit_log.path",
            "audit_log.events",
            "audit_log.torn_lines",
            "audit_log.unfinished",
            "ledger.rows");
    private static final Fields EVENTS = Fields.of(
            "seq",
            "at",
            "event",
            "request_id",
            "principal",
            "class",
            "question",
            "table",
            "shape",
            "outcome",
            "cost",
            "scans");
    private static final int TO_THE_SECOND = "2026-11-24T06:00:00".length();

    private AuditAnswers() {}

    /** That a log is intact. */
    public static Answer verified(Path log, AuditVerification found, LedgerVerification ledger) {
        Map<String, @Nullable Object> audit = new LinkedHashMap<>();
        audit.put("path", log.toString());
        audit.put("events", found.events());
        audit.put("torn_lines", found.tornLines());
        audit.put("unfinished", found.unfinished());
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("intact", true);
        document.put("audit_log", audit);
        document.put("ledger", Map.of("rows", ledger.rows()));
        return Answer.one(document, VERIFIED, page -> write(page, log, found, ledger), false);
    }

    private static void write(Page page, Path log, AuditVerification found, LedgerVerification ledger) {
        page.headline("intact: " + Numerals.grouped(found.events()) + " events in the audit log, "
                + Numerals.grouped(ledger.rows()) + " charges and answers in the ledger");
        page.sentence("Nothing was changed, removed or added between others.");
        page.gap();
        page.fact("log", page.shown(log.toString()));
        if (found.tornLines() > 0) {
            page.fact(
                    "torn lines",
                    Numerals.grouped(found.tornLines()) + ", broken off by a crash; the log says so itself");
        }
        if (found.unfinished()) {
            page.fact("unfinished", "the last line breaks off: it is just being written, or a crash has torn it");
        }
        page.fact("not seen", "lines that were cut off at the end: compare with a copy of the log kept elsewhere");
    }

    /**
     * The last events.
     *
     * @param events lines of the log by their fields
     */
    public static Answer tail(Path log, List<Map<String, @Nullable Object>> events) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("audit_log", log.toString());
        document.put("events", events);
        return Answer.list(document, events, EVENTS, page -> write(page, events));
    }

    private static void write(Page page, List<Map<String, @Nullable Object>> events) {
        if (events.isEmpty()) {
            page.sentence("The audit log is empty.");
            return;
        }
        TextTable table = new TextTable(List.of("at (UTC)", "principal", "question", "table", "outcome"));
        for (Map<String, @Nullable Object> event : events) {
            boolean question = event.containsKey("question");
            table.row(List.of(
                    time(text(page, event, "at")),
                    text(page, event, "principal"),
                    text(page, event, question ? "question" : "event"),
                    text(page, event, "table"),
                    outcome(page, event)));
        }
        page.table(table);
    }

    /** What came of it, what it cost, and how often the warehouse was asked. */
    private static String outcome(Page page, Map<String, @Nullable Object> event) {
        StringBuilder text = new StringBuilder(text(page, event, "outcome"));
        if (event.get("cost") instanceof BigDecimal cost) {
            text.append(", ").append(Numerals.budget(cost));
        }
        if (event.get("scans") instanceof Long scans && scans > 0) {
            text.append(", ").append(scans).append(scans == 1 ? " scan" : " scans");
        }
        return text.toString();
    }

    private static String time(String instant) {
        return instant.length() < TO_THE_SECOND
                ? instant
                : instant.substring(0, TO_THE_SECOND).replace('T', ' ');
    }

    private static String text(Page page, Map<String, @Nullable Object> event, String field) {
        Object value = event.get(field);
        return value == null ? "" : page.shown(value.toString());
    }
}
