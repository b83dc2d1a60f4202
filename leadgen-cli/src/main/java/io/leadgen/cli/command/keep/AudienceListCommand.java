package io.leadgen.cli.command.keep;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.AudienceAnswers;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.cli.process.UserPrompt;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        header = "List the saved audiences, with the newest version of each.",
        footer = {"  leadgen audience list", "  leadgen audience list -o csv"})
public final class AudienceListCommand implements LocalCommand {
    private final Workspace workspace;

    AudienceListCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Answer run(UserPrompt prompt) {
        return AudienceAnswers.list(workspace.savedAudiences().list());
    }
}
