package io.leadgen.cli.command.keep;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.process.UserPrompt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "audience",
        header = "Save conditions under names, for use as -w @NAME.",
        description = {
            "",
            "Saved audiences are files in $LEADGEN_HOME/audiences, one for each version, in the format of export "
                    + "--to json. They hold the condition and no data."
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "  leadgen --demo audience save young main.leads.customer_360 -w \"age < 30\"",
            "  leadgen --demo count main.leads.customer_360 -w @young",
            "  leadgen audience list"
        },
        subcommands = {
            AudienceSaveCommand.class,
            AudienceListCommand.class,
            AudienceShowCommand.class,
            AudienceDiffCommand.class,
            AudienceRmCommand.class
        })
public final class AudienceCommand implements LocalCommand {
    @Spec
    CommandSpec spec;

    @Override
    public Answer run(UserPrompt prompt) {
        throw new ParameterException(spec.commandLine(), "A command is missing: save, list, show, diff or rm");
    }
}
