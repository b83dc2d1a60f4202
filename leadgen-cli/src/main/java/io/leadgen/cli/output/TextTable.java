package io.leadgen.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under a header, aligned, in the width of the terminal. Where they do not fit, the widest columns give way and their
 * cells are broken into lines: nothing is cut off.
 */
final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header) {
        this.header = header;
    }

    void row(List<String> cells) {
        rows.add(cells);
    }

    String text(Theme theme) {
        int[] widths = widths(theme.width());
        StringBuilder text = new StringBuilder();
        append(text, header, widths, theme, true);
        append(text, IntStream.of(widths).mapToObj(theme.rule()::repeat).toList(), widths, theme, true);
        rows.forEach(row -> append(text, row, widths, theme, false));
        return text.toString();
    }

    private int[] widths(int available) {
        int[] widths = new int[header.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = DisplayText.width(header.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], DisplayText.width(row.get(column)));
            }
        }
        int tooMuch = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - available;
        while (tooMuch > 0) {
            int widest = IntStream.range(0, widths.length)
                    .reduce((one, other) -> widths[other] >= widths[one] ? other : one)
                    .orElseThrow();
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
            tooMuch--;
        }
        return widths;
    }

    private static void append(StringBuilder text, List<String> cells, int[] widths, Theme theme, boolean head) {
        List<List<String>> lines = IntStream.range(0, widths.length)
                .mapToObj(column -> DisplayText.wrapped(cells.get(column), widths[column]))
                .toList();
        int height = lines.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                List<String> cell = lines.get(column);
                row.append(column == 0 ? "" : GAP)
                        .append(DisplayText.padded(line < cell.size() ? cell.get(line) : "", widths[column]));
            }
            String shown = row.toString().stripTrailing();
            text.append(head ? theme.dim(shown) : shown).append('\n');
        }
    }
}
