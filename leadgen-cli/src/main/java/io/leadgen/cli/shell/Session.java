package io.leadgen.cli.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Line after line, until there is no more, or a command says that this was the last. At a terminal a line that fails is reported and
 * over; a script stops at the first one, with its exit code.
 *
 * @param grammar what the lines mean
 * @param current the audience as it is now
 * @param leaving whether the person wants to leave
 * @param patient whether a line that fails ends nothing
 */
public record Session(ShellGrammar grammar, Supplier<Refinements> current, BooleanSupplier leaving, boolean patient) {
    /** A suppressed answer is an answer. */
    private static final int SUPPRESSED = 9;

    /** Runs one command. */
    @FunctionalInterface
    public interface Runner {
        int run(List<String> words);
    }

    /** The exit code of the session: 0, or in a script that of the line that failed. */
    public int hold(Lines lines, Supplier<String> prompt, Runner runner) {
        while (!leaving.getAsBoolean()) {
            String line = lines.next(prompt.get());
            if (line == null) {
                return 0;
            }
            if (ShellGrammar.isIdle(line)) {
                continue;
            }
            int code = runner.run(grammar.completed(grammar.words(line), current.get()));
            if (!patient && code != 0 && code != SUPPRESSED) {
                return code;
            }
        }
        return 0;
    }
}
