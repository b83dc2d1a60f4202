package io.leadgen.cli;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.AudienceAnswers;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudiences;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "rm",
        header = "Removes a saved audience with all its versions, or one version.",
        description = {"", "Does not ask back. Answers that it was used for stay paid for."},
        footer = {"  leadgen audience rm young", "  leadgen audience rm young@1"})
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class AudienceRmCommand implements Setup {
    @Parameters(
            paramLabel = "AUDIENCE",
            converter = SavedArgument.Name.class,
            description = "Its name, or NAME@VERSION.")
    AudienceReference name;

    private final Supplier<SavedAudiences> saved;

    AudienceRmCommand(Supplier<SavedAudiences> saved) {
        this.saved = saved;
    }

    @Override
    public Answer setUp(Dialogue dialogue) {
        List<Integer> removed = saved.get().remove(name);
        return AudienceAnswers.removed(name.name(), removed, saved.get().versionsOf(name.name()));
    }
}
