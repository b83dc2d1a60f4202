package io.leadgen.cli.command.operate;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.command.OperatorCommand;
import io.leadgen.runtime.config.LeadgenConfig;
import picocli.CommandLine.Command;

@Command(
        name = "audit",
        header = "What was asked, by whom, and is the log of it as it was written?",
        description = {
            "",
            "For the operator: reads the file that the configuration names at audit.path. Without a further command, the last"
                    + " events."
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "  leadgen --demo audit",
            "  leadgen --demo audit tail -n 100 -o ndjson",
            "  leadgen --demo audit verify"
        },
        subcommands = {AuditVerifyCommand.class, AuditTailCommand.class})
public final class AuditCommand implements OperatorCommand {

    @Override
    public Answer inspect(LeadgenConfig config) {
        return new AuditTailCommand().inspect(config);
    }
}
