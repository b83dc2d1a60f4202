package io.leadgen.cli;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.AudienceAnswers;
import io.leadgen.runtime.audiences.SavedAudiences;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        header = "Lists the saved audiences, with the newest version of each.",
        footer = {"  leadgen audience list", "  leadgen audience list -o csv"})
final class AudienceListCommand implements Setup {
    private final Supplier<SavedAudiences> saved;

    AudienceListCommand(Supplier<SavedAudiences> saved) {
        this.saved = saved;
    }

    @Override
    public Answer setUp(Dialogue dialogue) {
        return AudienceAnswers.list(saved.get().list());
    }
}
