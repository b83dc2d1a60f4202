package io.leadgen.cli;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.AudienceAnswers;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudience;
import io.leadgen.runtime.audiences.SavedAudiences;
import java.util.function.Supplier;
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
final class AudienceShowCommand implements Setup {
    @Parameters(
            paramLabel = "AUDIENCE",
            converter = SavedArgument.Name.class,
            description = "Its name, or NAME@VERSION.")
    AudienceReference name;

    private final Supplier<SavedAudiences> saved;

    AudienceShowCommand(Supplier<SavedAudiences> saved) {
        this.saved = saved;
    }

    @Override
    public Answer setUp(Dialogue dialogue) {
        SavedAudience audience = saved.get().get(name);
        return AudienceAnswers.shown(audience, saved.get().versionsOf(name.name()));
    }
}
