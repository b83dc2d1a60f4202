package io.leadgen.cli.command.keep;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.AudienceAnswers;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudience;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        header = "Show a saved audience.",
        description = {
            "",
            "Reads no warehouse. To check that the condition still fits the table, run leadgen check TABLE -w "
                    + "@NAME."
        },
        footer = {"  leadgen audience show young", "  leadgen audience show young@1 -o json"})
public final class AudienceShowCommand implements LocalCommand {
    @Parameters(paramLabel = "AUDIENCE", description = "Its name, or NAME@VERSION.")
    AudienceReference name;

    private final Workspace workspace;

    AudienceShowCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Answer run(UserPrompt prompt) {
        SavedAudience audience = workspace.savedAudiences().get(name);
        return AudienceAnswers.shown(audience, workspace.savedAudiences().versionsOf(name.name()));
    }
}
