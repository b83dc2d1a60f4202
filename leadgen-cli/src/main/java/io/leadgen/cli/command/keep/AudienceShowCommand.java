package io.leadgen.cli.command.keep;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.AudienceAnswers;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.command.option.SavedAudienceArgument;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudience;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        header = "Shows a saved audience as it was saved.",
        description = {
            "",
            "Asks no warehouse: whether the condition still fits the table, leadgen check TABLE -w @NAME says."
        },
        footer = {"  leadgen audience show young", "  leadgen audience show young@1 -o json"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class AudienceShowCommand implements LocalCommand {
    @Parameters(
            paramLabel = "AUDIENCE",
            converter = SavedAudienceArgument.Name.class,
            description = "Its name, or NAME@VERSION.")
    AudienceReference name;

    private final Workspace workspace;

    AudienceShowCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Answer setUp(UserPrompt dialogue) {
        SavedAudience audience = workspace.savedAudiences().get(name);
        return AudienceAnswers.shown(audience, workspace.savedAudiences().versionsOf(name.name()));
    }
}
