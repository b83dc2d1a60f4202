package io.leadgen.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of repeated runs. A minimum shows what the work takes, a median what you get on a machine that does other work too. */
final class Durations {
    private final List<Double> millis = new ArrayList<>();

    void addNanos(long nanos) {
        millis.add(nanos / 1e6);
    }

    double minimum() {
        return sorted().get(0);
    }

    double median() {
        return median(sorted());
    }

    /** The median of this run's time divided by that of the run next to it. */
    double medianRatioTo(Durations other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < millis.size(); i++) {
            ratios.add(millis.get(i) / other.millis.get(i));
        }
        return median(ratios.stream().sorted().toList());
    }

    /** The median of this run's time less that of the run next to it. */
    double medianDifferenceTo(Durations other) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < millis.size(); i++) {
            differences.add(millis.get(i) - other.millis.get(i));
        }
        return median(differences.stream().sorted().toList());
    }

    private List<Double> sorted() {
        return millis.stream().sorted().toList();
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "min %.1f  median %.1f ms", minimum(), median());
    }
}
