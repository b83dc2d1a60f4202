package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The range of a column that holds nearly everyone, and how many lie outside. Two noisy histograms of one scan are read one after
 * the other: one over octaves (between two powers of two), to find where people are, then one that cuts the first and the last of
 * these octaves into quarters, and counts who lies within and beyond.
 *
 * <p><b>Price.</b> A replaced unit leaves one bin of each histogram and enters another: 2 / (2 sigma²) each, 4 / (2 sigma²) in all. What
 * is read from noisy bins costs nothing.
 *
 * <p><b>Where people are.</b> An octave stands out if its noisy count exceeds {@code sigma √(2 ln(1/p))}, which discrete Gaussian noise does
 * with a chance of p at most. A tail can be spread over octaves that do not stand out one by one, so that up to {@value #WINDOW} next
 * to the end count together, against the noise of their sum. With p = {@link #FALSE_RANGE} / bins, the chance that the range
 * reaches into an empty octave is a few times FALSE_RANGE at most. Then too much noise is added, and the answer says so.
 *
 * <p>A range that is far wider than its distance from zero starts at zero: that changes its width by little, and the values
 * near zero would take many small octaves.
 */
final class ColumnRange extends Mechanism {
    /** The greatest chance that any empty bin is taken for a part of the range. */
    private static final double FALSE_RANGE = 0.01;

    private static final int WINDOW = 4;

    private static final Duration EPOCH = Duration.ofDays(30);

    /** An end is moved inwards only if this share of everyone lies beyond it at most, with certainty. */
    private static final double NEARLY_NOBODY = 0.005;

    /** More than this share outside is no range. */
    private static final double TOO_MANY_OUTSIDE = 0.05;

    /** Two standard deviations. */
    private static final double CERTAINTY = 2;

    /** A range this many times wider than its distance from zero starts at zero. */
    private static final double FAR_WIDER = 4;

    /** A range has numbers that a person can read, and is no narrower than it was found. */
    private static final MathContext DOWNWARDS = new MathContext(3, RoundingMode.FLOOR);

    private static final MathContext UPWARDS = new MathContext(3, RoundingMode.CEILING);

    private static final BigDecimal ONE_VALUE_MARGIN = new BigDecimal("0.5");

    private static final NoisyValue NOT_COUNTED = new NoisyValue(BigDecimal.ZERO, 0);

    /** A run of bins of the scan. */
    private record Bins(int first, int last) {
        BigInteger units(BigInteger[] bins) {
            BigInteger units = BigInteger.ZERO;
            for (int bin = first; bin <= last; bin++) {
                units = units.add(bins[bin]);
            }
            return units;
        }

        /** Cuts it into quarters, or leaves it whole where it is too small. */
        List<Bins> quarters() {
            int size = last - first + 1;
            if (size < 4) {
                return List.of(this);
            }
            List<Bins> quarters = new ArrayList<>();
            for (int quarter = 0; quarter < 4; quarter++) {
                quarters.add(new Bins(first + size * quarter / 4, first + size * (quarter + 1) / 4 - 1));
            }
            return quarters;
        }
    }

    private final Grid.Logarithmic grid;
    private final List<Bins> octaves;

    ColumnRange(Grid.Logarithmic grid) {
        this.grid = requireNonNull(grid, "grid");
        List<Bins> all = new ArrayList<>();
        all.add(new Bins(Grid.Logarithmic.ZERO, Grid.Logarithmic.ZERO));
        for (int step = 1; step <= Grid.Logarithmic.PER_SIDE; step += Grid.Logarithmic.PER_OCTAVE) {
            int end = Math.min(step + Grid.Logarithmic.PER_OCTAVE - 1, Grid.Logarithmic.PER_SIDE);
            all.add(new Bins(Grid.Logarithmic.ZERO + step, Grid.Logarithmic.ZERO + end));
            all.add(0, new Bins(Grid.Logarithmic.ZERO - end, Grid.Logarithmic.ZERO - step));
        }
        this.octaves = List.copyOf(all);
    }

    @Override
    public PrivacyLoss cost(int sigma) {
        return PrivacyLoss.of(Rho.ofGaussian(sigma).times(4));
    }

    @Override
    public String keyText() {
        return "range that holds nearly everyone";
    }

    /** A range changes slowly, and every metric of the column needs it. */
    @Override
    Duration epoch(CallerClass callerClass) {
        return EPOCH;
    }

    @Override
    OpenRelease open(CallerClass callerClass, Precision precision, Noise noise) {
        int sigma = callerClass.sigma();
        return truth -> {
            BigInteger[] bins = truth.measure(0);
            double[] counts = noisy(octaves, bins, sigma, noise);
            List<NoisyValue> found = found(bins, counts, sigma, noise);
            return List.of(new Release(List.of(Cell.of(NOT_COUNTED, found)), false, cost(sigma)));
        };
    }

    private static double[] noisy(List<Bins> runs, BigInteger[] bins, int sigma, Noise noise) {
        return runs.stream()
                .mapToDouble(run -> noise.on(run.units(bins), BigInteger.valueOf(sigma))
                        .value()
                        .doubleValue())
                .toArray();
    }

    private List<NoisyValue> found(BigInteger[] bins, double[] counts, int sigma, Noise noise) {
        double standsOut = sigma * Math.sqrt(2 * Math.log(counts.length / FALSE_RANGE));
        int first = end(counts, standsOut);
        if (first < 0) {
            return List.of();
        }
        int last = counts.length - 1 - end(reversed(counts), standsOut);
        int zero = counts.length / 2;
        if (first > zero && upper(last) >= FAR_WIDER * lower(first)) {
            first = zero;
        } else if (last < zero && lower(first) <= FAR_WIDER * upper(last)) {
            last = zero;
        }
        return counted(bins, first, last, sigma, noise);
    }

    private double lower(int octave) {
        return grid.lowerEdge(octaves.get(octave).first());
    }

    private double upper(int octave) {
        return grid.upperEdge(octaves.get(octave).last());
    }

    /** The outermost octave with people from below, or -1. */
    private static int end(double[] counts, double standsOut) {
        int end = 0;
        while (end < counts.length && counts[end] <= standsOut) {
            end++;
        }
        if (end == counts.length) {
            return -1;
        }
        double sum = 0;
        for (int width = 1; width <= WINDOW && end - width >= 0; width++) {
            sum += counts[end - width];
            if (sum > standsOut * Math.sqrt(width)) {
                end -= width;
                width = 0;
                sum = 0;
            }
        }
        return end;
    }

    private static double[] reversed(double[] counts) {
        double[] reversed = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            reversed[i] = counts[counts.length - 1 - i];
        }
        return reversed;
    }

    /** Counts again, in finer parts at the ends, and says who lies where. */
    private List<NoisyValue> counted(BigInteger[] bins, int first, int last, int sigma, Noise noise) {
        List<Bins> runs = new ArrayList<>();
        runs.add(new Bins(0, octaves.get(first).first() - 1));
        runs.addAll(octaves.get(first).quarters());
        if (last > first) {
            runs.add(new Bins(octaves.get(first).last() + 1, octaves.get(last).first() - 1));
            runs.addAll(octaves.get(last).quarters());
        }
        runs.add(new Bins(octaves.get(last).last() + 1, bins.length - 1));
        double[] counts = noisy(runs, bins, sigma, noise);
        double all = 0;
        for (double count : counts) {
            all += count;
        }
        int from = inwards(counts, 1, octaves.get(first).quarters().size(), all, sigma);
        int to = counts.length
                - 1
                - inwards(reversed(counts), 1, octaves.get(last).quarters().size(), all, sigma);
        double below = sum(counts, 0, from);
        double above = sum(counts, to + 1, counts.length);
        double uncertain = CERTAINTY * sigma * Math.sqrt(counts.length);
        if (below + above > TOO_MANY_OUTSIDE * all + uncertain) {
            return List.of();
        }
        return ends(runs.get(from), runs.get(Math.max(from, to)), below, above, all, sigma);
    }

    /** The first part that belongs to the range: those before hold nearly nobody for certain. */
    private static int inwards(double[] counts, int first, int parts, double all, int sigma) {
        double outside = counts[0];
        int from = first;
        while (from < first + parts - 1
                && outside + counts[from] + CERTAINTY * sigma * Math.sqrt(from + 1.0) < NEARLY_NOBODY * all) {
            outside += counts[from++];
        }
        return from;
    }

    private static double sum(double[] counts, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    private List<NoisyValue> ends(Bins first, Bins last, double below, double above, double all, int sigma) {
        double lower = grid.lowerEdge(first.first());
        double upper = grid.upperEdge(last.last());
        // A column of one value has a bin without width; a range needs some.
        BigDecimal margin = upper > lower ? BigDecimal.ZERO : ONE_VALUE_MARGIN;
        return List.of(
                new NoisyValue(BigDecimal.valueOf(lower).subtract(margin).round(DOWNWARDS), 0),
                new NoisyValue(BigDecimal.valueOf(upper).add(margin).round(UPWARDS), 0),
                new NoisyValue(BigDecimal.valueOf(below), sigma),
                new NoisyValue(BigDecimal.valueOf(above), sigma),
                new NoisyValue(BigDecimal.valueOf(all), sigma));
    }
}
