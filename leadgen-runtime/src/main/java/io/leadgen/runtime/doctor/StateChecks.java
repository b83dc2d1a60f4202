package io.leadgen.runtime.doctor;

import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audit.AuditVerification;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.ledger.JdbcBudgetLedger;
import io.leadgen.runtime.ledger.LedgerVerification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is kept between questions: the ledger, the audit log, and whether time went on since. */
final class StateChecks {
    private final LeadgenConfig config;
    private final InstantSource clock;

    StateChecks(LeadgenConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    void examine(Consumer<Finding> report) {
        report.accept(ledger());
        report.accept(audit());
    }

    private Finding ledger() {
        try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(config.ledger(), config.ledgerMark(), clock)) {
            LedgerVerification found = ledger.verify();
            LedgerVerification.Break broken = found.firstBreak();
            return broken == null
                    ? Finding.ok("ledger", "it is as it was written, " + found.rows() + " charges and answers")
                    : Finding.failed(
                            "ledger",
                            "it is not as it was written, from row " + broken.row() + " on: " + broken.reason(),
                            "stop the service and compare it with a copy; see leadgen audit verify");
        } catch (LeadgenException e) {
            return Finding.failed("ledger", e);
        }
    }

    private Finding audit() {
        Path log = config.auditLog();
        try {
            if (Files.notExists(log)) {
                return writable(log);
            }
            AuditVerification found = JsonLinesAuditSink.verify(log);
            AuditVerification.Break broken = found.firstBreak();
            if (broken != null) {
                return Finding.failed(
                        "audit log",
                        "it is not as it was written, from line " + broken.line() + " on: " + broken.reason(),
                        "compare it with a copy kept elsewhere; see leadgen audit verify");
            }
            if (!Files.isWritable(log)) {
                return Finding.failed("audit log", "it may not be written", "see the rights of " + log);
            }
            return isAhead(log)
                    ? Finding.failed(
                            "clock",
                            "it is behind the last event of the audit log",
                            "set this machine's clock; until then windows of budgets do not heal")
                    : Finding.ok("audit log", "it is as it was written, " + found.events() + " events");
        } catch (LeadgenException e) {
            return Finding.failed("audit log", e);
        }
    }

    private static Finding writable(Path log) {
        Path folder = log.getParent();
        while (folder != null && Files.notExists(folder)) {
            folder = folder.getParent();
        }
        return folder != null && Files.isWritable(folder)
                ? Finding.ok("audit log", "the first question will begin it")
                : Finding.failed("audit log", "it cannot be begun", "see the rights of the folder of " + log);
    }

    private boolean isAhead(Path log) {
        List<Map<String, @Nullable Object>> last = JsonLinesAuditSink.tail(log, 1);
        return !last.isEmpty()
                && last.get(0).get("at") instanceof String at
                && Instant.parse(at).isAfter(clock.instant());
    }
}
