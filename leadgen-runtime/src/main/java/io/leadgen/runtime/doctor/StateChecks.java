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

    void run(Consumer<CheckResult> report) {
        report.accept(ledger());
        report.accept(audit());
    }

    private CheckResult ledger() {
        try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(config.ledger(), config.ledgerMark(), clock)) {
            LedgerVerification found = ledger.verify();
            LedgerVerification.Break broken = found.firstBreak();
            return broken == null
                    ? CheckResult.ok("ledger", "intact, " + found.rows() + " charges and answers")
                    : CheckResult.failed(
                            "ledger",
                            "it was modified: row " + broken.row() + ": " + broken.reason(),
                            "stop the service and compare it with a backup; see leadgen audit verify");
        } catch (LeadgenException e) {
            return CheckResult.failed("ledger", e);
        }
    }

    private CheckResult audit() {
        Path log = config.auditLog();
        try {
            if (Files.notExists(log)) {
                return writable(log);
            }
            AuditVerification found = JsonLinesAuditSink.verify(log);
            AuditVerification.Break broken = found.firstBreak();
            if (broken != null) {
                return CheckResult.failed(
                        "audit log",
                        "it was modified: line " + broken.line() + ": " + broken.reason(),
                        "compare it with a backup; see leadgen audit verify");
            }
            if (!Files.isWritable(log)) {
                return CheckResult.failed("audit log", "it is not writable", "check the permissions of " + log);
            }
            return isAhead(log)
                    ? CheckResult.failed(
                            "clock",
                            "it is earlier than the last event of the audit log",
                            "correct the clock of this machine; until then charges do not expire")
                    : CheckResult.ok("audit log", "intact, " + found.events() + " events");
        } catch (LeadgenException e) {
            return CheckResult.failed("audit log", e);
        }
    }

    private static CheckResult writable(Path log) {
        Path folder = log.getParent();
        while (folder != null && Files.notExists(folder)) {
            folder = folder.getParent();
        }
        return folder != null && Files.isWritable(folder)
                ? CheckResult.ok("audit log", "the first question creates it")
                : CheckResult.failed(
                        "audit log", "it cannot be created", "check the permissions of the folder of " + log);
    }

    private boolean isAhead(Path log) {
        List<Map<String, @Nullable Object>> last = JsonLinesAuditSink.tail(log, 1);
        return !last.isEmpty()
                && last.get(0).get("at") instanceof String at
                && Instant.parse(at).isAfter(clock.instant());
    }
}
