package io.leadgen.cli.command.operate;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.AuditAnswers;
import io.leadgen.cli.command.OperatorCommand;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audit.AuditVerification;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.ledger.JdbcBudgetLedger;
import io.leadgen.runtime.ledger.LedgerVerification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        header = "Verify that the audit log and the ledger are unmodified.",
        description = {
            "",
            "Verifies every line of the log, and every charge and answer of the ledger. Exit code 0 if all are "
                    + "intact; 6, with the first that is not, if one was modified or cannot be read."
        },
        footer = {"  leadgen --demo audit verify", "  leadgen audit verify -o json"})
public final class AuditVerifyCommand implements OperatorCommand {

    @Override
    public Answer run(LeadgenConfig config) {
        return AuditAnswers.verified(config.auditLog(), intact(config.auditLog()), intact(config));
    }

    private static AuditVerification intact(Path log) {
        checkExists(log);
        AuditVerification found = JsonLinesAuditSink.verify(log);
        AuditVerification.Break broken = found.firstBreak();
        if (broken != null) {
            throw LeadgenException.of(
                    ErrorCode.AUDIT_UNAVAILABLE,
                    "The audit log was modified: line " + broken.line() + ", " + broken.reason(),
                    "the " + found.events() + " events before it are intact; compare " + log + " with a copy of it");
        }
        return found;
    }

    private static LedgerVerification intact(LeadgenConfig config) {
        try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(config.ledger(), config.ledgerMark(), Clock.systemUTC())) {
            LedgerVerification found = ledger.verify();
            LedgerVerification.Break broken = found.firstBreak();
            if (broken != null) {
                throw LeadgenException.of(
                        ErrorCode.LEDGER_UNAVAILABLE,
                        "The ledger was modified: row " + broken.row() + ", " + broken.reason(),
                        "the " + found.rows() + " rows before it are intact; the audit log also has every charge");
            }
            return found;
        }
    }

    static void checkExists(Path log) {
        if (Files.notExists(log)) {
            throw LeadgenException.of(
                    ErrorCode.AUDIT_UNAVAILABLE,
                    "There is no audit log at " + log,
                    "the first question creates it; if there were questions, the file was moved or deleted");
        }
    }
}
