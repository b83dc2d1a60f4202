package io.leadgen.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Lines of a script, in UTF-8: no prompt, and Ctrl-C ends the process as that of any command. */
public final class PipedLines implements Lines {
    private final BufferedReader in;
    private final ShellGrammar grammar;

    public PipedLines(InputStream in, ShellGrammar grammar) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.grammar = grammar;
    }

    @Override
    public @Nullable String next(String prompt) {
        try {
            String line = in.readLine();
            while (line != null && !grammar.isWhole(line)) {
                String more = in.readLine();
                if (more == null) {
                    return line;
                }
                line = line + "\n" + more;
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("The commands cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public @Nullable String answer(String question) {
        return null;
    }

    @Override
    public @Nullable Integer width() {
        return null;
    }

    @Override
    public int interruptible(Runnable stop, IntSupplier command) {
        return command.getAsInt();
    }

    @Override
    public void close() {
        // The stream is closed by its owner.
    }
}
