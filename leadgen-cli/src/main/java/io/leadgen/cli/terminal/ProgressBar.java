package io.leadgen.cli.terminal;

/** Shows on a status line how far something has come. */
public final class ProgressBar {
    private static final int CELLS = 20;

    private final StatusLine line;

    public ProgressBar(StatusLine line) {
        this.line = line;
    }

    public void at(String step, double fraction) {
        int full = (int) (fraction * CELLS);
        boolean unicode = line.theme().unicode();
        String bar = (unicode ? "█" : "#").repeat(full) + (unicode ? "░" : ".").repeat(CELLS - full);
        line.show(bar + " " + (int) (fraction * 100) + " %  " + step);
    }
}
