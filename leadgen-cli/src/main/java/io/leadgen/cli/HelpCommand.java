package io.leadgen.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpCommandInitializable2;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The same as {@code --help}; picocli's own help command would not share its option with the root. */
@Command(name = "help", helpCommand = true, header = "Shows how a command is used.", footer = "  leadgen help count")
@SuppressWarnings("NullAway.Init") // picocli calls init first
final class HelpCommand implements IHelpCommandInitializable2, Runnable {
    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "Name of a command (default: all).")
    @Nullable
    String command;

    private CommandLine root;
    private ColorScheme colours;
    private PrintWriter out;

    @Override
    public void init(CommandLine self, ColorScheme colorScheme, PrintWriter outWriter, PrintWriter errWriter) {
        root = self.getParent();
        colours = colorScheme;
        out = outWriter;
    }

    @Override
    public void run() {
        CommandLine asked = command == null ? root : root.getSubcommands().get(command);
        if (asked == null) {
            throw new UnmatchedArgumentException(root, List.of(String.valueOf(command)));
        }
        asked.usage(out, colours);
    }
}
