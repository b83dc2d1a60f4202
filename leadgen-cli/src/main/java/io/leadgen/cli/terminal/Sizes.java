package io.leadgen.cli.terminal;

import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Noisy numbers in words: {@code 15,010 ± 80}, or that there are too few. */
public final class Sizes {
    /** Suppressed numbers come last. */
    public static final Comparator<NoisyCount> LARGEST_FIRST =
            Comparator.comparing(NoisyCount::approxCount, Comparator.nullsLast(Comparator.<Long>reverseOrder()));

    private Sizes() {}

    public static String of(NoisyCount size, int below, Theme theme) {
        Long count = size.approxCount();
        return count == null ? tooFew(below) : of(BigDecimal.valueOf(count), size.interval(), theme);
    }

    public static String of(BigDecimal value, @Nullable Interval interval, Theme theme) {
        return Numerals.grouped(value) + (interval == null ? "" : half(value, interval, theme));
    }

    private static String half(BigDecimal value, Interval interval, Theme theme) {
        return " " + theme.plusMinus() + " " + Numerals.grouped(halfWidth(value, interval));
    }

    /** Half of the interval; measured upwards, because downwards it may end at zero. */
    public static BigDecimal halfWidth(BigDecimal value, Interval interval) {
        BigDecimal up = interval.high().subtract(value);
        BigDecimal down = value.subtract(interval.low());
        return up.max(down);
    }

    /** How many fewer the second is; empty if one of them is suppressed. The two share noise, so this has no interval. */
    public static String difference(NoisyCount from, NoisyCount to) {
        return from.approxCount() == null || to.approxCount() == null
                ? ""
                : Numerals.grouped(to.approxCount() - from.approxCount());
    }

    /** The end of the largest interval, 1 at least. */
    public static BigDecimal most(Stream<NoisyCount> sizes) {
        return sizes.map(NoisyCount::interval)
                .filter(interval -> interval != null)
                .map(Interval::high)
                .reduce(BigDecimal.ONE, BigDecimal::max);
    }

    public static String tooFew(int below) {
        return "fewer than " + Numerals.grouped(below);
    }

    /** The numbers of a column, with digits of the same weight aligned. */
    public static List<String> aligned(List<NoisyCount> sizes, int below, Theme theme) {
        int values = 0;
        int halves = 0;
        for (NoisyCount size : sizes) {
            if (size.approxCount() != null) {
                String whole = of(size, below, theme);
                int value = Numerals.grouped(size.approxCount()).length();
                values = Math.max(values, value);
                halves = Math.max(halves, whole.length() - value);
            }
        }
        int width = values;
        int rest = halves;
        return sizes.stream()
                .map(size -> {
                    if (size.approxCount() == null) {
                        return tooFew(below);
                    }
                    String value = Numerals.grouped(size.approxCount());
                    String half = of(size, below, theme).substring(value.length());
                    return DisplayText.rightAligned(value, width) + DisplayText.padded(half, rest);
                })
                .toList();
    }
}
