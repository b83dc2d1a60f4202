package io.leadgen.cli.terminal;

/** Shows on a status line how far something has come. */
public record ProgressBar(StatusLine line) {
    private static final int CELLS = 20;

    public void at(String step, double fraction) {
        int full = (int) (fraction * CELLS);
        boolean unicode = line.theme().unicode();
        String bar = (unicode ? "█" : "#").repeat(full) + (unicode ? "░" : ".").repeat(CELLS - full);
        line.show(bar + " " + (int) (fraction * 100) + " %  " + step);
    }
}
