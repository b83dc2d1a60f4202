package io.leadgen.cli.command.operate;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.command.OperatorCommand;
import io.leadgen.runtime.config.LeadgenConfig;
import picocli.CommandLine.Command;

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
        subcommands = {AuditVerifyCommand.class, AuditTailCommand.class})
public final class AuditCommand implements OperatorCommand {

    @Override
    public Answer run(LeadgenConfig config) {
        return new AuditTailCommand().run(config);
    }
}
