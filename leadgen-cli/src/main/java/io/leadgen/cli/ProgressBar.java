package io.leadgen.cli;

import io.leadgen.cli.output.Theme;
import java.util.function.Consumer;

/** One line of a terminal that shows how far something has come, and is gone when it is closed. */
final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 20;

    private final Consumer<String> terminal;
    private final Theme theme;
    private String shown = "";

    ProgressBar(Consumer<String> terminal, Theme theme) {
        this.terminal = terminal;
        this.theme = theme;
    }

    /** Shows how far it has come; writes only what is news. */
    void at(String step, double fraction) {
        int full = (int) (fraction * CELLS);
        String bar = (theme.unicode() ? "█" : "#").repeat(full) + (theme.unicode() ? "░" : ".").repeat(CELLS - full);
        String line = bar + " " + (int) (fraction * 100) + " %  " + step;
        show(line.length() < theme.width() ? line : line.substring(0, theme.width() - 1));
    }

    private void show(String line) {
        if (!line.equals(shown)) {
            terminal.accept("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            shown = line;
        }
    }

    @Override
    public void close() {
        show("");
        terminal.accept("\r");
    }
}
