package io.leadgen.cli.terminal;

import io.leadgen.cli.figure.Picture.Mark;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.ColumnProfile.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where in the bands of a profile some shares of all values lie. The outermost two are in the answer; those between are
 * found in the numbers of the answer, and only where suppressed bands can hold so few people that they move little.
 */
public final class Quantiles {
    private static final List<Integer> BETWEEN = List.of(25, 50, 75);
    /** The largest suppressed part, as a share of the released numbers. */
    private static final BigDecimal HIDDEN_AT_MOST = new BigDecimal("0.05");

    private static final int DIGITS = 6;

    private Quantiles() {}

    public static List<Mark> of(ColumnProfile answer) {
        List<Value> bands =
                answer.values().stream().filter(value -> value.value() != null).toList();
        List<Mark> marks = new ArrayList<>();
        add(marks, "P1", edge(bands, answer.low()));
        between(marks, bands, answer.terms().below());
        add(marks, "P99", edge(bands, answer.high()));
        return marks;
    }

    private static void add(List<Mark> marks, String name, @Nullable BigDecimal at) {
        if (at != null) {
            marks.add(new Mark(name, at));
        }
    }

    /** How many bands lie below an edge: all before the one that begins there. */
    private static @Nullable BigDecimal edge(List<Value> bands, @Nullable String edge) {
        return IntStream.range(0, bands.size())
                .filter(i -> String.valueOf(bands.get(i).value()).startsWith("[" + edge + ","))
                .mapToObj(BigDecimal::valueOf)
                .findFirst()
                .orElse(null);
    }

    private static void between(List<Mark> marks, List<Value> bands, int below) {
        List<BigDecimal> sizes = bands.stream()
                .map(band -> BigDecimal.valueOf(
                        band.size().approxCount() == null ? 0 : band.size().approxCount()))
                .toList();
        BigDecimal released = sizes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long suppressed =
                bands.stream().filter(band -> band.size().suppressed()).count();
        if (released.signum() == 0
                || BigDecimal.valueOf(suppressed * below).compareTo(released.multiply(HIDDEN_AT_MOST)) > 0) {
            return;
        }
        for (int percent : BETWEEN) {
            marks.add(
                    new Mark("P" + percent, place(sizes, released.multiply(new BigDecimal(percent).movePointLeft(2)))));
        }
    }

    /** Where so many lie below, as if within a band they lay evenly. */
    private static BigDecimal place(List<BigDecimal> sizes, BigDecimal wanted) {
        BigDecimal below = BigDecimal.ZERO;
        int band = 0;
        while (below.add(sizes.get(band)).compareTo(wanted) < 0) {
            below = below.add(sizes.get(band));
            band++;
        }
        return wanted.subtract(below)
                .divide(sizes.get(band), DIGITS, RoundingMode.HALF_EVEN)
                .add(BigDecimal.valueOf(band));
    }
}
