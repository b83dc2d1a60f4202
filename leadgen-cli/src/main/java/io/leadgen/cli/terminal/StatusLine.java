package io.leadgen.cli.terminal;

import java.util.function.Consumer;

/** One line of a terminal that is written again and again, and is gone when it is closed. Writes only what is news. */
public final class StatusLine implements AutoCloseable {
    private final Consumer<String> terminal;
    private final Theme theme;
    private String shown = "";
    private boolean closed;

    public StatusLine(Consumer<String> terminal, Theme theme) {
        this.terminal = terminal;
        this.theme = theme;
    }

    Theme theme() {
        return theme;
    }

    /** Shows a text in place of the one before; cut off where the terminal ends, since a second line could not be taken back. */
    synchronized void show(String text) {
        if (!closed) {
            write(DisplayText.cut(text, theme.width() - 1, theme));
        }
    }

    private void write(String line) {
        if (!line.equals(shown)) {
            int left = Math.max(0, DisplayText.width(shown) - DisplayText.width(line));
            terminal.accept("\r" + line + " ".repeat(left));
            shown = line;
        }
    }

    @Override
    public synchronized void close() {
        if (!closed && !shown.isEmpty()) {
            // A terminal may have added ^C.
            int echo = Math.min(2, theme.width() - 1 - DisplayText.width(shown));
            terminal.accept("\r" + " ".repeat(DisplayText.width(shown) + echo) + "\r");
        }
        closed = true;
    }
}
