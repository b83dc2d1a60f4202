package io.leadgen.cli.command.keep;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.AudienceAnswers;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.runtime.audiences.AudienceReference;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "rm",
        header = "Delete a saved audience with all versions, or one version.",
        description = {"", "Deletes without confirmation. Budget already spent is not refunded."},
        footer = {"  leadgen audience rm young", "  leadgen audience rm young@1"})
public final class AudienceRmCommand implements LocalCommand {
    @Parameters(paramLabel = "AUDIENCE", description = "Its name, or NAME@VERSION.")
    AudienceReference name;

    private final Workspace workspace;

    AudienceRmCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Answer run(UserPrompt prompt) {
        List<Integer> removed = workspace.savedAudiences().remove(name);
        return AudienceAnswers.removed(
                name.name(), removed, workspace.savedAudiences().versionsOf(name.name()));
    }
}
