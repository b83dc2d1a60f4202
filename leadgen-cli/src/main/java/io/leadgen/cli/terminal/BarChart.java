package io.leadgen.cli.terminal;

import io.leadgen.cli.figure.Picture.Bar;
import io.leadgen.cli.figure.Picture.Bars;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers of people with a bar each, in the width of the terminal. The full signs of a bar end where the interval of its number
 * begins, the lighter ones where it ends, and thin ones go on to the number from which it is left over, if there is one; a number
 * that is suppressed has none. Labels that are too wide are cut off. Where bars have no room, the same is a table.
 */
record BarChart(Bars bars) {
    private static final String GAP = "  ";
    private static final String SAME_LINE = ", ";
    private static final int NARROWEST_LABEL = 12;
    private static final int WIDEST_BAR = 50;

    String text(Theme theme) {
        List<String> numbers = Sizes.aligned(bars.bars().stream().map(Bar::size).toList(), bars.below(), theme);
        int[] left = widths(bars.keys(), Bar::labels);
        int[] right = IntStream.concat(
                        IntStream.of(widest(bars.counted(), numbers.stream())),
                        IntStream.of(widths(bars.others(), Bar::others)))
                .toArray();
        int taken = IntStream.of(right).sum() + GAP.length() * (left.length + right.length);
        int least = theme.width() / 6;
        narrow(left, theme.width() - taken - least);
        int bar =
                Math.min(WIDEST_BAR, theme.width() - taken - IntStream.of(left).sum());
        return bar < least || tooMuchIsCut(left) ? below(numbers, theme) : chart(numbers, left, right, bar, theme);
    }

    /** Whether of the labels, where they have their widths, less than a half can be read somewhere. */
    private boolean tooMuchIsCut(int[] left) {
        return bars.bars().stream()
                .anyMatch(bar -> IntStream.range(0, left.length)
                        .anyMatch(column -> DisplayText.width(bar.labels().get(column)) > 2 * left[column]));
    }

    private int[] widths(List<String> headers, Function<Bar, List<String>> cells) {
        return IntStream.range(0, headers.size())
                .map(column -> widest(
                        headers.get(column),
                        bars.bars().stream().map(bar -> cells.apply(bar).get(column))))
                .toArray();
    }

    private static int widest(String header, Stream<String> cells) {
        return Stream.concat(Stream.of(header), cells)
                .mapToInt(DisplayText::width)
                .max()
                .orElse(0);
    }

    /** Takes from the widest label, again and again, until all fit or none can give more. */
    private static void narrow(int[] widths, int available) {
        while (IntStream.of(widths).sum() > available) {
            int widest = 0;
            for (int column = 1; column < widths.length; column++) {
                widest = widths[column] > widths[widest] ? column : widest;
            }
            if (widths[widest] <= NARROWEST_LABEL) {
                return;
            }
            widths[widest]--;
        }
    }

    /** Each row below its label, where they do not fit next to each other. */
    private String below(List<String> numbers, Theme theme) {
        StringBuilder text = new StringBuilder();
        String header = String.join(SAME_LINE, bars.keys()) + ": " + bars.counted();
        append(text, theme.dim(DisplayText.cut(header, theme.width(), theme)));
        append(text, theme.dim(theme.rule().repeat(theme.width())));
        int widest = numbers.stream().mapToInt(DisplayText::width).max().orElse(0);
        int width = Math.min(WIDEST_BAR, theme.width() - GAP.length() * 2 - widest);
        for (int i = 0; i < numbers.size(); i++) {
            Bar bar = bars.bars().get(i);
            append(text, DisplayText.cut(String.join(SAME_LINE, bar.labels()), theme.width(), theme));
            append(text, GAP + DisplayText.rightAligned(numbers.get(i), widest), bar, width, theme);
            for (String line : DisplayText.wrapped(others(bar), theme.width() - GAP.length())) {
                text.append(line.isEmpty() ? "" : GAP + line + "\n");
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private String others(Bar bar) {
        return IntStream.range(0, bars.others().size())
                .filter(column -> !bar.others().get(column).isEmpty())
                .mapToObj(
                        column -> bars.others().get(column) + " " + bar.others().get(column))
                .collect(Collectors.joining(SAME_LINE));
    }

    private String chart(List<String> numbers, int[] left, int[] right, int width, Theme theme) {
        StringBuilder text = new StringBuilder();
        String header = line(bars.keys(), bars.counted(), bars.others(), left, right, theme);
        append(text, theme.dim(header.stripTrailing()));
        append(
                text,
                theme.dim(IntStream.concat(IntStream.of(left), IntStream.of(right))
                        .mapToObj(theme.rule()::repeat)
                        .collect(Collectors.joining(GAP))));
        for (int i = 0; i < numbers.size(); i++) {
            Bar bar = bars.bars().get(i);
            append(text, line(bar.labels(), numbers.get(i), bar.others(), left, right, theme), bar, width, theme);
        }
        return text.toString();
    }

    private static String line(
            List<String> labels, String number, List<String> others, int[] left, int[] right, Theme theme) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            cells.add(DisplayText.padded(DisplayText.cut(labels.get(i), left[i], theme), left[i]));
        }
        cells.add(DisplayText.rightAligned(number, right[0]));
        for (int i = 1; i < right.length; i++) {
            cells.add(DisplayText.rightAligned(others.get(i - 1), right[i]));
        }
        return String.join(GAP, cells);
    }

    /** A line that ends with the bar of its number. */
    private void append(StringBuilder text, String line, Bar bar, int width, Theme theme) {
        Interval interval = bar.size().interval();
        String drawn = interval == null ? "" : drawn(bar, interval, width, theme);
        append(text, drawn.isEmpty() ? line.stripTrailing() : line + GAP + drawn);
    }

    private String drawn(Bar bar, Interval interval, int width, Theme theme) {
        BigDecimal most = Sizes.most(bars.bars().stream().map(Bar::size));
        NoisyCount before = bar.before();
        String certain = theme.bar(eighths(interval.low(), most, width));
        int until = (eighths(interval.high(), most, width) + Theme.EIGHTHS / 2) / Theme.EIGHTHS;
        String uncertain = theme.uncertain().repeat(Math.max(0, until - certain.length()));
        int all = before == null || before.approxCount() == null
                ? 0
                : eighths(BigDecimal.valueOf(before.approxCount()), most, width) / Theme.EIGHTHS;
        String lost = theme.lost().repeat(Math.max(0, all - certain.length() - uncertain.length()));
        return certain + theme.dim(uncertain + lost);
    }

    private static int eighths(BigDecimal value, BigDecimal most, int width) {
        return value.multiply(BigDecimal.valueOf((long) width * Theme.EIGHTHS))
                .divide(most, 0, RoundingMode.HALF_EVEN)
                .intValueExact();
    }
}
