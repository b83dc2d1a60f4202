package io.leadgen.cli.command.operate;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.AuditAnswers;
import io.leadgen.cli.command.OperatorCommand;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.config.LeadgenConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "tail",
        header = "Shows the last events of the audit log.",
        description = {
            "",
            "As they are written: nothing is checked (see audit verify). Conditions are there without their literals."
        },
        footer = {"  leadgen --demo audit tail", "  leadgen --demo audit tail -n 100 -o ndjson"})
public final class AuditTailCommand implements OperatorCommand {
    private static final int MOST = 100_000;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many, 1 to 100,000 (default: 10).")
    int lines = 10;

    @Override
    public Answer inspect(LeadgenConfig config) {
        if (lines < 1 || lines > MOST) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "1 to " + MOST + " lines can be shown", "for example -n 100");
        }
        AuditVerifyCommand.checkExists(config.auditLog());
        return AuditAnswers.tail(config.auditLog(), JsonLinesAuditSink.tail(config.auditLog(), lines));
    }
}
