package io.leadgen.cli.terminal;

/**
 * What a person's terminal can show.
 *
 * @param width columns
 * @param unicode whether more than ASCII can be shown
 * @param colour whether escape sequences for colour are understood and wanted
 */
public record Theme(int width, boolean unicode, boolean colour) {
    /** Of text in a file that others draw: all signs, no escape sequences. */
    public static final Theme OF_FILES = new Theme(80, true, false);

    private static final int NARROWEST = 40;
    /** What the signs of a bar are divided into. */
    static final int EIGHTHS = 8;

    private static final String PARTS_OF_A_BLOCK = "▏▎▍▌▋▊▉";
    private static final String PARTS_OF_A_COLUMN = "▁▂▃▄▅▆▇";
    private static final String ESCAPE = "\u001b[";

    public Theme {
        width = Math.max(NARROWEST, width);
    }

    public String plusMinus() {
        return unicode ? "±" : "+/-";
    }

    public String about() {
        return unicode ? "≈" : "~";
    }

    String ellipsis() {
        return unicode ? "…" : "...";
    }

    String rule() {
        return unicode ? "─" : "-";
    }

    /** A bar, as long as so many eighths of a sign. */
    String bar(int eighths) {
        if (!unicode) {
            return "#".repeat((eighths + EIGHTHS / 2) / EIGHTHS);
        }
        int rest = eighths % EIGHTHS;
        return "█".repeat(eighths / EIGHTHS) + (rest == 0 ? "" : PARTS_OF_A_BLOCK.substring(rest - 1, rest));
    }

    /** Goes on where a bar is not certain. */
    String uncertain() {
        return unicode ? "░" : ":";
    }

    /** Goes on where a bar was longer one step before. */
    String lost() {
        return unicode ? "╌" : ".";
    }

    /** A column, as high in a row of signs as so many eighths: one sign, or none. */
    String column(int eighths) {
        if (eighths >= EIGHTHS) {
            return unicode ? "█" : "#";
        }
        if (!unicode) {
            return eighths >= EIGHTHS / 2 ? "#" : "";
        }
        return eighths <= 0 ? "" : PARTS_OF_A_COLUMN.substring(eighths - 1, eighths);
    }

    String in() {
        return unicode ? "●" : "x";
    }

    String out() {
        return unicode ? "·" : ".";
    }

    String corner() {
        return unicode ? "└" : "+";
    }

    String mark() {
        return unicode ? "┬" : "+";
    }

    String tick() {
        return unicode ? "┤" : "+";
    }

    String axis() {
        return unicode ? "│" : "|";
    }

    String strong(String text) {
        return styled("1", text);
    }

    public String dim(String text) {
        return styled("2", text);
    }

    public String error(String text) {
        return styled("1;31", text);
    }

    public String warning(String text) {
        return styled("33", text);
    }

    private String styled(String style, String text) {
        return colour && !text.isEmpty() ? ESCAPE + style + "m" + text + ESCAPE + "0m" : text;
    }
}
