package io.leadgen.cli.command.operate;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpCommandInitializable2;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The same as {@code --help}; picocli's own help command would not share its option with the root. */
@Command(name = "help", helpCommand = true, header = "Show how to use a command.", footer = "  leadgen help count")
@SuppressWarnings("NullAway.Init") // picocli calls init first
public final class HelpCommand implements IHelpCommandInitializable2, Runnable {
    @Parameters(paramLabel = "COMMAND", arity = "0..2", description = "Name of a command (default: all).")
    List<String> command = List.of();

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
        CommandLine asked = root;
        for (String name : command) {
            CommandLine next = asked.getSubcommands().get(name);
            if (next == null) {
                throw new UnmatchedArgumentException(asked, List.of(name));
            }
            asked = next;
        }
        asked.usage(out, colours);
    }
}
