package io.leadgen.cli;

import io.leadgen.cli.output.Answer;
import io.leadgen.cli.output.AuditAnswers;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audit.AuditVerification;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.config.LeadgenConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        header = "Is the audit log as it was written?",
        description = {
            "",
            "Checks every line from the first on. Exit code 0 if all are intact; 6, with the first line that is not, if the log was"
                    + " changed or cannot be read."
        },
        footer = {"  leadgen --demo audit verify", "  leadgen audit verify -o json"})
final class AuditVerifyCommand implements Inspection {

    @Override
    public Answer inspect(LeadgenConfig config) {
        return AuditAnswers.verified(config.auditLog(), intact(config.auditLog()));
    }

    private static AuditVerification intact(Path log) {
        checkExists(log);
        AuditVerification found = JsonLinesAuditSink.verify(log);
        AuditVerification.Break broken = found.firstBreak();
        if (broken != null) {
            throw LeadgenException.of(
                    ErrorCode.AUDIT_UNAVAILABLE,
                    "The audit log is not as it was written, from line " + broken.line() + " on: " + broken.reason(),
                    "the " + found.events() + " events before it are intact; compare " + log + " with a copy of it");
        }
        return found;
    }

    static void checkExists(Path log) {
        if (Files.notExists(log)) {
            throw LeadgenException.of(
                    ErrorCode.AUDIT_UNAVAILABLE,
                    "There is no audit log at " + log,
                    "the first question starts one; if questions were asked, it was moved away");
        }
    }
}
