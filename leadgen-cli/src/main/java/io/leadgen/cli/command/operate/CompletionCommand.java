package io.leadgen.cli.command.operate;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.ScriptAnswer;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        return ScriptAnswer.of(shell.toString(), script("leadgen." + shell));
    }

    private static String script(String name) {
        try (InputStream script = CompletionCommand.class.getResourceAsStream("/io/leadgen/cli/completion/" + name)) {
            if (script == null) {
                throw new IllegalStateException("no script " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
