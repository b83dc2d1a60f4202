package io.leadgen.cli.answer.operate;

import static io.leadgen.runtime.answer.Scalars.OPEN;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.runtime.answer.Columns;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.audit.AuditVerification;
import io.leadgen.runtime.ledger.LedgerVerification;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit log says, and that nobody modified it. */
public final class AuditAnswers {
    public record Verified(Path log, AuditVerification audit, LedgerVerification ledger) {}

    public record Tail(Path log, List<Map<String, @Nullable Object>> events) {}

    private static final Shape<Verified> LOG = Shape.<Verified>of()
            .field("path", TEXT, verified -> verified.log().toString())
            .field("events", WHOLE, verified -> verified.audit().events())
            .field("torn_lines", WHOLE, verified -> verified.audit().tornLines())
            .field("unfinished", TRUTH, verified -> verified.audit().unfinished());

    public static final Shape<Verified> VERIFIED = Shape.<Verified>of()
            .field("intact", TRUTH, verified -> true)
            .field("audit_log", LOG, verified -> verified)
            .field(
                    "ledger",
                    Shape.<LedgerVerification>of().field("rows", WHOLE, LedgerVerification::rows),
                    Verified::ledger);

    public static final Shape<Tail> TAIL = Shape.<Tail>of()
            .field("audit_log", TEXT, tail -> tail.log().toString())
            .field("events", listOf(OPEN), Tail::events);

    /** Of the fields of an event, those with a column. */
    private static final Columns EVENT = Columns.of(
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

    public static Answer verified(Path log, AuditVerification found, LedgerVerification ledger) {
        return Answer.one(VERIFIED, new Verified(log, found, ledger), page -> write(page, log, found, ledger));
    }

    private static void write(Page page, Path log, AuditVerification found, LedgerVerification ledger) {
        page.headline("intact: " + Numerals.grouped(found.events()) + " events in the audit log, "
                + Numerals.grouped(ledger.rows()) + " charges and answers in the ledger");
        page.sentence("No entry was changed, removed or inserted.");
        page.gap();
        page.fact("log", page.shown(log.toString()));
        if (found.tornLines() > 0) {
            page.fact(
                    "torn lines", Numerals.grouped(found.tornLines()) + " (cut short by a crash, as the log records)");
        }
        if (found.unfinished()) {
            page.fact("unfinished", "the last line is incomplete: it is being written, or a crash cut it short");
        }
        page.fact("not covered", "lines removed from the end; compare with a copy of the log kept elsewhere");
    }

    /** The last events: lines of the log by their fields. */
    public static Answer tail(Path log, List<Map<String, @Nullable Object>> events) {
        return new Answer(
                TAIL.tree(new Tail(log, events)), events, EVENT, page -> write(page, events), Answer.Kind.ANSWER);
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
