package io.leadgen.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows under a header, aligned, in the width of the terminal. Where they do not fit, the widest columns give way, text
 * before names, and their cells are broken into lines: nothing is cut off.
 */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<String> header) {
        this.header = header;
    }

    public void row(List<String> cells) {
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
        int[] widths = widest(cell -> DisplayText.width(cell));
        int[] longestWords = widest(cell ->
                Stream.of(cell.split(" ")).mapToInt(DisplayText::width).max().orElse(0));
        int[] least = IntStream.of(longestWords)
                .map(longest -> Math.max(NARROWEST, longest))
                .toArray();
        int room = available - GAP.length() * (widths.length - 1);
        int tooMuch = IntStream.of(widths).sum() - room;
        // Text gives way before names do: a name that is broken cannot be copied.
        tooMuch = narrow(widths, least, tooMuch);
        int narrowest = Math.max(1, Math.min(NARROWEST, room / widths.length));
        narrow(widths, IntStream.of(widths).map(any -> narrowest).toArray(), tooMuch);
        return widths;
    }

    private int[] widest(ToIntFunction<String> measure) {
        return IntStream.range(0, header.size())
                .map(column -> Stream.concat(Stream.of(header), rows.stream())
                        .mapToInt(row -> measure.applyAsInt(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    /** Takes from the widest column, again and again, down to the least widths; returns what could not be taken. */
    private static int narrow(int[] widths, int[] least, int tooMuch) {
        int left = tooMuch;
        while (left > 0) {
            OptionalInt widest = IntStream.range(0, widths.length)
                    .filter(column -> widths[column] > least[column])
                    .reduce((one, other) -> widths[other] >= widths[one] ? other : one);
            if (widest.isEmpty()) {
                break;
            }
            widths[widest.getAsInt()]--;
            left--;
        }
        return left;
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
