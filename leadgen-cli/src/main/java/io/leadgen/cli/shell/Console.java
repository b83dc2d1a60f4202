package io.leadgen.cli.shell;

import io.leadgen.cli.completion.CatalogNames;
import io.leadgen.cli.completion.CommandCompletion;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** A person at a terminal: lines are edited, completed and remembered. */
public final class Console implements Lines {
    private static final int MOST_LINES = 1000;
    /** What JLine has to say about terminals is not for the person who sits at one. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final LineReader reader;
    /** Answers are no commands: not completed, and not remembered. */
    private final LineReader answers;

    private Console(Terminal terminal, LineReader reader) {
        this.terminal = terminal;
        this.reader = reader;
        this.answers = LineReaderBuilder.builder()
                .appName("leadgen")
                .terminal(terminal)
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.INSERT_TAB, false)
                .variable(LineReader.BELL_STYLE, "none")
                .variable(LineReader.DISABLE_HISTORY, true)
                .build();
    }

    /**
     * Takes the terminal of the process.
     *
     * @param history the file in which lines are kept, for its owner alone; null to keep none
     * @param colour whether escape sequences for colour are wanted
     */
    public static Console open(
            ShellGrammar grammar,
            CatalogNames names,
            Supplier<Refinements> current,
            @Nullable Path history,
            boolean colour) {
        JLINE.setLevel(Level.OFF);
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .name("leadgen")
                    .system(true)
                    .dumb(true)
                    .build();
            LineReaderBuilder builder = LineReaderBuilder.builder()
                    .appName("leadgen")
                    .terminal(terminal)
                    .parser(new LineParser(
                            grammar,
                            (before, word) -> new CommandCompletion(
                                            grammar.commands(),
                                            names,
                                            current.get().table())
                                    .complete(before, word)))
                    .completer(new LineParser.Stashed())
                    .option(Option.DISABLE_EVENT_EXPANSION, true) // a predicate may hold an exclamation mark
                    .option(Option.HISTORY_IGNORE_SPACE, true)
                    .option(Option.HISTORY_TIMESTAMPED, false)
                    .option(Option.AUTO_GROUP, false)
                    .option(Option.INSERT_TAB, false)
                    .variable(LineReader.BELL_STYLE, "none")
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P > ")
                    .variable(LineReader.HISTORY_SIZE, MOST_LINES)
                    .variable(LineReader.HISTORY_FILE_SIZE, MOST_LINES);
            if (history != null && madeForItsOwner(history)) {
                builder.variable(LineReader.HISTORY_FILE, history);
            }
            if (colour) {
                builder.highlighter(new LineHighlighter(grammar));
            }
            return new Console(terminal, builder.build());
        } catch (IOException e) {
            throw LeadgenException.causedBy(
                    ErrorCode.INVALID_ARGUMENT,
                    "This terminal cannot be used for a dialogue",
                    "put the commands in a file, and run leadgen shell < FILE",
                    e);
        }
    }

    /** The history holds predicates, which can be personal. If it cannot be saved, the shell runs without one. */
    private static boolean madeForItsOwner(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            try {
                if (posix) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                } else {
                    Files.createFile(file);
                }
            } catch (FileAlreadyExistsException e) {
                if (posix) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return Files.isWritable(file);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public @Nullable String next(String prompt) {
        while (true) {
            try {
                return reader.readLine(prompt);
            } catch (UserInterruptException e) {
                // Ctrl-C leaves the line, and a new one begins.
            } catch (EndOfFileException e) {
                return null;
            }
        }
    }

    @Override
    public @Nullable String answer(String question) {
        try {
            return answers.readLine(question);
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        }
    }

    @Override
    public @Nullable Integer width() {
        int columns = terminal.getSize().getColumns();
        return columns > 0 ? columns : null;
    }

    @Override
    public int interruptible(Runnable stop, IntSupplier command) {
        SignalHandler before = terminal.handle(Signal.INT, signal -> stop.run());
        try {
            return command.getAsInt();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // The terminal is gone, and so is who sat at it.
        }
    }
}
