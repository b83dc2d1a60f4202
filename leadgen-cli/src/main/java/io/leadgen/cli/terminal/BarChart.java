package io.leadgen.cli.terminal;

import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of people with a bar each, in the width of the terminal. The full signs of a bar end where the interval of its number
 * begins, the lighter ones where it ends, and thin ones go on to the number from which it is left over, if there is one; a number
 * that is suppressed has none. Labels that are too wide are cut off. Where bars have no room, the same is a table.
 */
public final class BarChart {
    private static final String GAP = "  ";
    private static final String SAME_LINE = ", ";
    private static final int NARROWEST_LABEL = 12;
    private static final int WIDEST_BAR = 50;

    /** @param before the number from which this one is left over; null if it is left over from none */
    private record Row(
            List<String> labels,
            NoisyCount size,
            List<String> others,
            @Nullable NoisyCount before) {}

    private final List<String> labels;
    private final String counted;
    private final List<String> others;
    private final int below;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A chart without rows.
     *
     * @param labels headers of the columns that say what a row is about
     * @param counted header of the numbers
     * @param others headers of the columns between a number and its bar
     * @param below the size below which numbers are suppressed
     */
    public BarChart(List<String> labels, String counted, List<String> others, int below) {
        this.labels = labels;
        this.counted = counted;
        this.others = others;
        this.below = below;
    }

    public BarChart row(List<String> label, NoisyCount size, String... other) {
        rows.add(new Row(label, size, List.of(other), null));
        return this;
    }

    /** A row that is part of another number: after its bar comes what is missing from that one. */
    BarChart rest(List<String> label, NoisyCount size, NoisyCount before, String... other) {
        rows.add(new Row(label, size, List.of(other), before));
        return this;
    }

    String text(Theme theme) {
        List<String> numbers = Sizes.aligned(rows.stream().map(Row::size).toList(), below, theme);
        int[] right = rightWidths(numbers);
        int[] left = IntStream.range(0, labels.size())
                .map(column -> widest(
                        labels.get(column),
                        rows.stream().map(row -> row.labels().get(column))))
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
        return rows.stream()
                .anyMatch(row -> IntStream.range(0, left.length)
                        .anyMatch(column -> DisplayText.width(row.labels().get(column)) > 2 * left[column]));
    }

    /** The widths of the numbers and of what follows them. */
    private int[] rightWidths(List<String> numbers) {
        return IntStream.rangeClosed(0, others.size())
                .map(column -> column == 0
                        ? widest(counted, numbers.stream())
                        : widest(
                                others.get(column - 1),
                                rows.stream().map(row -> row.others().get(column - 1))))
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
        append(text, DisplayText.cut(String.join(SAME_LINE, labels) + ": " + counted, theme.width(), theme), theme);
        append(text, theme.rule().repeat(theme.width()), theme);
        int widest = numbers.stream().mapToInt(DisplayText::width).max().orElse(0);
        int bar = Math.min(WIDEST_BAR, theme.width() - GAP.length() * 2 - widest);
        BigDecimal most = most();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            text.append(DisplayText.cut(String.join(SAME_LINE, row.labels()), theme.width(), theme))
                    .append('\n');
            String number = GAP + DisplayText.rightAligned(numbers.get(i), widest);
            Interval interval = row.size().interval();
            String drawn = interval == null ? "" : bar(interval, row.before(), most, bar, theme);
            text.append(drawn.isEmpty() ? number.stripTrailing() : number + GAP + drawn)
                    .append('\n');
            for (String line : DisplayText.wrapped(others(row), theme.width() - GAP.length())) {
                text.append(line.isEmpty() ? "" : GAP + line + "\n");
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String line, Theme theme) {
        text.append(theme.dim(line)).append('\n');
    }

    private String others(Row row) {
        return IntStream.range(0, others.size())
                .filter(column -> !row.others().get(column).isEmpty())
                .mapToObj(column -> others.get(column) + " " + row.others().get(column))
                .collect(Collectors.joining(SAME_LINE));
    }

    private static List<String> cells(List<String> label, String number, List<String> other) {
        return Stream.of(label, List.of(number), other).flatMap(List::stream).toList();
    }

    private String chart(List<String> numbers, int[] left, int[] right, int bar, Theme theme) {
        StringBuilder text = new StringBuilder();
        text.append(theme.dim(line(labels, cells(List.of(), counted, others), left, right, theme)
                        .stripTrailing()))
                .append('\n');
        List<String> rules = IntStream.of(left).mapToObj(theme.rule()::repeat).toList();
        List<String> rightRules =
                IntStream.of(right).mapToObj(theme.rule()::repeat).toList();
        text.append(theme.dim(line(rules, rightRules, left, right, theme))).append('\n');
        BigDecimal most = most();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Interval interval = row.size().interval();
            String line = line(row.labels(), cells(List.of(), numbers.get(i), row.others()), left, right, theme);
            String drawn = interval == null ? "" : bar(interval, row.before(), most, bar, theme);
            text.append(drawn.isEmpty() ? line.stripTrailing() : line + GAP + drawn)
                    .append('\n');
        }
        return text.toString();
    }

    /** Labels to the left, numbers to the right. */
    private static String line(List<String> label, List<String> number, int[] left, int[] right, Theme theme) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            cells.add(DisplayText.padded(DisplayText.cut(label.get(i), left[i], theme), left[i]));
        }
        for (int i = 0; i < right.length; i++) {
            cells.add(DisplayText.rightAligned(number.get(i), right[i]));
        }
        return String.join(GAP, cells);
    }

    private BigDecimal most() {
        List<BigDecimal> highs = new ArrayList<>(List.of(BigDecimal.ONE));
        for (Row row : rows) {
            if (row.size().interval() != null) {
                highs.add(row.size().interval().high());
            }
        }
        return Collections.max(highs);
    }

    private static String bar(Interval interval, @Nullable NoisyCount before, BigDecimal most, int width, Theme theme) {
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
