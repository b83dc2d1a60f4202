package io.leadgen.cli.command.operate;

import static io.leadgen.runtime.answer.Scalars.TEXT;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.files.Resources;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        header = "Print a completion script for bash, zsh or fish.",
        description = {
            "",
            "The script asks leadgen, so that it knows your tables, columns and declared values. That costs no "
                    + "budget; the audit log records it like describe."
        },
        footer = {
            "  leadgen completion bash",
            "  leadgen completion fish",
            "",
            "In .bashrc:     source <(leadgen completion bash)",
            "In .zshrc:      source <(leadgen completion zsh)",
            "In config.fish: leadgen completion fish | source"
        })
public final class CompletionCommand implements LocalCommand {
    public enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final class ShellName implements ITypeConverter<Shell> {
        @Override
        public Shell convert(String value) {
            return Stream.of(Shell.values())
                    .filter(shell -> shell.toString().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> LeadgenException.invalid("Unsupported shell", "use bash, zsh or fish"));
        }
    }

    @Parameters(paramLabel = "SHELL", converter = ShellName.class, description = "${COMPLETION-CANDIDATES}.")
    Shell shell;

    @Override
    public Answer run(UserPrompt prompt) {
        String script = Resources.text(CompletionCommand.class, "/io/leadgen/cli/completion/leadgen." + shell);
        return Answer.one(Script.SHAPE, new Script(shell.toString(), script), page -> page.verbatim(script));
    }

    /** A script for a shell. */
    private record Script(String shell, String script) {
        private static final Shape<Script> SHAPE =
                Shape.<Script>of().field("shell", TEXT, Script::shell).field("script", TEXT, Script::script);
    }
}
