package io.leadgen.cli.shell;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Where the lines of a session come from. */
public interface Lines extends AutoCloseable {

    /** Shows a prompt, and returns the next whole line, which can be several lines of text; null at the end. */
    @Nullable
    String next(String prompt);

    /** The line that is typed in answer to a question; null at the end of the input, and in a script. */
    @Nullable
    String answer(String question);

    /** How wide the terminal is now, in columns; null where there is none. */
    @Nullable
    Integer width();

    /** Runs a command and returns its exit code, with what stops it when Ctrl-C is pressed meanwhile. */
    int interruptible(Runnable stop, IntSupplier command);

    @Override
    void close();
}
