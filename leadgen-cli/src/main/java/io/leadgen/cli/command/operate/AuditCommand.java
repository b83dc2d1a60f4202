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
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        header = "Show or verify the audit log.",
        description = {
            "",
            "For the operator: reads the file of audit.path in the configuration. Without a subcommand it shows "
                    + "the last events."
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "  leadgen --demo audit",
            "  leadgen --demo audit tail -n 100 -o ndjson",
            "  leadgen --demo audit verify"
        },
        subcommands = {AuditCommand.Verify.class, AuditCommand.Tail.class})
public final class AuditCommand implements OperatorCommand {

    @Override
    public Answer run(LeadgenConfig config) {
        return new Tail().run(config);
    }

    @Command(
            name = "tail",
            header = "Show the last events of the audit log.",
            description = {
                "",
                "Shows events as they were written, without verifying them (see audit verify). Conditions have no "
                        + "literals."
            },
            footer = {"  leadgen --demo audit tail", "  leadgen --demo audit tail -n 100 -o ndjson"})
    public static final class Tail implements OperatorCommand {
        private static final int MOST = 100_000;

        @Option(
                names = {"-n", "--lines"},
                paramLabel = "N",
                description = "The number of events, 1 to " + MOST + " (default: ${DEFAULT-VALUE}).")
        int lines = 10;

        @Override
        public Answer run(LeadgenConfig config) {
            if (lines < 1 || lines > MOST) {
                throw LeadgenException.invalid("--lines takes 1 to " + MOST, "for example -n 100");
            }
            Verify.checkExists(config.auditLog());
            return AuditAnswers.tail(config.auditLog(), JsonLinesAuditSink.tail(config.auditLog(), lines));
        }
    }

    @Command(
            name = "verify",
            header = "Verify that the audit log and the ledger are unmodified.",
            description = {
                "",
                "Verifies every line of the log, and every charge and answer of the ledger. Exit code 0 if all are "
                        + "intact; 6, with the first that is not, if one was modified or cannot be read."
            },
            footer = {"  leadgen --demo audit verify", "  leadgen audit verify -o json"})
    public static final class Verify implements OperatorCommand {

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
                        "the " + found.events() + " events before it are intact; compare " + log
                                + " with a copy of it");
            }
            return found;
        }

        private static LedgerVerification intact(LeadgenConfig config) {
            try (JdbcBudgetLedger ledger =
                    new JdbcBudgetLedger(config.ledger(), config.ledgerMark(), Clock.systemUTC())) {
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
}
