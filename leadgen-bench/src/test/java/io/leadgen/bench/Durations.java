package io.leadgen.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Times of repeated runs. A minimum shows what the work takes, a median what you get on a machine that does other work too. */
final class Durations {
    private final List<Double> millis = new ArrayList<>();

    /** What is timed: runs once, and returns how long it took. */
    interface Timed {
        long nanos() throws SQLException;
    }

    /**
     * Runs two things in turn. The first one changes from round to round.
     *
     * @param round is counted from 0 on; a round before warms up
     */
    static void inTurn(int round, Durations times, Timed timed, Durations otherTimes, Timed other) throws SQLException {
        boolean otherFirst = round % 2 != 0;
        long before = otherFirst ? other.nanos() : 0;
        long took = timed.nanos();
        long otherTook = otherFirst ? before : other.nanos();
        if (round >= 0) {
            times.addNanos(took);
            otherTimes.addNanos(otherTook);
        }
    }

    void addNanos(long nanos) {
        millis.add(nanos / 1e6);
    }

    double minimum() {
        return all().min().orElseThrow();
    }

    double median() {
        return median(all());
    }

    /** The median of this run's time divided by that of the run next to it. */
    double medianRatioTo(Durations other) {
        return median(pairs(other, (ours, others) -> ours / others));
    }

    /** The median of this run's time less that of the run next to it. */
    double medianDifferenceTo(Durations other) {
        return median(pairs(other, (ours, others) -> ours - others));
    }

    private DoubleStream all() {
        return millis.stream().mapToDouble(Double::doubleValue);
    }

    private DoubleStream pairs(Durations other, DoubleBinaryOperator operator) {
        return IntStream.range(0, millis.size())
                .mapToDouble(i -> operator.applyAsDouble(millis.get(i), other.millis.get(i)));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "min %.1f  median %.1f ms", minimum(), median());
    }
}
