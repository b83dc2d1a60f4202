package io.leadgen.cli.command.operate;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.AuditAnswers;
import io.leadgen.cli.command.OperatorCommand;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.config.LeadgenConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "tail",
        header = "Show the last events of the audit log.",
        description = {
            "",
            "Shows events as they were written, without verifying them (see audit verify). Conditions have no "
                    + "literals."
        },
        footer = {"  leadgen --demo audit tail", "  leadgen --demo audit tail -n 100 -o ndjson"})
public final class AuditTailCommand implements OperatorCommand {
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
        AuditVerifyCommand.checkExists(config.auditLog());
        return AuditAnswers.tail(config.auditLog(), JsonLinesAuditSink.tail(config.auditLog(), lines));
    }
}
